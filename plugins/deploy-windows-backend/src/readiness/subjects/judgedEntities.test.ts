import type { Entity } from '@backstage/catalog-model';
import { aComponent, aDomain, aSystem } from '../../__testUtils__/entities';
import { buildDirectory } from '../../policy/buildDirectory';
import { toSnapshot } from '../../policy/toSnapshot';
import { dependenciesIn } from './dependencies';
import { judgedEntities } from './judgedEntities';

const directoryOf = (...entities: readonly Entity[]) =>
  buildDirectory(
    entities.map(entity => toSnapshot(entity, text => text)),
    new Map(),
  );
const ENVIRONMENTS = { environments: [{ name: 'production' }] };

describe('judgedEntities', () => {
  it.each<[string, readonly Entity[], readonly string[]]>([
    ['a service', [aComponent('web')], ['component:default/web']],
    ['a website', [aComponent('web', undefined, { type: 'Website' })], ['component:default/web']],
    ['not a library', [aComponent('lib', undefined, { type: 'library' })], []],
    [
      'a library that carries a document',
      [aComponent('lib', ENVIRONMENTS, { type: 'library' })],
      ['component:default/lib'],
    ],
    [
      'a System that carries a document',
      [aSystem('noipm', ENVIRONMENTS)],
      ['system:default/noipm'],
    ],
    ['not a System without one', [aSystem('noipm')], []],
    [
      'a System and each of its Components',
      [aSystem('noipm', ENVIRONMENTS), aComponent('web', undefined, { system: 'noipm' })],
      ['system:default/noipm', 'component:default/web'],
    ],
    ['not a Domain, which is a standard', [aDomain('city', ENVIRONMENTS)], []],
  ])('%s', async (_, entities, expected) => {
    expect(judgedEntities(await directoryOf(...entities)).map(({ ref }) => ref)).toEqual(expected);
  });

  it('asks the predicate of the configuration, about the document as well', async () => {
    const directory = await directoryOf(aComponent('web'), aComponent('shop', ENVIRONMENTS));
    const predicate = { 'spec.infra.environments': { $exists: true } };
    expect(judgedEntities(directory, predicate).map(({ ref }) => ref)).toEqual([
      'component:default/shop',
    ]);
  });
});

describe('dependenciesIn', () => {
  it('reads both sides, completes names, and leaves out add-ons', async () => {
    const { entities } = await directoryOf(
      aComponent('web', undefined, { dependsOn: ['shop', 'resource:default/db', 'Component:web'] }),
      aComponent('shop', undefined, { dependencyOf: ['component:default/cart'] }),
    );
    expect(dependenciesIn(entities)).toEqual(
      new Map([
        ['component:default/web', ['component:default/shop']],
        ['component:default/cart', ['component:default/shop']],
      ]),
    );
  });

  it.each(['text', 7, null, [null, 7, ''], { a: 1 }])('takes %j for nothing', async dependsOn => {
    const { entities } = await directoryOf(aComponent('web', undefined, { dependsOn } as never));
    expect([...dependenciesIn(entities).values()].flat().length).toBeLessThanOrEqual(1);
  });
});
