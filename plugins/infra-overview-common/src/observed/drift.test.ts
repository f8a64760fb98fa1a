import { countsAsDrift, type DriftFinding } from './drift';

const NOW = 1000;
const FINDING: DriftFinding = {
  id: 'a',
  path: 'addons[db].plan',
  source: 'heroku',
  status: 'different',
  title: 'Add-on PostgreSQL, plan',
  words: 'declared hobby, observed standard-0',
  at: NOW,
};
const note = (until: number): DriftFinding['note'] & object => ({
  id: 'n',
  entityRef: 'system:default/shop',
  path: FINDING.path,
  kind: 'accepted',
  reason: 'until the sale is over',
  by: 'user:default/ada',
  at: 0,
  until,
});

it.each<[string, Partial<DriftFinding>, boolean]>([
  ['what differs', {}, true],
  ['what is not found', { status: 'only-declared' }, true],
  ['what nobody declared', { status: 'only-observed' }, true],
  ['what the document says nothing of', { status: 'only-observed', unstated: true }, false],
  ['what is as declared', { status: 'same' }, false],
  ['what was seen long ago', { status: 'stale' }, false],
  ['what could not be looked at', { status: 'failed' }, false],
  ['what another source speaks of first', { judgedBy: 'terraform' }, false],
  ['what is left for now', { note: note(NOW + 1) }, false],
  ['what was left until now', { note: note(NOW) }, true],
])('%s: %j counts %s', (_, changes, counts) => {
  expect(countsAsDrift({ ...FINDING, ...changes }, NOW)).toBe(counts);
});
