import { screen, within } from '@testing-library/react';
import { anOverview } from '../../__testUtils__/anOverview';
import { renderSections } from './__testUtils__/renderSections';

const documentWith = (field: string, value: unknown) =>
  anOverview({
    schema: 'infra-overview.io/v1alpha1',
    environments: [{ name: 'production' }],
    ...(value !== undefined && { [field]: value }),
  });

const REASON = { notNeeded: 'a static site' };

it.each`
  id               | field                    | value        | words
  ${'addons'}      | ${'addons'}              | ${undefined} | ${'not stated'}
  ${'addons'}      | ${'addons'}              | ${[]}        | ${'none'}
  ${'addons'}      | ${'addons'}              | ${REASON}    | ${'not needed: a static site'}
  ${'backups'}     | ${'backups'}             | ${undefined} | ${'not stated'}
  ${'backups'}     | ${'backups'}             | ${[]}        | ${'none'}
  ${'backups'}     | ${'backups'}             | ${REASON}    | ${'not needed: a static site'}
  ${'credentials'} | ${'credentialLocations'} | ${undefined} | ${'not stated'}
  ${'credentials'} | ${'credentialLocations'} | ${[]}        | ${'none'}
  ${'domains'}     | ${'domains'}             | ${REASON}    | ${'not needed: a static site'}
  ${'procedures'}  | ${'procedures'}          | ${[]}        | ${'none'}
  ${'risks'}       | ${'risks'}               | ${[]}        | ${'none'}
  ${'support'}     | ${'support'}             | ${'none'}    | ${'none'}
  ${'support'}     | ${'support'}             | ${REASON}    | ${'not needed: a static site'}
  ${'network'}     | ${'network'}             | ${'none'}    | ${'none'}
  ${'questions'}   | ${'questions'}           | ${[]}        | ${'none'}
`('$id says "$words" for $value', async ({ id, field, value, words }) => {
  renderSections(documentWith(field, value), [id]);
  const heading = await screen.findByRole('heading', { level: 2 });
  const section = heading.closest('section') as HTMLElement;
  expect(within(section).getByText(words)).toBeInTheDocument();
});

it('says of each list in observability which kind of empty it is', async () => {
  renderSections(
    documentWith('observability', { logs: [], monitors: REASON, alerts: [{ id: 'down' }] }),
    ['observability'],
  );
  expect(await screen.findByText('not needed: a static site')).toBeInTheDocument();
  expect(screen.getByText('none')).toBeInTheDocument();
  const channels = screen.getByRole('heading', { level: 3, name: 'Channels' });
  expect(channels.nextElementSibling).toHaveTextContent('not stated');
});

it('says of a field that it is none, not stated, or not needed', async () => {
  renderSections(
    documentWith('backups', [
      {
        id: 'nightly',
        of: 'nobody',
        method: 'snapshot',
        pitr: 'none',
        lastRestoreTest: { status: 'never' },
      },
      { id: 'files', notNeeded: 'nothing is kept' },
      { id: 'mail', method: 'none' },
    ]),
    ['backups'],
  );
  const nightly = (await screen.findByRole('link', { name: 'Nightly' })).closest(
    'tr',
  ) as HTMLElement;
  expect(within(nightly).getByText('none')).toBeInTheDocument();
  expect(within(nightly).getByText('never tried').textContent).toContain('Bad');
  expect(within(nightly).getByText('(not described here)')).toBeInTheDocument();
  expect(within(nightly).getAllByText('not stated').length).toBeGreaterThan(0);
  expect(screen.getByText('not needed: nothing is kept')).toBeInTheDocument();
});
