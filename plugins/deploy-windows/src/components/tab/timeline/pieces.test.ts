import { aDay, aSegment } from '../../../__testUtils__/aTimeline';
import { pieceAt, piecesOf, placeIn } from './pieces';

// The clocks of Chicago go back on 1 November 2026: a day of 25 hours.
const long = aDay({
  date: '2026-11-01',
  start: '2026-11-01T05:00:00Z',
  end: '2026-11-02T06:00:00Z',
});
const next = aDay({
  date: '2026-11-02',
  start: '2026-11-02T06:00:00Z',
  end: '2026-11-03T06:00:00Z',
});

it('cuts a segment at midnight, and fills every day whole', () => {
  const night = aSegment({ start: '2026-11-02T04:00:00Z', end: '2026-11-02T12:00:00Z' });
  const [first, second] = piecesOf([long, next], [night]);
  expect(first).toMatchObject([{ left: (23 / 25) * 100, width: (2 / 25) * 100 }]);
  expect(second).toMatchObject([{ left: 0, width: 25 }]);
});

it.each([
  ['ends where the day begins', '2026-11-01T00:00:00Z', '2026-11-01T05:00:00Z'],
  ['begins where the day ends', '2026-11-02T06:00:00Z', '2026-11-02T07:00:00Z'],
])('leaves out a segment that %s', (_, start, end) => {
  expect(piecesOf([long], [aSegment({ start, end })])).toEqual([[]]);
});

it.each([
  ['2026-11-01T05:00:00Z', 0],
  ['2026-11-01T17:30:00Z', 50],
  ['2026-11-02T06:00:00Z', undefined],
  ['2026-11-01T04:59:59Z', undefined],
])('now at %s is at %s percent', (at, place) => {
  expect(placeIn(long, Date.parse(at))).toBe(place);
});

it.each([
  [0, 0],
  [30, 1],
  [99, 1],
])('at %s percent is piece %s', (place, index) => {
  const pieces = [
    { segment: aSegment(), left: 0, width: 20 },
    { segment: aSegment(), left: 20, width: 40 },
  ];
  expect(pieceAt(pieces, place)).toBe(index);
});
