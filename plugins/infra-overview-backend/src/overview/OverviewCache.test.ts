import { OverviewCache } from './OverviewCache';

const shape = (version: string, refs: readonly string[] = ['a'], body = version) => ({
  refs,
  version,
  answer: { body, etag: body },
});

describe('OverviewCache', () => {
  it('finds an answer by its version only', () => {
    const cache = new OverviewCache({ mostCharacters: 100 });
    cache.keep('x', shape('1'));
    expect([cache.find('x', '1')?.body, cache.find('x', '2'), cache.find('y', '1')]).toEqual([
      '1',
      undefined,
      undefined,
    ]);
  });

  it('keeps an answer for each view, and guesses the entities of all', () => {
    const cache = new OverviewCache({ mostCharacters: 100 });
    cache.keep('x', shape('all', ['a', 'b']));
    cache.keep('x', shape('part', ['a', 'b']));
    cache.keep('x', shape('new', ['a', 'c']));
    expect(cache.likelySources('x')).toEqual(['a', 'c', 'b']);
    for (const version of ['all', 'part', 'new'])
      expect(cache.find('x', version)?.body).toBe(version);
  });

  it('does not keep every view there ever was', () => {
    const cache = new OverviewCache({ mostCharacters: 100 });
    for (const version of ['1', '2', '3', '4', '5']) cache.keep('x', shape(version));
    expect([cache.find('x', '1'), cache.find('x', '5')?.body]).toEqual([undefined, '5']);
  });

  it('forgets what was not used for longest when it is full', () => {
    const cache = new OverviewCache({ mostCharacters: 10 });
    for (const ref of ['x', 'y']) cache.keep(ref, shape('1', [ref], '12345'));
    cache.find('x', '1');
    cache.keep('z', shape('1', ['z'], '12345'));
    expect(['x', 'y', 'z'].map(ref => cache.likelySources(ref).length)).toEqual([1, 0, 1]);
    cache.keep('z', shape('2', ['z'], '12345678901'));
    expect(cache.find('z', '2')).toBeUndefined();
  });
});
