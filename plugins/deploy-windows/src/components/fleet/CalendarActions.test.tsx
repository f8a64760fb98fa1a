import { renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen } from '@testing-library/react';
import { aFleet } from '../../__testUtils__/aFleet';
import { fakeApi } from '../../__testUtils__/fakeApi';
import { deployWindowsApiRef } from '../../api';
import { CalendarActions } from './CalendarActions';

// Alone in its file: the host remembers permissions for a while, whoever asks.
it('whoever may not freeze is told which permission is missing', async () => {
  renderInTestApp(<CalendarActions fleet={aFleet()} onChanged={() => {}} />, {
    apis: [
      [deployWindowsApiRef, fakeApi({})],
      [permissionApiRef, { authorize: async () => ({ result: 'DENY' }) as never }],
    ],
  });
  expect(await screen.findByText(/deploy-windows\.incident-freeze\.create/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Incident freeze' })).toBeDisabled();
});
