import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ObservedAnswer } from 'backstage-plugin-infra-overview-common';
import { anOverview } from '../../__testUtils__/anOverview';
import { aDue, anObservedAnswer } from '../../__testUtils__/anObservedAnswer';
import { SHOP } from '../../__testUtils__/documents';
import { renderTab } from '../../__testUtils__/renderTab';

const render = (confirm: ObservedAnswer['may']['confirm'], at: string) =>
  renderTab({
    overview: async () => anOverview(SHOP),
    at,
    api: {
      observed: async () =>
        anObservedAnswer({
          due: [aDue('addons[db]')],
          may: { confirm, note: false, refresh: false },
        }),
    },
  });

it.each`
  may           | buttons                                       | why
  ${'all'}      | ${['Still true', 'Not true', 'I don’t know']} | ${undefined}
  ${'not-true'} | ${['Not true']}                               | ${/Only the owners/}
  ${'nothing'}  | ${[]}                                         | ${/permission infra-overview.confirmation.create/}
`('who may say $may sees $buttons in the drawer', async ({ may, buttons, why }) => {
  render(may, '?element=addons[db]');
  const panel = within(await screen.findByRole('dialog', { name: 'PostgreSQL' }));
  await panel.findByRole('heading', { name: 'Is it still true?' });
  const group = panel.queryByRole('group', { name: /Is it still true/ });
  const shown = group === null ? [] : within(group).getAllByRole('button');
  expect(shown.map(button => button.textContent)).toEqual(buttons);
  expect(why === undefined || panel.getByText(why) !== null).toBe(true);
});

it('one who is no owner can walk too, and says only what is not true', async () => {
  render('not-true', '');
  await userEvent.click(await screen.findByRole('button', { name: 'Is it true? (1)' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByRole('button', { name: /^Not true/ })).toBeInTheDocument();
  expect(dialog.queryByRole('button', { name: /^Still true/ })).toBeNull();
  expect(dialog.getByText(/Only the owners/)).toBeInTheDocument();
});

it('one who may say nothing is told so, and is not led anywhere', async () => {
  render('nothing', '?confirm=1');
  const dialog = within(await screen.findByRole('dialog'));
  expect(
    await dialog.findByText(/permission infra-overview.confirmation.create/),
  ).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Still true|Is it true/ })).toBeNull();
});
