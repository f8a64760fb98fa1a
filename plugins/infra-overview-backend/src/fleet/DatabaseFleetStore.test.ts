import { randomUUID } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { FLEET_SORTS, type FleetQuery } from 'backstage-plugin-infra-overview-common';
import type { Knex } from 'knex';
import { aFleetEntry, aFleetRow } from '../__testUtils__/aFleetRow';
import { migrate } from '../database/migrate';
import { DatabaseFleetStore } from './DatabaseFleetStore';
import { termsOf } from './terms';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(60_000);

const heroku = { name: 'heroku', standing: 'preferred' } as const;
const attic = { name: 'attic', standing: 'prohibited' } as const;
const rank = (value: number) => ({ words: String(value), rank: value, tone: 'neutral' }) as const;

const alpha = aFleetRow('alpha', {
  title: 'Ångström',
  owner: 'group:default/core',
  platforms: [heroku],
  platformRank: 4,
  backup: rank(2),
  tlsExpires: '2026-12-20',
  missing: ['cdn'],
});
const beta = aFleetRow('beta', {
  title: 'beta',
  owner: 'group:default/attic',
  platforms: [attic],
  platformRank: 0,
  backup: rank(0),
  missing: ['cdn', 'tls'],
});
const gamma = aFleetRow('gamma', {
  title: 'Gamma Ray',
  platforms: [heroku, attic],
  platformRank: 0,
  backup: rank(1),
  tlsExpires: '2027-03-01',
  environments: [{ name: 'live', stage: 'production' }],
});
const delta = aFleetRow('delta', {
  title: 'delta',
  domain: 'domain:default/police',
  backup: rank(1),
  risks: { open: 12, accepted: 0 },
  freshness: { words: 'stated', at: '2019-07-19', stale: true },
});

const entries = [
  aFleetEntry(alpha, {
    terms: termsOf(
      alpha,
      [
        { kind: 'host', term: 'app.alpha.example' },
        { kind: 'product', term: 'heroku-postgresql' },
      ],
      { domains: [], parts: [] },
    ),
  }),
  aFleetEntry(beta, {
    terms: termsOf(beta, [{ kind: 'product', term: 'Papertrail' }], {
      domains: [],
      parts: ['component:default/beta-web'],
    }),
    sources: [
      'system:default/beta',
      'domain:default/top',
      'component:default/beta-web',
      'component:default/beta-other',
    ],
  }),
  aFleetEntry(gamma, {
    terms: termsOf(
      gamma,
      [
        { kind: 'product', term: 'papertrail' },
        { kind: 'provider', term: 'dnsimple' },
      ],
      { domains: [], parts: [] },
    ),
  }),
  aFleetEntry(delta, {
    terms: termsOf(delta, [], {
      domains: ['domain:default/justice', 'domain:default/police'],
      parts: [],
    }),
  }),
];

describe.each(databases.eachSupportedId())('DatabaseFleetStore (%s)', id => {
  let knex: Knex;
  let store: DatabaseFleetStore;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex, mockServices.logger.mock());
  });
  beforeEach(async () => {
    await knex('infra_fleet_term').delete();
    await knex('infra_fleet').delete();
    store = new DatabaseFleetStore({ knex, newId: randomUUID });
    await store.save(entries, 1_700_000_000_000);
  });

  const names = async (query: FleetQuery) =>
    (await store.page({ query, limit: 10 })).map(found => found.row.name);

  it.each<readonly [string, FleetQuery, readonly string[]]>([
    ['nothing', {}, ['beta', 'delta', 'gamma', 'alpha']],
    ['an owner', { owner: 'group:default/core' }, ['alpha']],
    ['an owner in other letters', { owner: 'Group:default/CORE' }, ['alpha']],
    ['a platform', { platform: 'heroku' }, ['gamma', 'alpha']],
    ['a standing', { standing: 'prohibited' }, ['beta', 'gamma']],
    ['two things together', { standing: 'prohibited', platform: 'heroku' }, ['gamma']],
    ['a stage', { stage: 'production' }, ['gamma']],
    ['a product', { product: 'papertrail' }, ['beta', 'gamma']],
    ['a provider', { provider: 'dnsimple' }, ['gamma']],
    ['a Domain', { domain: 'domain:default/police' }, ['delta']],
    ['a Domain further up', { domain: 'domain:default/justice' }, ['delta']],
    ['a gap', { missing: ['cdn'] }, ['beta', 'alpha']],
    ['two gaps', { missing: ['cdn', 'tls'] }, ['beta']],
    ['an end of a certificate', { tlsBefore: '2027-01-01' }, ['alpha']],
    ['a whole host', { text: 'app.alpha.example' }, ['alpha']],
    ['a part of a host', { text: 'alpha.ex' }, ['alpha']],
    ['a word of a product', { text: 'postgres' }, ['alpha']],
    ['a product in other letters', { text: 'PAPERTRAIL' }, ['beta', 'gamma']],
    ['a word of a title', { text: 'ray' }, ['gamma']],
    ['words of which each is found', { text: ' papertrail  ray ' }, ['gamma']],
    ['words of which one is not', { text: 'papertrail moon' }, []],
    ['the middle of a word', { text: 'trail' }, []],
    ['what a pattern would match', { text: '%' }, ['beta', 'delta', 'gamma', 'alpha']],
    ['a title with marks', { text: 'ångst' }, ['alpha']],
    ['what nobody has', { product: "x' or 1=1 --" }, []],
  ])('filters by %s', async (_, query, expected) => {
    expect(await names(query)).toEqual(expected);
    expect(await store.count(query)).toBe(expected.length);
  });

  it.each<readonly [FleetQuery, readonly string[]]>([
    [{ sort: 'name', order: 'desc' }, ['alpha', 'gamma', 'delta', 'beta']],
    [{ sort: 'backup' }, ['beta', 'delta', 'gamma', 'alpha']],
    [{ sort: 'backup', order: 'desc' }, ['alpha', 'gamma', 'delta', 'beta']],
    [{ sort: 'platform' }, ['beta', 'gamma', 'delta', 'alpha']],
    [{ sort: 'owner' }, ['beta', 'alpha', 'delta', 'gamma']],
    [{ sort: 'tls' }, ['alpha', 'gamma', 'beta', 'delta']],
    [{ sort: 'risks', order: 'desc' }, ['delta', 'alpha', 'gamma', 'beta']],
    [{ sort: 'freshness' }, ['beta', 'gamma', 'alpha', 'delta']],
  ])('sorts by %j', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it.each(FLEET_SORTS.flatMap(sort => (['asc', 'desc'] as const).map(order => ({ sort, order }))))(
    'walks through all rows once, by %j',
    async query => {
      const whole = await names(query);
      const walked: string[] = [];
      for (let after; walked.length < whole.length;) {
        const [found] = await store.page({ query, limit: 1, ...(after && { after }) });
        walked.push(found!.row.name);
        after = found!.place.key;
        expect(await store.placeOf(found!.place.id, query)).toEqual(after);
      }
      expect(walked).toEqual(whole);
      expect(new Set(whole).size).toBe(4);
    },
  );

  it('counts the values of each filter, the most frequent first', async () => {
    const facets = await store.facets();
    expect(facets.products).toEqual([
      { value: 'papertrail', count: 2 },
      { value: 'heroku-postgresql', count: 1 },
    ]);
    expect(facets.missing).toEqual([
      { value: 'cdn', count: 2 },
      { value: 'tls', count: 1 },
    ]);
    expect((await store.facetsAmong(['system:default/beta'])).products).toEqual([
      { value: 'papertrail', count: 1 },
    ]);
    expect((await store.facetsAmong([])).products).toEqual([]);
  });

  it('replaces a row and what it is found by, and keeps its place name', async () => {
    const [before] = await store.page({ query: { text: 'ray' }, limit: 1 });
    const revision = await store.revision();
    await store.save(
      [aFleetEntry({ ...gamma, title: 'Gamma', backup: rank(7) }, { fingerprint: 'new' })],
      1,
    );
    expect(await names({ product: 'papertrail' })).toEqual(['beta']);
    const [after] = await store.page({ query: { sort: 'backup', order: 'desc' }, limit: 1 });
    expect(after?.row).toMatchObject({ name: 'gamma', title: 'Gamma' });
    expect(after?.place.id).toBe(before?.place.id);
    expect((await store.fingerprints()).get('system:default/gamma')).toBe('new');
    expect(await store.revision()).toBeGreaterThan(revision);
  });

  it('forgets a row and what it was found by', async () => {
    await store.remove(['system:default/gamma', 'system:default/never']);
    expect(await names({})).toEqual(['beta', 'delta', 'alpha']);
    expect(await names({ product: 'papertrail' })).toEqual(['beta']);
  });

  it('takes and forgets more rows than fit one statement', async () => {
    const many = Array.from({ length: 450 }, (_, index) => aFleetRow(`many-${index}`));
    await store.save(
      many.map(row => aFleetEntry(row, { terms: termsOf(row, [], { domains: [], parts: [] }) })),
      1,
    );
    expect(await store.count({ text: 'many' })).toBe(450);
    expect((await store.facetsAmong(many.map(row => row.ref))).owners).toEqual([]);
    await store.remove(many.map(row => row.ref));
    expect(await store.count({})).toBe(4);
  });

  it.each([
    [
      'a project',
      'system:default/beta',
      [
        'system:default/beta',
        'domain:default/top',
        'component:default/beta-web',
        'component:default/beta-other',
      ],
    ],
    [
      'a Component: what is above it, not its siblings',
      'component:default/beta-web',
      ['system:default/beta', 'domain:default/top', 'component:default/beta-web'],
    ],
    ['what is in no project', 'component:default/nobody', []],
  ])('guesses the sources of %s', async (_, ref, expected) => {
    expect(await store.likelySources(ref)).toEqual(expected);
  });
});
