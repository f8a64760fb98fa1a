import type { FactState, MatrixRow } from 'backstage-plugin-infra-overview-common';
import { matrixRows } from './matrixRows';

const row = (id: string, production: FactState, staging: FactState): MatrixRow => ({
  id,
  label: id,
  cells: [
    { environment: 'production', text: production, fact: production, tone: 'neutral' },
    { environment: 'staging', text: staging, fact: staging, tone: 'neutral' },
  ],
  differs: production !== staging,
  differing: production === staging ? [] : ['staging'],
});

const ROWS = [
  row('same', 'stated', 'stated'),
  row('more in production', 'stated', 'none'),
  row('missing in production', 'not-stated', 'stated'),
  row('none in production', 'none', 'stated'),
  row('nobody knows', 'none', 'not-stated'),
];

it.each`
  filter             | differing                                                                                | same
  ${'all'}           | ${['more in production', 'missing in production', 'none in production', 'nobody knows']} | ${['same']}
  ${'differences'}   | ${['more in production', 'missing in production', 'none in production', 'nobody knows']} | ${[]}
  ${'missing-first'} | ${['missing in production', 'none in production']}                                       | ${[]}
`('$filter leaves $differing and $same', ({ filter, differing, same }) => {
  const rows = matrixRows(ROWS, filter);
  expect(rows.differing.map(({ id }) => id)).toEqual(differing);
  expect(rows.same.map(({ id }) => id)).toEqual(same);
});
