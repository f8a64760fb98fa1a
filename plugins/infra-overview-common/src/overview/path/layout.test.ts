import { layout } from './layout';

const nodes = (text: string) => [...text].map(id => ({ id }));
const edges = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map(([from = '', to = '']) => ({ from, to }));

// Written as lane.column:node.
it.each`
  case                                          | ids       | arrows        | start         | places
  ${'a line'}                                   | ${'abc'}  | ${'ab bc'}    | ${['a']}      | ${'0.0:a 0.1:b 0.2:c'}
  ${'a branch shares a column'}                 | ${'abcd'} | ${'ab bc bd'} | ${['a']}      | ${'0.0:a 0.1:b 0.2:c 0.2:d'}
  ${'a shortcut does not pull a node forward'}  | ${'abc'}  | ${'ab bc ac'} | ${['a']}      | ${'0.0:a 0.1:b 0.2:c'}
  ${'a worker stands apart'}                    | ${'awdk'} | ${'aw wd kd'} | ${['a']}      | ${'0.0:a 0.1:w 0.2:d 1.0:k'}
  ${'two things apart, each with its own lane'} | ${'abkq'} | ${'ab'}       | ${['a']}      | ${'0.0:a 0.1:b 1.0:k 2.0:q'}
  ${'a circle ends'}                            | ${'abc'}  | ${'ab bc ca'} | ${['a']}      | ${'0.0:a 0.1:b 0.2:c'}
  ${'a circle apart ends as well'}              | ${'abc'}  | ${'bc cb'}    | ${['a']}      | ${'0.0:a 1.0:b 1.1:c'}
  ${'an arrow to itself is no way'}             | ${'ab'}   | ${'aa ab'}    | ${['a']}      | ${'0.0:a 0.1:b'}
  ${'two clients'}                              | ${'xyz'}  | ${'xz yz'}    | ${['x', 'y']} | ${'0.0:x 0.0:y 0.1:z'}
`('$case', ({ ids, arrows, start, places }) => {
  const found = layout(nodes(ids), edges(arrows), start).map(
    ({ id, lane, column }) => `${lane}.${column}:${id}`,
  );
  expect(found.join(' ')).toBe(places);
});

it('lays out a long chain without growing slow or deep', () => {
  const long = Array.from({ length: 3000 }, (_, index) => ({ id: `n${index}` }));
  const arrows = long.slice(1).map(({ id }, index) => ({ from: `n${index}`, to: id }));
  expect(layout(long, arrows, ['n0']).at(-1)).toEqual({ id: 'n2999', lane: 0, column: 2999 });
});
