import { screen } from '@testing-library/react';
import { renderReadinessPage } from '../../__testUtils__/renderReadinessPage';

// Alone in its file: the host remembers permissions for a while, whoever asks.
it('whoever may not export is told which permission is missing', async () => {
  renderReadinessPage({}, '', ['deploy-windows.readiness.export']);
  expect(await screen.findByText(/deploy-windows\.readiness\.export/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'CSV' })).toBeDisabled();
});
