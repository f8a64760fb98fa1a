import { aPart } from '../../__testUtils__/aFakeSource';
import type { SubjectReport } from '../ObservationSource';
import { gateReport } from './gateReport';

// Assembled, so that no such text stands in a file.
const KEY = ['AKIA', 'Q3EGR5HX', 'JZ7KVT2B'].join('');
const NOW = 1_795_500_000_000;

const item = {
  list: 'addons' as const,
  name: 'postgresql-curved-1',
  fields: { plan: 'standard-0' },
  sees: ['plan'],
};
const report = (given: object): SubjectReport =>
  ({ subject: 'shop', outcome: 'ok', dropped: [], parts: [aPart('addons', NOW, given)] }) as never;

it('leaves a good report as it is', () => {
  const good = report({
    fields: {
      'hosting.plan': 'basic',
      'observed.variableNames': ['DATABASE_URL', 'SECRET_KEY_BASE'],
    },
    items: [{ ...item, deepLink: 'https://dashboard.heroku.com/apps/shop' }],
  });
  expect(gateReport(good)).toEqual({ outcome: 'kept', report: good, dropped: [] });
});

it.each([
  ['a field', { fields: { plan: KEY } }, ['addons.plan']],
  ['one of several texts', { fields: { names: ['a', KEY] } }, ['addons.names']],
  [
    'a field of an item',
    { items: [{ ...item, fields: { plan: KEY } }] },
    ['addons.addons[postgresql-curved-1].plan'],
  ],
  ['the name of an item', { items: [{ ...item, name: KEY }] }, ['addons.addons[0]']],
  ['the name of a field', { fields: { [KEY]: 'x' } }, ['addons.fields[0]']],
  ['what it sees', { sees: ['plan', KEY] }, ['addons.sees']],
  ['a link', { deepLink: `https://x.example/${KEY}` }, ['addons.deepLink']],
  ['a link of another kind', { deepLink: `${'java'}script:alert(1)` }, ['addons.deepLink']],
  ['a text without an end', { fields: { plan: 'x'.repeat(1001) } }, ['addons.plan']],
])('drops %s, and says where', (_, given, dropped) => {
  const gated = gateReport(report(given));
  expect(gated).toMatchObject({ outcome: 'kept', dropped, report: { outcome: 'partial' } });
  expect(JSON.stringify(gated)).not.toContain(KEY);
});

it('takes nothing of a subject whose own name looks like a secret', () => {
  expect(gateReport({ ...report({}), subject: KEY })).toEqual({ outcome: 'refused' });
  expect(gateReport({ ...report({}), environment: KEY })).toEqual({ outcome: 'refused' });
});

it('repeats no reason and no path that looks like one', () => {
  const failed = gateReport({ subject: 'shop', outcome: 'failed', reason: `it said ${KEY}` });
  const partial = gateReport({ ...report({}), dropped: [KEY] } as SubjectReport);
  expect(JSON.stringify([failed, partial])).not.toContain(KEY);
});
