import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  DeployWindowsApi,
  WindowsFleetQueryText,
  WindowWishText,
} from 'backstage-plugin-deploy-windows-common';
import { useLocation } from 'react-router-dom';
import { aFleet, aFleetRow } from '../../__testUtils__/aFleet';
import { fakeApi } from '../../__testUtils__/fakeApi';
import { deployWindowsApiRef } from '../../api';
import { DeployWindowsPage } from './DeployWindowsPage';

const Address = () => <output aria-label="Address">{useLocation().search}</output>;

function render(answers: Partial<DeployWindowsApi>, at = '') {
  return renderInTestApp(
    <>
      <DeployWindowsPage />
      <Address />
    </>,
    {
      initialRouteEntries: [`/${at}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [deployWindowsApiRef, fakeApi(answers)],
        [permissionApiRef, { authorize: async () => ({ result: 'ALLOW' }) as never }],
        [signalApiRef, { subscribe: () => ({ unsubscribe: () => {} }) }],
      ],
    },
  );
}

it('shows each service with its state and leads to its deploys', async () => {
  render({ fleet: async () => aFleet() });
  const link = await screen.findByRole('link', { name: 'NOIPM complaint manager' });
  expect(link).toHaveAttribute(
    'href',
    '/catalog/default/system/noipm/deploy-windows?environment=production',
  );
  const row = link.closest('tr') as HTMLElement;
  expect(within(row).getByText('Notice needed')).toBeVisible();
  expect(within(row).getByText('opens Tue 1 Dec, 09:00')).toBeVisible();
  expect(
    within(row).getByText('Not now: IPM staff must be told 24 hours before.'),
  ).toBeInTheDocument();
});

it('says what opens and closes today', async () => {
  const today = [
    {
      at: '2026-11-24T22:00:00Z',
      time: '16:00',
      target: 'component:default/web#production',
      title: 'Web',
      environment: 'production',
      to: 'freeze',
      reason: 'Holidays begin',
    },
  ];
  render({ fleet: async () => aFleet({ today }) });
  const list = within(await screen.findByRole('region', { name: /Today/ }));
  expect(list.getByText('16:00')).toBeVisible();
  expect(list.getByText(/Freeze/)).toBeVisible();
  expect(list.getByText('Holidays begin')).toBeVisible();
});

it('asks what the address says, and keeps what is chosen in it', async () => {
  const asked: WindowsFleetQueryText[] = [];
  render(
    {
      fleet: async query => {
        asked.push(query);
        return aFleet();
      },
    },
    '?view=week&state=blocked&owner=group:default/noipm-core-team',
  );
  await screen.findByRole('link', { name: 'NOIPM complaint manager' });
  expect(asked[0]).toMatchObject({
    days: 7,
    state: 'blocked',
    owner: 'group:default/noipm-core-team',
  });
  await userEvent.click(screen.getByRole('radio', { name: 'Four weeks' }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ days: 28 }));
  await userEvent.click(screen.getByRole('button', { name: 'Later' }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ start: '2026-12-22' }));
  expect(screen.getByLabelText('Address')).toHaveTextContent('start=2026-12-22');
});

it('gives the same in words', async () => {
  render({ fleet: async () => aFleet() });
  await userEvent.click(await screen.findByRole('button', { name: 'Show in words' }));
  expect(screen.getByText(/Tue 24 Nov, 00:00–09:00/)).toBeVisible();
});

it('a failure is shown as one, with a way to try again', async () => {
  let fails = true;
  render({
    fleet: async () => {
      if (fails) throw new Error('the database is away');
      return aFleet();
    },
  });
  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.getAllByText(/the database is away/).length).toBeGreaterThan(0);
  fails = false;
  await userEvent.click(again);
  expect(await screen.findByRole('link', { name: 'NOIPM complaint manager' })).toBeVisible();
});

it('filters that find nothing can be cleared', async () => {
  render(
    { fleet: async ({ text }) => (text === undefined ? aFleet() : aFleet({ rows: [], total: 0 })) },
    '?text=nothing',
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Clear the filters' }));
  expect(await screen.findByRole('link', { name: 'NOIPM complaint manager' })).toBeVisible();
});

it('an incident freeze says what it will do, and freezes', async () => {
  const made: unknown[] = [];
  render({
    fleet: async () => aFleet({ rows: [aFleetRow()] }),
    previewIncidentFreeze: async () => ({
      sentence: 'From now for 4 hours',
      next: [],
      targets: [],
      targetCount: 3,
      lint: [],
      closesOtherTimes: false,
      hasNoEffect: false,
      affected: [],
      impact: 'This freeze will block 3 planned deployments of 2 services.',
    }),
    createIncidentFreeze: async wish => {
      made.push(wish);
      return { sentence: 'Until 21:00', title: 'Incident freeze' } as never;
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Incident freeze' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('button', { name: 'Freeze now' })).toBeDisabled();
  await userEvent.type(dialog.getByRole('textbox', { name: /Reason/ }), 'The queue eats messages');
  expect(
    await dialog.findByText('This freeze will block 3 planned deployments of 2 services.'),
  ).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Freeze now' }));
  expect(await dialog.findByText(/It lifts itself/)).toBeVisible();
  expect(made).toEqual([
    {
      level: 'system:default/noipm',
      reason: 'The queue eats messages',
      duration: 'PT4H',
      stages: ['production'],
    },
  ]);
});

it('a window is previewed and saved as it was written; a refusal keeps what was entered', async () => {
  const sent: WindowWishText[] = [];
  render({
    fleet: async () => aFleet(),
    previewWindow: async () => {
      throw new Error('America/Chicagoo is no zone that is known here');
    },
    createWindow: async wish => {
      sent.push(wish);
      throw new Error('America/Chicagoo is no zone that is known here');
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'New window or freeze' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByRole('textbox', { name: /Title/ }), 'Stocktaking');
  await userEvent.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Numbers must not move');
  await userEvent.click(dialog.getByRole('radio', { name: 'Every week' }));
  expect((await dialog.findAllByText(/no zone that is known/)).length).toBeGreaterThan(0);
  await userEvent.click(dialog.getByRole('button', { name: 'Freeze' }));
  expect(await dialog.findByText(/Not done/)).toBeVisible();
  expect(dialog.getByRole('textbox', { name: /Title/ })).toHaveValue('Stocktaking');
  expect(sent[0]).toMatchObject({
    kind: 'freeze',
    level: 'system:default/noipm',
    title: 'Stocktaking',
    timeZone: 'America/Chicago',
    schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' },
  });
});

it('a calendar file is shown before it is imported, and imported as a whole', async () => {
  const sent: { dryRun?: boolean | undefined; ics: string; reason?: string | undefined }[] = [];
  render({
    fleet: async () => aFleet(),
    importCalendar: async wish => {
      sent.push(wish);
      return {
        dryRun: wish.dryRun === true,
        events: 2,
        windows: [{ title: 'Holidays', sentence: 'On 2026-12-25, 2026-12-26', next: [] }],
        targetCount: 1,
        impact: '1 window from 2 events; it concerns 1 target.',
      };
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Import .ics' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('Choose a file')).toBeVisible();
  const file = new File(['BEGIN:VCALENDAR'], 'holidays.ics', { type: 'text/calendar' });
  file.text = async () => 'BEGIN:VCALENDAR';
  await userEvent.upload(dialog.getByLabelText('Calendar file (.ics)'), file);
  expect(await dialog.findByText('1 window from 2 events; it concerns 1 target.')).toBeVisible();
  await userEvent.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Nobody is there');
  await userEvent.click(dialog.getByRole('button', { name: 'Import' }));
  expect(await dialog.findByText('Done')).toBeVisible();
  expect(sent.at(-1)).toMatchObject({ ics: 'BEGIN:VCALENDAR', reason: 'Nobody is there' });
  expect(sent.at(-1)?.dryRun).toBeUndefined();
});
