import { RevisionCache } from './RevisionCache';

describe('RevisionCache', () => {
  it('computes once for a revision', async () => {
    const cache = new RevisionCache<number>({ mostAnswers: 10 });
    const compute = jest.fn(async () => 7);
    await Promise.all([
      cache.get(1, 'a', compute),
      cache.get(1, 'a', compute),
      cache.get(1, 'b', compute),
    ]);
    expect(compute).toHaveBeenCalledTimes(2);
    await cache.get(2, 'a', compute);
    expect(compute).toHaveBeenCalledTimes(3);
  });

  it('asks again after a failure', async () => {
    const cache = new RevisionCache<number>({ mostAnswers: 10 });
    await expect(cache.get(1, 'a', async () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect(await cache.get(1, 'a', async () => 8)).toBe(8);
  });

  it('stays small', async () => {
    const cache = new RevisionCache<string>({ mostAnswers: 2 });
    const compute = jest.fn(async () => 'x');
    for (const key of ['a', 'b', 'c', 'a']) await cache.get(1, key, compute);
    expect(compute).toHaveBeenCalledTimes(4);
  });
});
