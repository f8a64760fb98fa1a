import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  fleetFacetsSchema,
  fleetPageSchema,
  parseAnswer,
  type FleetPage,
} from 'backstage-plugin-infra-overview-common';
import { aComponent, aDomain, aSystem, organisation, SCHEMA } from '../__testUtils__/entities';
import { ownedBy, startPortal, type Portal } from '../__testUtils__/startPortal';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(120_000);

const fleetOf =
  (portal: Portal) =>
  async (query = '', user?: string): Promise<FleetPage> => {
    const response = await portal.get(`/v1/fleet${query}`, user);
    if (response.status !== 200) throw new Error(JSON.stringify(response.body));
    return parseAnswer(fleetPageSchema, response.body);
  };

const names = (page: FleetPage) => page.rows.map(row => row.name);

describe.each(databases.eachSupportedId())('the fleet (%s)', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      entities: organisation,
      databases: { catalog: await databases.init(id), 'infra-overview': await databases.init(id) },
    });
  });
  afterAll(async () => portal?.stop());

  const fleet = (query?: string) => fleetOf(portal)(query);

  it('has one row a project: a System, or a Component without one', async () => {
    const page = await fleet();
    expect(names(page)).toEqual(['alone', 'complaints', 'newer', 'orphan', 'silent']);
    expect(page).toMatchObject({ hasMore: false, total: 5 });
    expect(page.nextCursor).toBeUndefined();
  });

  it.each([
    ['a host of a Component', '?text=complaints.example.org', ['complaints']],
    ['a part of a host', '?text=example.org', ['complaints']],
    ['a product', '?text=Papertrail', ['complaints']],
    ['a provider', '?text=dnsimple', ['complaints']],
    ['an app on the platform', '?text=complaints-live', ['complaints']],
    ['a product that a standard brings in', '?product=alertra', ['complaints']],
    ['an owner', '?owner=group:default/attic-team', ['alone', 'silent']],
    ['a Domain above the Domain', '?domain=domain:default/justice', ['complaints']],
    ['a platform', '?platform=heroku', ['complaints']],
    ['a stage', '?stage=production', ['alone', 'complaints']],
    ['a kind of store', '?store=1password', ['complaints']],
    ['a gap', '?missing=document', ['newer', 'silent']],
    ['gaps by commas', '?missing=document,environments', ['newer', 'silent']],
    ['gaps by repetition', '?missing=document&missing=environments', ['newer', 'silent']],
    ['a day that certificates end before', '?tlsBefore=2027-01-01', ['complaints']],
    ['what nobody has', '?product=nothing', []],
  ])('is filtered by %s', async (_, query, expected) => {
    const page = await fleet(query);
    expect(names(page)).toEqual(expected);
    expect(page.total).toBe(expected.length);
  });

  it('is walked through page by page', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const page = await fleet(`?limit=2&sort=owner&order=desc${cursor}`);
      seen.push(...names(page));
      expect(page.hasMore).toBe(page.nextCursor !== undefined);
      if (!page.nextCursor) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect([...seen].sort()).toEqual(['alone', 'complaints', 'newer', 'orphan', 'silent']);
    expect(seen).toEqual(names(await fleet('?sort=owner&order=desc')));
  });

  it.each([
    ['an order that is none', '?order=upwards', 'order'],
    ['a sort that is none', '?sort=colour', 'sort'],
    ['a limit that is too high', '?limit=5000', 'limit'],
    ['a limit that is no number', '?limit=many', 'limit'],
    ['a gap that is none', '?missing=manners', 'missing'],
    ['a date that is none', '?tlsBefore=soon', 'tlsBefore'],
    ['a date that does not exist', '?tlsBefore=2026-02-31', 'tlsBefore'],
    ['an unknown parameter', '?colour=blue', 'colour'],
    ['a cursor that is none', '?cursor=abc', 'cursor'],
    [
      'a cursor that is none, but JSON',
      `?cursor=${Buffer.from('{"sort":"name","order":"asc","at":[]}').toString('base64url')}`,
      'cursor',
    ],
  ])('refuses %s', async (_, query, field) => {
    const { status, body } = await portal.get(`/v1/fleet${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toContain(field);
  });

  it('names all bad fields at once', async () => {
    const { body } = await portal.get('/v1/fleet?limit=many&sort=colour&order=upwards');
    for (const field of ['limit', 'sort', 'order']) expect(body.error.message).toContain(field);
  });

  it('refuses the cursor of another order', async () => {
    const { nextCursor } = await fleet('?limit=2');
    const { status, body } = await portal.get(`/v1/fleet?sort=owner&cursor=${nextCursor}`);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('cursor')]);
  });

  it('offers the values of its filters', async () => {
    const { body } = await portal.get('/v1/fleet/facets');
    const facets = parseAnswer(fleetFacetsSchema, body);
    expect(facets.owners).toEqual([
      { value: 'group:default/core', count: 3 },
      { value: 'group:default/attic-team', count: 2 },
    ]);
    expect(facets.products).toEqual(expect.arrayContaining([{ value: 'papertrail', count: 1 }]));
    expect(facets.domains).toEqual(
      expect.arrayContaining([{ value: 'domain:default/justice', count: 1 }]),
    );
  });

  it('leaves as a table without a blank cell', async () => {
    const { status, headers, text } = await portal.get('/v1/fleet.csv?sort=name');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toContain('fleet.csv');
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[2]).toContain('Complaint manager');
    expect(text).not.toMatch(/,,|,\r\n/);
    expect((await portal.get('/v1/fleet.csv?order=upwards')).status).toBe(400);
  });

  it('asks the catalog nothing for those who may read everything', async () => {
    portal.catalogCalls();
    await fleet();
    expect(portal.catalogCalls()).toEqual([]);
  });
});

describe('a fleet that changes', () => {
  let portal: Portal;
  const standard = (status: string) =>
    aDomain('top', { infra: { schema: SCHEMA, platforms: [{ id: 'heroku', status }] } });
  const project = (name: string, more: object = {}) =>
    aSystem(name, {
      spec: { domain: 'top' },
      infra: {
        schema: SCHEMA,
        environments: [{ name: 'production', hosting: { platform: 'heroku' } }],
        ...more,
      },
    });
  const start: readonly Entity[] = [
    standard('preferred'),
    project('a'),
    project('b'),
    aComponent('c'),
  ];

  beforeEach(async () => {
    portal = await startPortal({ entities: start });
  });
  afterEach(async () => portal?.stop());

  const etag = async (ref: string) => {
    let found = '';
    await portal.shows(ref, entity => (found = entity?.metadata.etag ?? '') !== '');
    return found;
  };
  const changed = async (ref: string, before: string) =>
    portal.shows(ref, entity => entity !== undefined && entity.metadata.etag !== before);

  it('shows a new project, a changed one, and no longer one that is gone', async () => {
    const fleet = fleetOf(portal);
    const before = await etag('system:default/a');
    await portal.put([
      standard('preferred'),
      project('a', { addons: [{ id: 'logs', product: 'papertrail' }] }),
      project('new'),
      aComponent('c'),
    ]);
    await changed('system:default/a', before);
    await portal.shows('system:default/new', entity => entity !== undefined);
    await portal.shows('system:default/b', entity => entity === undefined);
    await portal.refresh();
    expect(names(await fleet())).toEqual(['a', 'c', 'new']);
    expect(names(await fleet('?text=papertrail'))).toEqual(['a']);
  });

  it('follows a standard into every project below it', async () => {
    const fleet = fleetOf(portal);
    expect(names(await fleet('?standing=prohibited'))).toEqual([]);
    const before = await etag('domain:default/top');
    await portal.put([standard('prohibited'), ...start.slice(1)]);
    await changed('domain:default/top', before);
    await portal.refresh();
    expect(names(await fleet('?standing=prohibited'))).toEqual(['a', 'b']);
  });

  it('moves a Component into its System', async () => {
    const fleet = fleetOf(portal);
    expect(names(await fleet())).toEqual(['a', 'b', 'c']);
    await portal.put([
      ...start.slice(0, 3),
      aComponent('c', {
        spec: { system: 'a' },
        infra: { schema: SCHEMA, addons: [{ id: 'x', product: 'rabbitmq' }] },
      }),
    ]);
    await portal.shows(
      'system:default/a',
      entity =>
        entity?.relations?.some(relation => relation.targetRef === 'component:default/c') === true,
    );
    await portal.refresh();
    expect(names(await fleet())).toEqual(['a', 'b']);
    expect(names(await fleet('?text=rabbitmq'))).toEqual(['a']);
  });

  it('reads etags only while nothing changed, and the same number of times for any number of parts', async () => {
    await portal.refresh();
    expect(portal.catalogCalls().filter(call => call.includes('by-refs'))).toEqual([]);
    const parts = Array.from({ length: 10 }, (_, index) =>
      aComponent(`part-${index}`, { spec: { system: 'a' } }),
    );
    await portal.put([...start, ...parts]);
    await portal.shows(
      'system:default/a',
      entity =>
        (entity?.relations ?? []).filter(relation => relation.type === 'hasPart').length ===
        parts.length,
    );
    portal.catalogCalls();
    await portal.refresh();
    const calls = portal.catalogCalls().filter(call => call.includes('by-refs'));
    // The project, then what is above and below it, in one call each level.
    expect(calls.length).toBeLessThanOrEqual(2);
  });
});

describe('the fleet of those who may not see everything', () => {
  let portal: Portal;
  const OURS = 'user:default/us';
  const document = (product: string) => ({ schema: SCHEMA, addons: [{ id: 'db', product }] });
  const theirs = Array.from({ length: 30 }, (_, index) =>
    aSystem(`m-theirs-${String(index).padStart(2, '0')}`, {
      spec: { owner: 'them' },
      infra: document('secretly'),
    }),
  );

  beforeAll(async () => {
    portal = await startPortal({
      entities: [
        aSystem('a-ours', { spec: { owner: 'us' }, infra: document('mysql') }),
        ...theirs,
        aSystem('x-mixed', { spec: { owner: 'us' }, infra: document('mysql') }),
        aComponent('hidden-part', {
          spec: { owner: 'them', system: 'x-mixed' },
          infra: { schema: SCHEMA, addons: [{ id: 'v', product: 'vaultware' }] },
        }),
        aSystem('z-ours', { spec: { owner: 'us' }, infra: document('mysql') }),
      ],
      policy: (user, permission) => {
        if (permission === 'infra-overview.overview.read' && user === 'user:default/stranger')
          return { result: AuthorizeResult.DENY };
        if (permission !== 'catalog.entity.read') return undefined;
        if (user === OURS) return ownedBy('group:default/us');
        if (user === 'user:default/nobody') return { result: AuthorizeResult.DENY };
        return undefined;
      },
    });
  });
  afterAll(async () => portal?.stop());

  const fleet = (query: string, user = OURS) => fleetOf(portal)(query, user);

  it('hides rows and fills the page from behind them', async () => {
    const page = await fleet('?limit=2');
    expect(names(page)).toEqual(['a-ours', 'x-mixed']);
    expect(page.hasMore).toBe(true);
    expect(page.total).toBeUndefined();
    expect(names(await fleet(`?limit=2&cursor=${page.nextCursor}`))).toEqual(['z-ours']);
  });

  it('says of no cursor what is hidden', async () => {
    for (let cursor = '', pages = 0; pages < 40; pages++) {
      const page = await fleet(`?limit=1${cursor}`);
      if (!page.nextCursor) return;
      expect(Buffer.from(page.nextCursor, 'base64url').toString()).not.toContain('theirs');
      cursor = `&cursor=${page.nextCursor}`;
    }
    throw new Error('The list has no end');
  });

  it('counts only what is shown', async () => {
    const all = await portal.get('/v1/fleet/facets');
    expect(all.body.owners).toEqual(
      expect.arrayContaining([{ value: 'group:default/them', count: 30 }]),
    );
    const ours = await portal.get('/v1/fleet/facets', OURS);
    // A project that is seen in part is left out of the counts.
    expect(ours.body.owners).toEqual([{ value: 'group:default/us', count: 2 }]);
    expect(JSON.stringify(ours.body)).not.toMatch(/secretly|vaultware|them/);
  });

  it.each(['?text=vaultware', '?product=vaultware', '?text=secretly'])(
    'does not find a project by what is hidden in it: %s',
    async query => {
      expect(names(await fleet(query, 'user:default/everything'))).not.toEqual([]);
      const page = await fleet(query);
      expect(page.rows).toEqual([]);
    },
  );

  it('asks the catalog once for a page, whatever its length', async () => {
    portal.catalogCalls();
    await fleet('?limit=200&text=ours');
    expect(portal.catalogCalls()).toEqual(['POST /entities/by-refs']);
  });

  it('leaves as a table with the rows that are shown', async () => {
    const { text } = await portal.get('/v1/fleet.csv', OURS);
    expect(text.trimEnd().split('\r\n')).toHaveLength(4);
    expect(text).not.toContain('theirs');
  });

  it('is empty for those who may see no entity', async () => {
    expect(await fleet('', 'user:default/nobody')).toEqual({ rows: [], hasMore: false });
    const { body } = await portal.get('/v1/fleet/facets', 'user:default/nobody');
    expect(body.owners).toEqual([]);
  });

  it.each(['/v1/fleet', '/v1/fleet/facets', '/v1/fleet.csv'])(
    'is refused to those who may not see overviews: %s',
    async path => {
      expect((await portal.get(path, 'user:default/stranger')).status).toBe(403);
    },
  );
});
