import { trendLines } from './trendLines';

const none = { 'not-ready': 0, 'not-assessed': 0, 'ready-with-waivers': 0, ready: 0 };

it('draws from the left to the right, the highest number at the top', () => {
  const [notReady, , , ready] = trendLines(
    [
      { day: '2026-11-22', byVerdict: { ...none, 'not-ready': 4 } },
      { day: '2026-11-23', byVerdict: { ...none, 'not-ready': 2, ready: 2 } },
      { day: '2026-11-24', byVerdict: { ...none, ready: 4 } },
    ],
    100,
    40,
  );
  expect(notReady).toEqual({ verdict: 'not-ready', points: '0,0 50,20 100,40', first: 4, last: 0 });
  expect(ready?.points).toBe('0,40 50,20 100,0');
});

it('draws nothing upside down where there is nothing', () => {
  expect(trendLines([{ day: '2026-11-24', byVerdict: none }], 100, 40)[0]?.points).toBe('0,40');
});
