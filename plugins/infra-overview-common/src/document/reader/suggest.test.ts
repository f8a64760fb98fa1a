import { suggest } from './suggest';

const known = [
  'retention',
  'searchWindow',
  'durable',
  'mon',
  'tue',
  'production',
  'test',
  'none',
  'id',
];

it.each([
  ['retension', 'retention'],
  ['Retention', 'retention'],
  ['search_window', 'searchWindow'],
  ['search-windw', 'searchWindow'],
  ['monday', 'mon'],
  ['prod', 'production'],
  ['tets', undefined],
  ['tesst', 'test'],
  ['none ', 'none'],
  ['zz', undefined],
  ['weather', undefined],
  ['', undefined],
  ['retention'.repeat(20_000), undefined],
])('%.30s was meant to be %s', (written, expected) => {
  expect(suggest(written, known)).toBe(expected);
});
