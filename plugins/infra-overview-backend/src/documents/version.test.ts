import type { Entity } from '@backstage/catalog-model';
import { etagsOf, versionOf } from './version';

const HASH = '0123456789abcdef0123456789abcdef01234567';
const entity = (etag: string | undefined): Entity => ({
  apiVersion: 'v1',
  kind: 'System',
  metadata: { name: 'x', ...(etag !== undefined && { etag }) },
});
const versionFor = (entities: ReadonlyMap<string, Entity | undefined>) => {
  const refs = [...entities.keys()];
  return versionOf(refs, etagsOf(refs, entities));
};

it('is the same whatever the order', () => {
  const etags = new Map([
    ['a', '1'],
    ['b', '2'],
  ]);
  expect(versionOf(['a', 'b'], etags)).toBe(versionOf(['b', 'a', 'b'], etags));
});

it('tells an entity that is there from one that is not', () => {
  expect(versionFor(new Map([['a', entity(HASH)]]))).toBe(`a=${HASH}`);
  expect(versionFor(new Map([['a', undefined]]))).toBe('a=absent');
});

it.each([
  ['of the author', 'mine'],
  ['like an answer of ours', 'absent'],
  ['that is not there', undefined],
])('trusts no etag %s', (_, etag) => {
  expect(
    versionFor(
      new Map([
        ['a', entity(HASH)],
        ['b', entity(etag)],
      ]),
    ),
  ).toBeUndefined();
});
