import { isWithin, place, positionOf } from './placements';

// Chicago, the week the clocks go back: 1 November 2026 has 25 hours.
const days = [
  {
    date: '2026-10-31',
    label: 'Sat 31 Oct',
    start: '2026-10-31T05:00:00Z',
    end: '2026-11-01T05:00:00Z',
  },
  {
    date: '2026-11-01',
    label: 'Sun 1 Nov',
    start: '2026-11-01T05:00:00Z',
    end: '2026-11-02T06:00:00Z',
  },
];
const at = (text: string) => Date.parse(text);

it.each([
  ['before the first day', '2026-10-30T00:00:00Z', 0],
  ['at the start', '2026-10-31T05:00:00Z', 0],
  ['at noon of a usual day', '2026-10-31T17:00:00Z', 0.25],
  ['at the border', '2026-11-01T05:00:00Z', 0.5],
  ['half way through the long day', '2026-11-01T17:30:00Z', 0.75],
  ['after the last day', '2026-11-05T00:00:00Z', 1],
])('%s', (_, text, expected) => {
  expect(positionOf(days, at(text))).toBeCloseTo(expected, 6);
});

it.each([
  ['cut to what is shown', '2026-10-01T00:00:00Z', '2026-12-01T00:00:00Z', { from: 0, width: 1 }],
  ['outside', '2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z', undefined],
  ['the whole first day', '2026-10-31T05:00:00Z', '2026-11-01T05:00:00Z', { from: 0, width: 0.5 }],
])('a stretch: %s', (_, start, end, expected) => {
  expect(place(days, start, end)).toEqual(expected);
});

it('knows whether an instant is shown', () => {
  expect([
    isWithin(days, at('2026-11-01T05:59:00Z')),
    isWithin(days, at('2026-11-02T06:00:00Z')),
    isWithin([], 0),
  ]).toEqual([true, false, false]);
});
