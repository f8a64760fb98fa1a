import type { Entity } from '@backstage/catalog-model';
import { chainOf, completeRef, parentRefOf } from './chain';

function entity(kind: string, name: string, spec: Entity['spec'] = {}, namespace?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, ...(namespace !== undefined && { namespace }) },
    spec,
  };
}

function catalog(...entities: Entity[]): ReadonlyMap<string, Entity> {
  return new Map(
    entities.map(item => [
      `${item.kind}:${item.metadata.namespace ?? 'default'}/${item.metadata.name}`.toLowerCase(),
      item,
    ]),
  );
}

const long = Array.from({ length: 12 }, (_, index) =>
  entity('Domain', `d${index}`, { subdomainOf: `d${index + 1}` }),
);

describe('chainOf', () => {
  it.each<[string, ReadonlyMap<string, Entity>, string, readonly string[], readonly string[]]>([
    [
      'goes up from Component to Domains',
      catalog(
        entity('Component', 'web', { system: 'shop' }),
        entity('System', 'shop', { domain: 'sales' }),
        entity('Domain', 'sales', { subdomainOf: 'all' }),
        entity('Domain', 'all'),
      ),
      'component:default/web',
      [
        'domain:default/all',
        'domain:default/sales',
        'system:default/shop',
        'component:default/web',
      ],
      [],
    ],
    [
      'completes short refs',
      catalog(entity('Component', 'Web', { system: 'Shop' }), entity('System', 'Shop')),
      'component:web',
      ['system:default/shop', 'component:default/web'],
      [],
    ],
    [
      'looks in the namespace of the child',
      catalog(
        entity('Component', 'web', { system: 'shop' }, 'eu'),
        entity('System', 'shop', {}, 'eu'),
        entity('System', 'shop'),
      ),
      'component:eu/web',
      ['system:eu/shop', 'component:eu/web'],
      [],
    ],
    [
      'is one long where nothing is above',
      catalog(entity('Component', 'web')),
      'component:default/web',
      ['component:default/web'],
      [],
    ],
    [
      'says which parent is missing and uses the rest',
      catalog(
        entity('Component', 'web', { system: 'shop' }),
        entity('System', 'shop', { domain: 'x' }),
      ),
      'component:default/web',
      ['system:default/shop', 'component:default/web'],
      ['missing-parent'],
    ],
    [
      'ends at a cycle',
      catalog(
        entity('Domain', 'a', { subdomainOf: 'b' }),
        entity('Domain', 'b', { subdomainOf: 'a' }),
      ),
      'domain:default/a',
      ['domain:default/b', 'domain:default/a'],
      ['cycle'],
    ],
    [
      'ends at an entity above itself',
      catalog(entity('Domain', 'a', { subdomainOf: 'a' })),
      'domain:default/a',
      ['domain:default/a'],
      ['cycle'],
    ],
    ['has nothing where the start is unknown', catalog(), 'domain:default/a', [], []],
    [
      'is at most ten long',
      catalog(...long),
      'domain:default/d0',
      [9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map(index => `domain:default/d${index}`),
      [],
    ],
    [
      'reports a ref that is none',
      catalog(entity('System', 's', { domain: 'a:b:c/d/e' })),
      'system:default/s',
      ['system:default/s'],
      ['missing-parent'],
    ],
  ])('%s', (_, entities, start, refs, codes) => {
    const { links, problems } = chainOf(entities, start);
    expect(links.map(({ entityRef }) => entityRef)).toEqual(refs);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it('the problem names the entity, the field and the words of the reference', () => {
    const { problems } = chainOf(
      catalog(entity('System', 'noipm', { domain: 'x' })),
      'system:default/noipm',
    );
    expect(problems).toEqual([
      {
        code: 'missing-parent',
        severity: 'warning',
        path: 'spec.domain',
        entityRef: 'system:default/noipm',
        message:
          'system:default/noipm names domain:default/x, which is not in the catalog; its standards are left out',
      },
    ]);
  });

  it('levels and titles come from the entities', () => {
    const api = {
      ...entity('API', 'orders', { system: 's' }),
      metadata: { name: 'orders', title: 'Orders' },
    };
    const { links } = chainOf(catalog(api, entity('System', 's')), 'api:default/orders');
    expect(links.map(({ level, title }) => [level, title])).toEqual([
      ['system', undefined],
      ['component', 'Orders'],
    ]);
  });
});

describe('refs', () => {
  it.each`
    ref                 | context                                             | full
    ${'shop'}           | ${{ defaultKind: 'system' }}                        | ${'system:default/shop'}
    ${'System:eu/Shop'} | ${undefined}                                        | ${'system:eu/shop'}
    ${'shop'}           | ${{ defaultKind: 'system', defaultNamespace: 'x' }} | ${'system:x/shop'}
    ${'shop'}           | ${undefined}                                        | ${undefined}
    ${''}               | ${{ defaultKind: 'system' }}                        | ${undefined}
  `('$ref in $context is $full', ({ ref, context, full }) => {
    expect(completeRef(ref, context)).toBe(full);
  });

  it('the parent of an entity, for loading level by level', () => {
    expect(parentRefOf(entity('Component', 'web', { system: 'shop' }))).toBe('system:default/shop');
    expect(parentRefOf(entity('Domain', 'all'))).toBeUndefined();
  });
});
