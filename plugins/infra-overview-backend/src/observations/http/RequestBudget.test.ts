import { virtualTime } from './__testUtils__/virtualTime';
import { RequestBudget } from './RequestBudget';

const { signal } = new AbortController();

describe('a budget of requests', () => {
  it('lets a full hour through at once, then one at a time', async () => {
    const time = virtualTime();
    const budget = new RequestBudget({ perHour: 60, ...time });
    for (let taken = 0; taken < 60; taken++) await budget.take(signal);
    expect(time.waited).toEqual([]);
    await budget.take(signal);
    await budget.take(signal);
    expect(time.waited).toEqual([60_000, 60_000]);
  });

  it('gives turns in the order of asking', async () => {
    const time = virtualTime();
    const waits: number[] = [];
    const budget = new RequestBudget({
      perHour: 60,
      now: time.now,
      wait: async ms => void waits.push(ms),
    });
    await Promise.all(Array.from({ length: 63 }, () => budget.take(signal)));
    expect(waits).toEqual([60_000, 120_000, 180_000]);
  });

  it('fills with time, and not above an hour', async () => {
    const time = virtualTime();
    const budget = new RequestBudget({ perHour: 60, ...time });
    for (let taken = 0; taken < 60; taken++) await budget.take(signal);
    time.pass(10 * 3_600_000);
    for (let taken = 0; taken < 60; taken++) await budget.take(signal);
    expect(time.waited).toEqual([]);
    await budget.take(signal);
    expect(time.waited).toHaveLength(1);
  });

  it('takes a turn back that was not waited for', async () => {
    const time = virtualTime();
    const stopped = AbortSignal.abort(new Error('stopped'));
    const budget = new RequestBudget({ perHour: 60, ...time });
    for (let taken = 0; taken < 60; taken++) await budget.take(signal);
    await expect(budget.take(stopped)).rejects.toThrow('stopped');
    await budget.take(signal);
    expect(time.waited).toEqual([60_000]);
  });
});
