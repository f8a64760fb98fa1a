import { secretFindings } from './secretFindings';

// In parts, so that no file of ours looks like one.
const PLANTED = ['AKIA', 'QWERTYUIOPASDFGH'].join('');

it.each([
  [
    'deep inside, by its place',
    { spec: { infra: { addons: [{ id: 'db' }, { note: `see ${PLANTED}` }] } } },
    [{ rule: 'access key of AWS', path: 'spec.infra.addons[1].note' }],
  ],
  ['a place where one is kept is none', { store: '1password', ref: 'vault/web/db' }, []],
  ['nothing', null, []],
])('%s', (_, value, expected) => {
  const found = secretFindings(value);
  expect(found).toEqual(expected);
  expect(JSON.stringify(found)).not.toContain(PLANTED);
});
