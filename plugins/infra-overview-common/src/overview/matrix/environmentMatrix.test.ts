import { listminut } from '../__fixtures__/listminut';
import { noipm } from '../__fixtures__/noipm';
import { anEntity, anOverview, effectiveOf, link } from '../__fixtures__/readFixture';
import { environmentMatrix } from './environmentMatrix';

const matrix = environmentMatrix(effectiveOf(noipm));
const row = (id: string) => matrix.rows.find(found => found.id === id);

it('puts production first', () => {
  expect(matrix.environments).toEqual(['production', 'staging', 'ci']);
});

it.each`
  id               | label                 | cells                                                                                            | differing
  ${'platform'}    | ${'Platform'}         | ${['Heroku dynos', 'Heroku dynos', 'Heroku dynos']}                                              | ${[]}
  ${'processes'}   | ${'Processes'}        | ${['1 web, 1 worker', '1 web, 1 worker', '1 web, 1 worker']}                                     | ${[]}
  ${'deployed-by'} | ${'Deployed by'}      | ${['a person starts it', 'every push to the configured release branch', 'every push to master']} | ${['staging', 'ci']}
  ${'logs'}        | ${'Logs captured'}    | ${['errors', 'requests, responses and errors', 'not stated']}                                    | ${['staging', 'ci']}
  ${'log-stores'}  | ${'Logs go to'}       | ${['Papertrail and Sumo Logic', 'Papertrail and Sumo Logic', 'not stated']}                      | ${['ci']}
  ${'domains'}     | ${'Domains'}          | ${Array(3).fill('name given by the provider (name not stated) ×2')}                              | ${[]}
  ${'credentials'} | ${'Credentials'}      | ${Array(3).fill('1Password, AWS IAM, a named account')}                                          | ${[]}
  ${'maintenance'} | ${'Maintenance mode'} | ${Array(3).fill('during deploys, no own page, nobody reaches the app during migrations')}        | ${[]}
`('NOIPM, $id', ({ id, label, cells, differing }) => {
  const found = row(id);
  expect([
    found?.label,
    found?.cells.map(({ text }) => text),
    found?.differing,
    found?.differs,
  ]).toEqual([label, cells, differing, differing.length > 0]);
});

it('does not count what an environment is called, and of which stage it is, as a difference', () => {
  expect(matrix.rows.map(({ id }) => id)).toEqual(expect.not.arrayContaining(['name', 'stage']));
  const alike = [
    { name: 'production', stage: 'production' },
    { name: 'review', stage: 'review' },
  ];
  const entity = 'system:default/x';
  const overview = anOverview(anEntity(entity, 'X'), [
    link('system', entity, {
      schema: 'infra-overview.io/v1alpha1',
      environments: alike.map(one => ({ ...one, hosting: { platform: 'heroku' } })),
    }),
  ]);
  expect(environmentMatrix(effectiveOf(overview)).rows.filter(({ differs }) => differs)).toEqual(
    [],
  );
});

it('leaves out rows on which nothing is stated anywhere', () => {
  expect(row('exposure')).toBeUndefined();
  expect(matrix.rows.every(({ cells }) => cells.some(({ fact }) => fact !== 'not-stated'))).toBe(
    true,
  );
});

it('compares two environments in the order asked for', () => {
  const two = environmentMatrix(effectiveOf(noipm), ['ci', 'staging', 'unheard-of']);
  expect(two.environments).toEqual(['ci', 'staging']);
  expect(two.rows.find(({ id }) => id === 'logs')?.differing).toEqual(['staging']);
});

it('says what scales a process', () => {
  const scaling = environmentMatrix(effectiveOf(listminut)).rows.find(({ id }) => id === 'scaling');
  expect(scaling?.cells[0]?.text).toBe(
    'web: scaled by HireFire, by time of day and requests per minute',
  );
});

const infra = {
  schema: 'infra-overview.io/v1alpha1',
  environments: [
    { name: 'production', processes: [], exposure: 'none', deploy: 'none' },
    { name: 'staging', processes: { notNeeded: 'static files' } },
  ],
  addons: [
    { id: 'apm', product: 'newrelic', plan: 'pro', environments: ['production'] },
    { id: 'db', product: 'mysql' },
  ],
  risks: [
    { id: 'r', statement: 'Only here', environments: ['staging'] },
    { id: 'everywhere', statement: 'Everywhere' },
  ],
};
const small = environmentMatrix(
  effectiveOf(
    anOverview(anEntity('system:default/x', 'X'), [link('system', 'system:default/x', infra)]),
  ),
);

it.each`
  case                                       | id               | cells
  ${'none, not needed'}                      | ${'processes'}   | ${[['none', 'none'], ['not-needed', 'not needed: static files']]}
  ${'none, not stated'}                      | ${'exposure'}    | ${[['none', 'none'], ['not-stated', 'not stated']]}
  ${'never deployed to, not stated'}         | ${'deployed-by'} | ${[['none', 'never deployed to'], ['not-stated', 'not stated']]}
  ${'an add-on that one side has'}           | ${'addon-apm'}   | ${[['stated', 'pro plan'], ['not-stated', 'not stated']]}
  ${'a risk that speaks of one environment'} | ${'risks'}       | ${[['not-stated', 'not stated'], ['stated', 'Only here']]}
`('keeps the kinds of empty apart: $case', ({ id, cells }) => {
  const found = small.rows.find(candidate => candidate.id === id);
  expect(found?.cells.map(({ fact, text }) => [fact, text])).toEqual(cells);
});
