import { screen, within } from '@testing-library/react';
import { aSubject, someVerdicts } from '../../__testUtils__/aReadiness';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { EntityReadinessContent } from './EntityReadinessContent';

// Alone in its file: the host remembers permissions for a while, whoever asks.
it('shows what the reader may not do, with the permission and whom to ask', async () => {
  renderEntity(<EntityReadinessContent />, {
    api: {},
    readiness: { subject: async () => aSubject(), verdicts: async () => someVerdicts() },
    refused: ['deploy-windows.attestation.create', 'deploy-windows.waiver.create'],
    at: '?check=tts.alerted',
  });
  const actions = within(
    await screen.findByRole('group', { name: 'Actions for Someone is alerted' }),
  );
  expect(
    await screen.findByText(/Still true \(deploy-windows\.attestation\.create\)/),
  ).toBeVisible();
  const confirm = actions.getByRole('button', { name: 'Still true' });
  expect(confirm).toBeDisabled();
  expect(confirm).toHaveAccessibleDescription(/Ask the owner: .*noipm-core-team/);
  expect(
    screen.queryByRole('button', { name: 'Still true: Someone is alerted' }),
  ).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Ask for a waiver' })).toBeDisabled();
  expect(screen.getByText(/Ask for a waiver \(deploy-windows\.waiver\.create\)/)).toBeVisible();
});
