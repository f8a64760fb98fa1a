import { fieldAt, itemPathIn, keyFieldOf, labelOf } from './fieldAt';
import { REFERENCES } from './references';

it.each(REFERENCES.map(({ from, to }) => [from, to]))('%s and %s are in the model', (from, to) => {
  expect(fieldAt(from)).toBeDefined();
  expect(keyFieldOf(to)).toMatch(/^(id|name)$/);
});

it.each([
  ['addons', 'id'],
  ['environments', 'name'],
  ['environments[production].processes', 'name'],
  ['environments[].tags', 'key'],
  ['conformance', 'item'],
  ['observability.alerts[].targets', undefined],
  ['addons[].limits', undefined],
  ['deployPolicy.windows', 'id'],
  ['tier', undefined],
  ['nowhere', undefined],
])('items of %s are named by %s', (list, key) => {
  expect(keyFieldOf(list)).toBe(key);
});

it.each([
  ['links', { title: 'The Wiki' }, 'links[the-wiki]'],
  ['requestPath.edges', { from: 'web', to: 'db' }, 'requestPath.edges[web->db]'],
  [
    'observability.alerts[down].targets',
    { channel: 'page', name: 'Slack' },
    'observability.alerts[down].targets[3]',
  ],
  ['conformance', { item: 'status.page' }, 'conformance[item=status.page]'],
  ['platforms', { id: 'cloud.gov' }, 'platforms[cloud.gov]'],
])('an item of %s is at its name', (list, item, path) => {
  expect(itemPathIn(list, item, 2)).toBe(path);
});

it.each([
  ['addons[db].sink.searchWindow', 'Search window', 'a duration'],
  ['backups[].pitr.window', 'Window', 'a duration'],
  ['environments[production].deploy.openByDefault', 'Open by default', 'true or false'],
  ['defaults.environments[].hosting.vpc', 'VPC', 'text'],
  ['platforms[].provides.logs[].to', 'To', 'a list'],
])('%s is described', (path, label, type) => {
  expect(fieldAt(path)).toMatchObject({
    label,
    type,
    meaning: expect.stringMatching(/^[A-Z].*\.$/),
  });
});

it('knows the words of a closed set', () => {
  expect(fieldAt('backups[].lastRestoreTest.status')?.words).toEqual(['passed', 'failed', 'never']);
  expect(fieldAt('support.statusPage')?.words).toEqual(['none']);
  expect(fieldAt('addons[].constructor')).toBeUndefined();
  expect(labelOf('constructor')).toBe('Constructor');
});
