import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  comparisonSchema,
  overviewSchema,
  parseAnswer,
} from 'backstage-plugin-infra-overview-common';
import request from 'supertest';
import { aComponent, aSystem, organisation, SCHEMA } from '../__testUtils__/entities';
import { eventually, ownedBy, startPortal, type Portal } from '../__testUtils__/startPortal';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(120_000);

const COMPLAINTS = '/v1/overview/system/default/complaints';

describe.each(databases.eachSupportedId())('the overview of an entity (%s)', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      entities: organisation,
      databases: { catalog: await databases.init(id), 'infra-overview': await databases.init(id) },
    });
  });
  afterAll(async () => portal?.stop());

  const overview = async (path: string) => {
    const response = await portal.get(path);
    expect(response.status).toBe(200);
    return parseAnswer(overviewSchema, response.body);
  };

  it('adds a System and its Components up', async () => {
    const answer = await overview(COMPLAINTS);
    expect(answer.outcome).toBe('read');
    expect(answer.entity).toMatchObject({
      ref: 'system:default/complaints',
      title: 'Complaint manager',
      owner: 'group:default/core',
      domain: 'domain:default/police',
      sourceUrl: 'https://example.org/complaints',
    });
    expect(answer.chain.map(link => link.entityRef)).toEqual([
      'domain:default/justice',
      'domain:default/police',
      'system:default/complaints',
    ]);
    expect(answer.parts.map(part => part.entityRef)).toEqual([
      'component:default/complaints-web',
      'component:default/complaints-worker',
    ]);
    const addons = answer.effective?.document.addons as readonly { id: string }[];
    expect(addons.map(addon => addon.id).sort()).toEqual(['db', 'logs', 'queue', 'uptime']);
    expect(answer.effective?.origins['addons[uptime]']).toMatchObject({
      level: 'domain',
      entityRef: 'domain:default/justice',
    });
  });

  it('lets a Component inherit from System and Domains', async () => {
    const answer = await overview('/v1/overview/component/default/complaints-web');
    expect(answer.chain.map(link => [link.entityRef, link.level])).toEqual([
      ['domain:default/justice', 'domain'],
      ['domain:default/police', 'domain'],
      ['system:default/complaints', 'system'],
      ['component:default/complaints-web', 'component'],
    ]);
    const document = answer.effective?.document;
    expect(
      (document?.environments as readonly { name: string }[])
        .map(environment => environment.name)
        .sort(),
    ).toEqual(['production', 'staging']);
    expect((document?.addons as readonly { id: string }[]).map(addon => addon.id).sort()).toEqual([
      'db',
      'logs',
      'uptime',
    ]);
    expect(answer.parts).toEqual([]);
  });

  it('shows the standard of a Domain', async () => {
    const answer = await overview('/v1/overview/domain/default/justice');
    expect(answer.outcome).toBe('read');
    expect(
      (answer.effective?.document.platforms as readonly { id: string }[]).map(
        platform => platform.id,
      ),
    ).toEqual(['heroku', 'attic']);
  });

  it('says that nothing is stated', async () => {
    const answer = await overview('/v1/overview/system/default/silent');
    expect(answer.outcome).toBe('absent');
    expect(answer.effective).toBeUndefined();
  });

  it('says why a document was refused, and keeps the entity', async () => {
    const answer = await overview('/v1/overview/system/default/newer');
    expect(answer.outcome).toBe('refused');
    expect(answer.refusal).toMatchObject({ code: 'schema-newer', severity: 'refused' });
    expect(answer.entity.ref).toBe('system:default/newer');
  });

  it('lists what is wrong and reads the rest', async () => {
    const answer = await overview('/v1/overview/system/default/orphan');
    expect(answer.outcome).toBe('read');
    expect(answer.problems.map(problem => problem.code)).toEqual(
      expect.arrayContaining(['missing-parent', 'wrong-type', 'dangling-ref']),
    );
    expect((answer.effective?.document.backups as readonly unknown[]).length).toBe(1);
  });

  it('answers 304 while nothing changed', async () => {
    const first = await portal.get(COMPLAINTS);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const second = await portal.get(COMPLAINTS).set('If-None-Match', first.headers.etag as string);
    expect(second.status).toBe(304);
    expect(second.text).toBe('');
  });

  it('asks the catalog once, however many Components there are', async () => {
    await portal.get(COMPLAINTS);
    portal.catalogCalls();
    await portal.get(COMPLAINTS);
    expect(portal.catalogCalls()).toEqual(['POST /entities/by-refs']);
  });

  it('compares two environments', async () => {
    const { status, body } = await portal.get(`${COMPLAINTS}/compare?a=Staging&b=production`);
    expect(status).toBe(200);
    const { environments, rows } = parseAnswer(comparisonSchema, body);
    expect(environments).toEqual(['staging', 'production']);
    const plan = rows.find(row => row.cells.some(cell => /hobby/i.test(cell.text)));
    expect(plan).toMatchObject({ differs: true, differing: ['production'] });
  });

  it.each([
    ['an unknown entity', '/v1/overview/system/default/nobody', 404, 'system:default/nobody'],
    ['a kind without documents', '/v1/overview/group/default/core', 400, 'kind'],
    [
      'an environment that is not declared',
      `${COMPLAINTS}/compare?a=production&b=moon`,
      400,
      'it declares production, staging',
    ],
    ['a comparison with one side', `${COMPLAINTS}/compare?a=production`, 400, "'b'"],
    ['an unknown parameter', `${COMPLAINTS}?depth=3`, 400, 'depth'],
  ])('refuses %s', async (_, path, status, words) => {
    const response = await portal.get(path);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(words);
  });

  it('refuses who is not signed in', async () => {
    const response = await request(portal.server)
      .get(`/api/infra-overview${COMPLAINTS}`)
      .set('Authorization', mockCredentials.none.header());
    expect(response.status).toBe(401);
  });

  it('describes itself', async () => {
    const { status, body } = await portal.get('/openapi.json');
    expect(status).toBe(200);
    expect(Object.keys(body.paths)).toContain('/api/infra-overview/v1/fleet');
  });
});

describe('an overview that changes', () => {
  let portal: Portal;
  const project = (plan: string, parts: readonly string[]) => [
    aSystem('shop', {
      infra: { schema: SCHEMA, environments: [{ name: 'production', hosting: { plan } }] },
    }),
    ...parts.map(name =>
      aComponent(name, {
        spec: { system: 'shop' },
        infra: { schema: SCHEMA, addons: [{ id: name, product: name }] },
      }),
    ),
  ];
  const document = async () =>
    (await portal.get('/v1/overview/system/default/shop')).body.effective.document;

  beforeAll(async () => {
    portal = await startPortal({ entities: project('hobby', ['web']) });
  });
  afterAll(async () => portal?.stop());

  it('follows the catalog at once', async () => {
    expect((await document()).environments[0].hosting.plan).toBe('hobby');
    await portal.put(project('standard', ['web', 'worker']));
    await eventually(
      async () => (await document()).environments[0].hosting.plan === 'standard',
      'the new plan',
    );
    await eventually(async () => (await document()).addons?.length === 2, 'the new Component');
    await portal.put(project('standard', ['worker']));
    await eventually(async () => (await document()).addons?.length === 1, 'one Component less');
  });

  it('does not trust an etag that an author wrote', async () => {
    const authored = (product: string) => {
      const [entity] = project('standard', []);
      return [
        {
          ...entity!,
          metadata: { ...entity!.metadata, etag: 'mine' },
          spec: { ...entity!.spec, infra: { schema: SCHEMA, addons: [{ id: 'db', product }] } },
        },
      ];
    };
    await portal.put(authored('mysql'));
    await eventually(
      async () => (await document()).addons?.[0]?.product === 'mysql',
      'the first product',
    );
    await portal.put(authored('postgresql'));
    await eventually(
      async () => (await document()).addons?.[0]?.product === 'postgresql',
      'the second product',
    );
    expect((await document()).addons).toEqual([
      expect.objectContaining({ id: 'db', product: 'postgresql' }),
    ]);
  });
});

describe('an overview for those who may not see everything', () => {
  let portal: Portal;
  const COMPONENT = '/v1/overview/component/default/open';

  beforeAll(async () => {
    portal = await startPortal({
      entities: [
        aSystem('mixed', { spec: { owner: 'us' }, infra: { schema: SCHEMA } }),
        aComponent('open', {
          spec: { owner: 'us', system: 'mixed' },
          infra: { schema: SCHEMA, addons: [{ id: 'db', product: 'mysql' }] },
        }),
        aComponent('closed', {
          spec: { owner: 'them', system: 'mixed' },
          infra: { schema: SCHEMA, addons: [{ id: 'vault', product: 'hidden-product' }] },
        }),
        aSystem('theirs', { spec: { owner: 'them' }, infra: { schema: SCHEMA } }),
        aComponent('ours', { spec: { owner: 'us', system: 'theirs' }, infra: { schema: SCHEMA } }),
      ],
      policy: (user, permission) => {
        if (user === 'user:default/stranger' && permission === 'infra-overview.overview.read')
          return { result: AuthorizeResult.DENY };
        if (user === 'user:default/nobody' && permission === 'catalog.entity.read')
          return { result: AuthorizeResult.DENY };
        if (user === 'user:default/us' && permission === 'catalog.entity.read')
          return ownedBy('group:default/us');
        return undefined;
      },
    });
  });
  afterAll(async () => portal?.stop());

  it('is refused to those who may not see overviews', async () => {
    expect((await portal.get(COMPONENT, 'user:default/stranger')).status).toBe(403);
  });

  it.each([
    ['who may see no entity', COMPONENT, 'user:default/nobody'],
    ['who may not see this one', '/v1/overview/system/default/theirs', 'user:default/us'],
  ])('is not there for those %s, as if it did not exist', async (_, path, user) => {
    const hidden = await portal.get(path, user);
    const never = await portal.get('/v1/overview/system/default/never', user);
    expect([hidden.status, never.status]).toEqual([404, 404]);
    expect(hidden.body.error.message.replace(/\S+:default\/\S+/, '')).toBe(
      never.body.error.message.replace(/\S+:default\/\S+/, ''),
    );
  });

  it('leaves hidden Components out, whoever asked before', async () => {
    const path = '/v1/overview/system/default/mixed';
    for (const _ of [1, 2]) {
      const all = await portal.get(path);
      expect(JSON.stringify(all.body)).toContain('hidden-product');
      const ours = await portal.get(path, 'user:default/us');
      expect(ours.body.effective.document.addons.map((addon: { id: string }) => addon.id)).toEqual([
        'db',
      ]);
      expect(JSON.stringify(ours.body)).not.toMatch(/hidden-product|closed|vault/);
    }
  });

  it('names a hidden System only as the Component itself does', async () => {
    const { body } = await portal.get('/v1/overview/component/default/ours', 'user:default/us');
    expect(body.problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'missing-parent' })]),
    );
    expect(body.chain).toHaveLength(1);
  });
});
