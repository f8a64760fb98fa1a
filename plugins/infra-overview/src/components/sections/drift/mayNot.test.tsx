import { screen } from '@testing-library/react';
import { anOverview } from '../../../__testUtils__/anOverview';
import { aFinding, anObservedAnswer, aNote } from '../../../__testUtils__/anObservedAnswer';
import { SHOP } from '../../../__testUtils__/documents';
import { renderSections } from '../__testUtils__/renderSections';

it.each`
  state             | finding
  ${'that counts'}  | ${aFinding()}
  ${'that is left'} | ${aFinding({ note: aNote() })}
`('offers no note about a difference $state to one who may not', async ({ finding }) => {
  renderSections(anOverview(SHOP), ['drift'], '', {
    observed: async () =>
      anObservedAnswer({
        drift: [finding],
        may: { confirm: 'not-true', note: false, refresh: false },
      }),
  });
  expect(await screen.findByText('change the document or the set-up')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Leave for now:|Count again/ })).toBeNull();
});
