import {
  contains,
  firstEndingAfter,
  intersect,
  merge,
  subtract,
  type TimeRange,
} from './timeRange';

const ranges = (...pairs: readonly (readonly [number, number])[]): readonly TimeRange[] =>
  pairs.map(([start, end]) => ({ start, end }));

describe('timeRange', () => {
  it.each([
    ['its start belongs to it', 10, true],
    ['its end does not', 20, false],
    ['the last millisecond does', 19, true],
    ['before it', 9, false],
  ])('%s', (_, at, expected) => expect(contains({ start: 10, end: 20 }, at)).toBe(expected));

  it.each([
    ['touching ones become one', ranges([0, 5], [5, 9]), ranges([0, 9])],
    ['overlapping ones become one', ranges([3, 9], [0, 5]), ranges([0, 9])],
    ['a hole stays', ranges([6, 9], [0, 5]), ranges([0, 5], [6, 9])],
    ['one inside another vanishes', ranges([0, 9], [2, 3]), ranges([0, 9])],
    ['empty and inverted ones vanish', ranges([4, 4], [9, 2]), []],
    ['none', [], []],
  ])('merge: %s', (_, list, expected) => expect(merge(list)).toEqual(expected));

  it.each([
    ['a hole in the middle', ranges([0, 9]), ranges([3, 5]), ranges([0, 3], [5, 9])],
    ['the start', ranges([0, 9]), ranges([-1, 5]), ranges([5, 9])],
    ['all of it', ranges([0, 9]), ranges([0, 9]), []],
    ['nothing', ranges([0, 9]), ranges([9, 12]), ranges([0, 9])],
    ['two cuts', ranges([0, 9]), ranges([6, 7], [1, 2]), ranges([0, 1], [2, 6], [7, 9])],
    [
      'forever',
      ranges([-Infinity, Infinity]),
      ranges([0, 1]),
      ranges([-Infinity, 0], [1, Infinity]),
    ],
    ['an empty cut', ranges([0, 9]), ranges([5, 5]), ranges([0, 9])],
  ])('subtract: %s', (_, list, cuts, expected) => expect(subtract(list, cuts)).toEqual(expected));

  it.each([
    ['what lies in both', ranges([0, 5], [7, 9]), ranges([4, 8]), ranges([4, 5], [7, 8])],
    ['touching is not in both', ranges([0, 5]), ranges([5, 9]), []],
  ])('intersect: %s', (_, one, other, expected) => expect(intersect(one, other)).toEqual(expected));

  it.each([
    [0, { start: 1, end: 3 }],
    [2, { start: 1, end: 3 }],
    [3, { start: 5, end: 6 }],
    [6, undefined],
  ])('the first that ends after %i', (at, expected) =>
    expect(firstEndingAfter(ranges([1, 3], [5, 6]), at)).toEqual(expected),
  );
});
