import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import catalogModule from '.';
import { startCatalog, type TestCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(60_000);

const SCHEMA = 'infra-overview.io/v1alpha1';

const component = (name: string, infra: unknown, spec: object = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'group:default/core',
    system: 'noipm',
    ...spec,
    infra,
  },
});

const resource = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name },
  spec: { type: 'database', owner: 'group:default/core' },
});

const HOSTILE = '<script>alert(1)</script> \u202e {{7*7}} ${HOME} "; drop table entities; --';

const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);

/** Documents that are wrong in one way each. JSON is YAML, so each is a document of the file. */
const BROKEN: readonly (readonly [string, unknown])[] = [
  ['text', 'not a document'],
  ['list', [1, 2, 3]],
  ['number', 42],
  ['empty', {}],
  ['null', null],
  ['without-schema', { environments: [{ name: 'production' }] }],
  ['foreign', { schema: 'example.org/v7', environments: [] }],
  ['newer', { schema: 'infra-overview.io/v9', environments: [{ name: 'production' }] }],
  [
    'wrong-types',
    {
      schema: SCHEMA,
      environments: 'production',
      addons: { db: 1 },
      backups: [[[]]],
      requestPath: 7,
      tier: 'gold',
    },
  ],
  [
    'wrong-items',
    {
      schema: SCHEMA,
      environments: [null, 3, { hosting: 'heroku' }, { name: { first: 'x' } }],
      addons: [{ id: 'A B C' }],
    },
  ],
  ['unknown-fields', { schema: SCHEMA, enviroments: [], addons: [{ id: 'db', retension: 'P4W' }] }],
  ['duplicate', { schema: SCHEMA, addons: [{ id: 'db' }, { id: 'db' }] }],
  ['dangling', { schema: SCHEMA, backups: [{ id: 'daily', of: 'nowhere' }] }],
  [
    'circle',
    {
      schema: SCHEMA,
      addons: [
        { id: 'a', storedIn: 'b' },
        { id: 'b', storedIn: 'a' },
      ],
      requestPath: { nodes: [{ id: 'a', kind: 'web' }], edges: [{ from: 'a', to: 'a' }] },
    },
  ],
  [
    'hostile',
    {
      schema: SCHEMA,
      addons: [{ id: 'db', purpose: HOSTILE, product: HOSTILE, resourceRef: HOSTILE }],
      notes: [{ id: 'n', text: HOSTILE }],
    },
  ],
  ['prototype', { schema: SCHEMA, constructor: { prototype: 1 }, addons: [{ id: '__proto__' }] }],
  ['deep', { schema: SCHEMA, environments: nested(1000), notes: nested(1000) }],
  [
    'one-megabyte',
    {
      schema: SCHEMA,
      notes: Array.from({ length: 1000 }, (_, index) => ({
        id: `n${index}`,
        text: 'x'.repeat(1000),
      })),
    },
  ],
  [
    'bad-refs',
    {
      schema: SCHEMA,
      addons: [
        'a:b:c/d/e',
        ':',
        'resource:default/',
        `resource:default/${'x'.repeat(300)}`,
        'Resource:default/has space',
      ].map((resourceRef, index) => ({ id: `a${index}`, resourceRef })),
    },
  ],
  [
    'zones',
    {
      schema: SCHEMA,
      environments: [
        {
          name: 'production',
          deploy: {
            windows: [
              {
                id: 'w',
                kind: 'allow',
                timeZone: 'CST',
                schedule: { days: ['someday'], from: '25:00' },
              },
            ],
          },
        },
      ],
    },
  ],
];

const noipm = {
  schema: SCHEMA,
  environments: [
    { name: 'production', hosting: { platform: 'heroku', resourceRef: 'heroku-space' } },
  ],
  addons: [
    {
      id: 'db',
      category: 'database',
      product: 'heroku-postgresql',
      resourceRef: 'resource:default/noipm-postgres',
    },
    { id: 'papertrail', category: 'logging', resourceRef: 'noipm-papertrail' },
    { id: 'self', resourceRef: 'component:default/noipm-web' },
    { id: 'twice', resourceRef: 'Resource:Default/NOIPM-Postgres' },
  ],
};

const file = [
  ...BROKEN.map(([name, infra]) => component(name, infra)),
  component('noipm-web', noipm),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'noipm' },
    spec: { owner: 'core', domain: 'ring', infra: { schema: SCHEMA } },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: { name: 'ring' },
    spec: { owner: 'core', subdomainOf: 'ring', infra: { schema: SCHEMA } },
  },
  resource('noipm-postgres'),
  resource('noipm-papertrail'),
  component('last-of-the-file', { schema: SCHEMA }),
];

const errorsOf = (entity: Entity) =>
  (entity as Entity & { status?: { items?: readonly { level: string }[] } }).status?.items?.filter(
    item => item.level === 'error',
  ) ?? [];

const relationsOf = (entity: Entity, type: string) =>
  (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef)
    .sort();

describe.each([
  ['with the module', [catalogModule]],
  ['without it, by the stock validators alone', []],
])('a catalog %s', (_, features) => {
  let folder: string;
  let catalog: TestCatalog;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'infra-overview-'));
    const path = join(folder, 'catalog-info.yaml');
    await writeFile(path, file.map(entity => JSON.stringify(entity)).join('\n---\n'));
    catalog = await startCatalog(path, features);
  }, 60_000);

  afterAll(async () => {
    await catalog?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(BROKEN)('takes an entity whose document is wrong: %s', async (name, infra) => {
    const entity = await catalog.entity(`component/default/${name}`);
    expect(errorsOf(entity)).toEqual([]);
    expect(entity.spec?.infra).toEqual(infra);
  });

  it('goes on with the rest of the file', async () => {
    const entity = await catalog.entity('component/default/last-of-the-file');
    expect(entity.spec?.infra).toEqual({ schema: SCHEMA });
  });

  it.each(['system/default/noipm', 'domain/default/ring'])('takes a document on %s', async path => {
    const entity = await catalog.entity(path);
    expect(errorsOf(entity)).toEqual([]);
    expect(entity.spec?.infra).toEqual({ schema: SCHEMA });
  });
});

describe('relations', () => {
  let folder: string;
  let path: string;
  let catalog: TestCatalog;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'infra-overview-'));
    path = join(folder, 'catalog-info.yaml');
    await writeFile(path, file.map(entity => JSON.stringify(entity)).join('\n---\n'));
    catalog = await startCatalog(path, [catalogModule]);
  }, 60_000);

  afterAll(async () => {
    await catalog?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('lead from the entity to what its document names', async () => {
    const entity = await catalog.entity(
      'component/default/noipm-web',
      found => relationsOf(found, 'dependsOn').length > 0,
    );
    expect(relationsOf(entity, 'dependsOn')).toEqual([
      'resource:default/heroku-space',
      'resource:default/noipm-papertrail',
      'resource:default/noipm-postgres',
    ]);
  });

  it('lead back', async () => {
    const entity = await catalog.entity(
      'resource/default/noipm-postgres',
      found => relationsOf(found, 'dependencyOf').length > 0,
    );
    expect(relationsOf(entity, 'dependencyOf')).toEqual(['component:default/noipm-web']);
  });

  it('are of built-in types only', async () => {
    const entity = await catalog.entity(
      'component/default/noipm-web',
      found => relationsOf(found, 'dependsOn').length > 0,
    );
    expect(new Set(entity.relations?.map(relation => relation.type))).toEqual(
      new Set(['dependsOn', 'ownedBy', 'partOf']),
    );
  });

  it('leave out what is no reference', async () => {
    const entity = await catalog.entity('component/default/bad-refs');
    expect(relationsOf(entity, 'dependsOn')).toEqual([]);
  });

  it('go when the document no longer names them', async () => {
    await writeFile(
      path,
      [component('noipm-web', { ...noipm, addons: [] }), resource('noipm-postgres')]
        .map(entity => JSON.stringify(entity))
        .join('\n---\n'),
    );
    const entity = await catalog.entity(
      'component/default/noipm-web',
      found => relationsOf(found, 'dependsOn').length === 1,
    );
    expect(relationsOf(entity, 'dependsOn')).toEqual(['resource:default/heroku-space']);
    await catalog.entity(
      'resource/default/noipm-postgres',
      found => relationsOf(found, 'dependencyOf').length === 0,
    );
  });
});
