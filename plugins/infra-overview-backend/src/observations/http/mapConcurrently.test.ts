import { mapConcurrently } from './mapConcurrently';

async function collected<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

describe('working on several at a time', () => {
  it('keeps the order and never has more under way than allowed', async () => {
    let [underWay, most] = [0, 0];
    const work = async (item: number) => {
      underWay += 1;
      most = Math.max(most, underWay);
      // Later ones are done sooner.
      for (let turn = 0; turn < 10 - item; turn++) await Promise.resolve();
      underWay -= 1;
      return item * 2;
    };
    expect(await collected(mapConcurrently([1, 2, 3, 4, 5], 2, work))).toEqual([2, 4, 6, 8, 10]);
    expect(most).toBe(2);
  });

  it('has nothing left under way when it ends early', async () => {
    const done: number[] = [];
    const work = async (item: number) => {
      await Promise.resolve();
      done.push(item);
      if (item === 1) throw new Error('the first one failed');
      return item;
    };
    await expect(collected(mapConcurrently([1, 2, 3, 4], 3, work))).rejects.toThrow('the first');
    expect(done).toEqual([1, 2, 3]);
  });
});
