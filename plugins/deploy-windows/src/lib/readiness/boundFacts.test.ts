import { factLines, factRows, sameBoundFacts } from './boundFacts';

it('shows what came and what went of a list', () => {
  const [row] = factRows({ alertPeople: ['ada', 'cyn'] }, { alertPeople: ['ada', 'bo'] });
  expect(row).toEqual({
    name: 'alertPeople',
    now: ['ada', 'cyn'],
    before: ['ada', 'bo'],
    isChanged: true,
    came: ['cyn'],
    went: ['bo'],
  });
});

it('shows a fact that is no longer stated', () => {
  expect(factRows({}, { plan: 'standard' })).toEqual([
    expect.objectContaining({ name: 'plan', before: ['standard'], now: ['not stated'] }),
  ]);
});

it.each([
  ['the order of a list', { a: [1, 2] }, { a: [2, 1] }, true],
  ['the order of names', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, true],
  ['another value', { a: 'x' }, { a: 'y' }, false],
  ['a value more', { a: 'x' }, { a: 'x', b: 'y' }, false],
])('%s: the same is %s', (_, a, b, same) => {
  expect(sameBoundFacts(a, b)).toBe(same);
});

it.each([
  [undefined, ['not stated']],
  [[], ['none']],
  ['two', ['two']],
  [[{ id: 'db', plan: 'x' }], ['id: db, plan: x']],
  [{ retention: 'P28D' }, ['retention: P28D']],
])('%j reads %j', (value, lines) => {
  expect(factLines(value)).toEqual(lines);
});
