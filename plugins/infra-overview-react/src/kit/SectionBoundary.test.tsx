import { render, screen } from '@testing-library/react';
import { SectionBoundary } from './SectionBoundary';

const Broken = () => {
  throw new Error('no words for it');
};

it('says what could not be drawn and leaves the rest of the page', () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => {});
  render(
    <>
      <SectionBoundary title="Backups">
        <Broken />
      </SectionBoundary>
      <SectionBoundary title="Add-ons">ten add-ons</SectionBoundary>
    </>,
  );
  expect(screen.getByText(/Backups could not be drawn: no words for it/)).toBeInTheDocument();
  expect(screen.getByText('ten add-ons')).toBeInTheDocument();
  expect(logged).toHaveBeenCalled();
  logged.mockRestore();
});
