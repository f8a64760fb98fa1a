import type { OnboardingAnswer, OnboardingQueryText } from 'backstage-plugin-deploy-windows-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { EntityGettingStartedContent } from './EntityGettingStartedContent';

const anOnboarding = ({ role = 'newcomer' }: OnboardingQueryText): OnboardingAnswer => ({
  entityRef: 'system:default/noipm',
  title: 'NOIPM',
  role,
  owner: 'group:default/noipm-core-team',
  gaps: 1,
  sections: [
    {
      id: 'where',
      title: 'Where it runs',
      lines: [
        {
          text: 'production runs on Heroku',
          words: 'stated in the source of 19 Jul 2019, never confirmed',
          href: 'https://noipm.example',
        },
        {
          text: 'Backups: not written down yet. Ask Core team.',
          path: 'backups',
          openCheck: 'tts.copies',
        },
      ],
    },
  ],
});

it('shows each line with where it comes from, and each gap with the check that asks for it', async () => {
  renderEntity(<EntityGettingStartedContent />, {
    api: {},
    readiness: { onboarding: async query => anOnboarding(query) },
    at: '?environment=production',
  });
  expect(await screen.findByRole('link', { name: 'production runs on Heroku' })).toHaveAttribute(
    'href',
    'https://noipm.example/',
  );
  expect(screen.getByText(/never confirmed/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'See what is missing' })).toHaveAttribute(
    'href',
    '/catalog/default/system/noipm/readiness?environment=production&check=tts.copies',
  );
  expect(screen.getByText(/1 line is not written down yet/)).toBeInTheDocument();
});

it('asks for another reader, and keeps that in the address', async () => {
  const onboarding = jest.fn(async (query: OnboardingQueryText) => anOnboarding(query));
  renderEntity(<EntityGettingStartedContent />, { api: {}, readiness: { onboarding } });
  await userEvent.click(await screen.findByRole('radio', { name: 'I am on call' }));
  expect(await screen.findByRole('radio', { name: 'I am on call' })).toBeChecked();
  expect(screen.getByLabelText('Address')).toHaveTextContent('?role=on-call');
  expect(onboarding.mock.calls.map(([{ role }]) => role)).toEqual(['newcomer', 'on-call']);
});

it('shows a failure as one', async () => {
  const onboarding = async () => {
    throw new Error('The server is away');
  };
  renderEntity(<EntityGettingStartedContent />, { api: {}, readiness: { onboarding } });
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
});
