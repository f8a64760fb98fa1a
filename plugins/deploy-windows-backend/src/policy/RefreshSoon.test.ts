import { RefreshSoon } from './RefreshSoon';

function aRefresh() {
  let now = 0;
  let runs: number[] = [];
  let timers: { readonly at: number; readonly work: () => void }[] = [];
  const soon = new RefreshSoon({
    run: async () => void runs.push(now),
    after: (delay, work) => {
      const timer = { at: now + delay, work };
      timers.push(timer);
      return () => void (timers = timers.filter(other => other !== timer));
    },
  });
  return {
    soon,
    /** When it ran. */
    until(time: number): readonly number[] {
      for (;;) {
        const [next] = [...timers].sort((a, b) => a.at - b.at);
        if (next === undefined || next.at > time) break;
        now = next.at;
        timers = timers.filter(other => other !== next);
        next.work();
      }
      now = time;
      return runs;
    },
    forget: () => void (runs = []),
  };
}

describe('RefreshSoon', () => {
  it('reads soon, and once more for what the catalog did not show yet', () => {
    const { soon, until } = aRefresh();
    soon.changed();
    expect(until(60_000)).toEqual([3_000, 7_000]);
  });

  it('reads a thousand changes as few times as one', () => {
    const { soon, until } = aRefresh();
    for (let change = 0; change < 1_000; change += 1) soon.changed();
    expect(until(60_000)).toEqual([3_000, 7_000]);
  });

  it('does not wait for a catalog that never rests, and still reads the end', () => {
    const { soon, until } = aRefresh();
    for (let second = 0; second < 10; second += 1) {
      until(second * 1_000);
      soon.changed();
    }
    const runs = until(60_000);
    expect(runs[0]).toBe(3_000);
    expect(runs.at(-1)).toBe(16_000);
  });

  it('stops', () => {
    const { soon, until } = aRefresh();
    soon.changed();
    soon.stop();
    expect(until(60_000)).toEqual([]);
  });
});
