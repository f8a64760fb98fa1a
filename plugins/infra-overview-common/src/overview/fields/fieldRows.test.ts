import type { JsonValue } from '@backstage/types';
import { viewOf } from '../../effective';
import { listminut } from '../__fixtures__/listminut';
import { noipm } from '../__fixtures__/noipm';
import { effectiveOf } from '../__fixtures__/readFixture';
import { isJsonObject } from '../words/jsonValue';
import type { FieldRow } from './fieldRow';
import { fieldRows } from './fieldRows';

const view = viewOf(effectiveOf(noipm), 'production');
const rowsOf = (
  list: 'addons' | 'backups' | 'credentialLocations' | 'procedures' | 'risks',
  id: string,
) => {
  const items: unknown = view.document[list];
  const item = Array.isArray(items) ? items.find(found => found.id === id) : undefined;
  return fieldRows(item, `${list}[${id}]`, view.origins, view.document);
};
const says = (rows: readonly FieldRow[], label: string) =>
  rows.find(row => row.label === label)?.text;

it.each`
  list                     | id                  | label                       | text
  ${'addons'}              | ${'db'}             | ${'Product'}                | ${'Heroku PostgreSQL'}
  ${'addons'}              | ${'db'}             | ${'Availability'}           | ${'Instances: 1; Copies: none; Failover: none'}
  ${'addons'}              | ${'papertrail'}     | ${'As a log store'}         | ${'Kept before rotation or restart: yes; Searchable for: 7 days'}
  ${'addons'}              | ${'papertrail'}     | ${'The way in'}             | ${'Heroku dashboard, environment, Add Ons'}
  ${'addons'}              | ${'search'}         | ${'What it cannot do'}      | ${'No relevancy handling'}
  ${'addons'}              | ${'search'}         | ${'Plan'}                   | ${'not stated'}
  ${'addons'}              | ${'auth'}           | ${'Credentials'}            | ${'Auth0 secret key'}
  ${'backups'}             | ${'daily'}          | ${'Backs up'}               | ${'Heroku PostgreSQL'}
  ${'backups'}             | ${'daily'}          | ${'How often'}              | ${'every day'}
  ${'backups'}             | ${'daily'}          | ${'Kept for'}               | ${'28 days'}
  ${'backups'}             | ${'continuous'}     | ${'Point-in-time recovery'} | ${'Reaches back: 4 days'}
  ${'backups'}             | ${'continuous'}     | ${'Last restore test'}      | ${'not stated'}
  ${'credentialLocations'} | ${'admin-accounts'} | ${'Needed by'}              | ${'the platform Heroku, the platform AWS'}
  ${'credentialLocations'} | ${'auth0-client'}   | ${'Reaches the process as'} | ${'assumed role'}
  ${'credentialLocations'} | ${'auth0-client'}   | ${'Known from'}             | ${'stated in a document of 25 Sep 2019, lines 60-62'}
  ${'procedures'}          | ${'deploy'}         | ${'Downtime'}               | ${'small, possible'}
  ${'risks'}               | ${'slow-recovery'}  | ${'About'}                  | ${'all environments'}
  ${'risks'}               | ${'no-db-failover'} | ${'About'}                  | ${'Heroku PostgreSQL'}
`('$list $id, $label: $text', ({ list, id, label, text }) => {
  expect(says(rowsOf(list, id), label)).toBe(text);
});

it('steps are a list and names can be opened', () => {
  expect(rowsOf('procedures', 'deploy').find(({ label }) => label === 'Steps')?.list).toHaveLength(
    4,
  );
  expect(rowsOf('backups', 'daily').find(({ label }) => label === 'Backs up')?.names).toEqual([
    { path: 'addons[db]', title: 'Heroku PostgreSQL' },
  ]);
});

it('tells where a value comes from', () => {
  const hosting = fieldRows(view.document.environments, 'environments', view.origins);
  expect(hosting).toEqual([]);
  expect(rowsOf('addons', 'db').find(({ label }) => label === 'Product')?.origin).toMatchObject({
    level: 'component',
  });
  expect(rowsOf('addons', 'db').find(({ label }) => label === 'Run by')?.origin).toMatchObject({
    level: 'built-in',
  });
});

it.each`
  value                             | fact            | text                         | tone
  ${[]}                             | ${'none'}       | ${'none'}                    | ${'bad'}
  ${'none'}                         | ${'none'}       | ${'none'}                    | ${'bad'}
  ${{ notNeeded: 'static site' }}   | ${'not-needed'} | ${'not needed: static site'} | ${'neutral'}
  ${{}}                             | ${'not-stated'} | ${'not stated'}              | ${'unknown'}
  ${[[]]}                           | ${'stated'}     | ${'none'}                    | ${'neutral'}
  ${['a', 'b']}                     | ${'stated'}     | ${'a, b'}                    | ${'neutral'}
  ${[{ odd: { deep: [1, true] } }]} | ${'stated'}     | ${'Odd: Deep: 1, yes'}       | ${'neutral'}
`('$value is $text', ({ value, ...expected }) => {
  expect(fieldRows({ field: value }, 'x[y]')[0]).toMatchObject(expected);
});

it.each`
  field          | value                                                                 | text
  ${'targets'}   | ${[{ channel: 'chat', name: 'Slack' }]}                               | ${'Slack (chat room)'}
  ${'targets'}   | ${[{ channel: 'sms', to: 'role:maintainer', after: 'PT15M' }]}        | ${'the maintainer by text message after 15 minutes'}
  ${'targets'}   | ${[{ channel: 'chat', to: 'group:default/core', name: 'ops' }]}       | ${'core by chat room (ops)'}
  ${'steps'}     | ${['First', { text: 'Then', condition: 'if red', by: 'role:owner' }]} | ${'First, Then (if red; by the owner)'}
  ${'dataRules'} | ${[{ id: 'r', level: 'must-not', statement: 'Store names' }]}         | ${'Must not: Store names'}
  ${'tags'}      | ${[{ key: 'Project', value: 'noipm' }]}                               | ${'Project: noipm'}
  ${'cost'}      | ${{ amount: 50, currency: 'USD', per: 'month' }}                      | ${'50 USD a month'}
  ${'instances'} | ${{ min: 2, max: 6 }}                                                 | ${'2 to 6'}
  ${'threshold'} | ${{ value: 2, unit: 'percent', over: 'PT5M' }}                        | ${'2 percent over 5 minutes'}
  ${'schedule'}  | ${{ days: ['tue'], from: '09:00', to: '10:00' }}                      | ${'Tuesdays 09:00–10:00'}
`('$field reads $text', ({ field, value, text }) => {
  expect(fieldRows({ [field]: value }, 'x[y]')[0]?.text.toLowerCase()).toBe(text.toLowerCase());
});

// Paths of all plain values, by position.
function leaves(value: JsonValue | undefined, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap(item => leaves(item, path));
  if (isJsonObject(value))
    return Object.entries(value).flatMap(([key, part]) =>
      leaves(part, path === '' ? key : `${path}.${key}`),
    );
  return value === undefined ? [] : [path];
}

// Paths that are said: a row without parts says all that is below it.
function said(rows: readonly FieldRow[]): string[] {
  return rows.flatMap(row => [
    ...(row.rows === undefined ? [row.path.replaceAll(/\[[^\]]*\]/g, '')] : []),
    ...said(row.rows ?? []),
  ]);
}

it.each([noipm, listminut].map(({ effective }) => effective))(
  'loses no field of any item',
  effective => {
    const sections = Object.entries(effective?.document ?? {}) as unknown as [string, JsonValue][];
    expect(sections.length).toBeGreaterThan(5);
    for (const [name, section] of sections) {
      if (!isJsonObject(section) && !Array.isArray(section)) continue;
      const items = Array.isArray(section) ? section : [section];
      for (const item of items) {
        const paths = said(fieldRows(item, name));
        const missing = leaves(item, name).filter(
          leaf => !paths.some(path => leaf === path || leaf.startsWith(`${path}.`)),
        );
        expect(missing).toEqual([]);
      }
    }
  },
);
