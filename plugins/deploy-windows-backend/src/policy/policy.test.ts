import { createHash } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  aComponent,
  aDomain,
  aSystem,
  city,
  complaints,
  lonely,
  noipm,
  organisation,
} from '../__testUtils__/entities';
import { migrate } from '../database/migrate';
import { readEpoch } from '../database/write';
import { DatabaseEpochSource } from '../runtime/DatabaseEpochSource';
import { DatabasePolicyStore } from './DatabasePolicyStore';
import type { PolicySource } from './PolicySource';
import { refreshPolicy } from './refreshPolicy';
import { SnapshotDirectory } from './SnapshotDirectory';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(120_000);

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const logger = mockServices.logger.mock();

/** A catalog that can be edited; entities without an etag are fetched each time. */
function aCatalog(entities: readonly Entity[]) {
  let content = entities;
  const fetched: string[] = [];
  const source: PolicySource = {
    async *outline() {
      yield content.map(entity => ({
        ref: stringifyEntityRef(entity),
        ...(entity.metadata.etag !== undefined && { etag: entity.metadata.etag }),
      }));
    },
    async entities(refs) {
      fetched.push(...refs);
      return content.filter(entity => refs.includes(stringifyEntityRef(entity)));
    },
  };
  return { source, fetched, put: (next: readonly Entity[]) => void (content = next) };
}

async function aWorld(id: Parameters<typeof databases.init>[0], entities: readonly Entity[]) {
  const knex = await databases.init(id);
  await migrate(knex, logger);
  const store = new DatabasePolicyStore({ knex });
  const directory = new SnapshotDirectory({ store });
  const catalog = aCatalog(entities);
  let now = 1_000;
  const refresh = (signal = new AbortController().signal) => {
    now += 1_000;
    return refreshPolicy({ source: catalog.source, store, logger, digest, now, signal });
  };
  const epoch = () => readEpoch(knex);
  const readAt = async () => (await new DatabaseEpochSource({ knex }).read()).readAt;
  return { knex, store, directory, catalog, refresh, epoch, readAt };
}

const withFreeze = (entity: Entity): Entity => {
  const changed = structuredClone(entity) as Entity & { spec: any };
  changed.spec.infra.deployPolicy.freezes = [{ id: 'f', schedule: { type: 'always' } }];
  return changed;
};
const refused = (entity: Entity): Entity => ({
  ...entity,
  spec: { ...entity.spec, infra: { schema: 'infra-overview.io/v9' } },
});

describe.each(databases.eachSupportedId())('the snapshots of the catalog (%s)', id => {
  it('raises epoch and version only when something changed', async () => {
    const { refresh, epoch, store, catalog, readAt } = await aWorld(id, organisation);
    expect(await readAt()).toBeUndefined();
    const before = await epoch();
    expect(await refresh()).toEqual({ seen: 4, changed: 4 });
    expect(await epoch()).toBe(before + 1);
    expect(await readAt()).toBe(2_000);
    expect(await refresh()).toEqual({ seen: 4, changed: 0 });
    expect(await epoch()).toBe(before + 1);
    expect(await readAt()).toBe(3_000);
    const version = await store.version();
    catalog.put([city, withFreeze(noipm), complaints, lonely]);
    expect((await refresh()).changed).toBe(1);
    expect(await store.version()).toBe(version + 1);
  });

  it('fetches only what has another etag', async () => {
    const tagged = (entity: Entity, etag: string): Entity => ({
      ...entity,
      metadata: { ...entity.metadata, etag },
    });
    const { refresh, catalog } = await aWorld(
      id,
      organisation.map(entity => tagged(entity, 'a'.repeat(40))),
    );
    await refresh();
    catalog.fetched.length = 0;
    await refresh();
    expect(catalog.fetched).toEqual([]);
    catalog.put([
      ...organisation.slice(1).map(entity => tagged(entity, 'a'.repeat(40))),
      tagged(city, 'b'.repeat(40)),
    ]);
    // Another etag, the same content: it is read, noted, and nothing follows from it.
    expect((await refresh()).changed).toBe(0);
    expect(catalog.fetched).toEqual(['domain:default/city']);
    catalog.fetched.length = 0;
    await refresh();
    expect(catalog.fetched).toEqual([]);
  });

  it('takes half a catalog for nothing', async () => {
    const { refresh, epoch, catalog, readAt } = await aWorld(id, organisation);
    await refresh();
    const before = await epoch();
    catalog.put([city]);
    const abort = new AbortController();
    abort.abort();
    expect(await refresh(abort.signal)).toEqual({ seen: 0, changed: 0 });
    expect([await epoch(), await readAt()]).toEqual([before, 2_000]);
  });

  it('forgets an entity that is gone, and knows it again', async () => {
    const { refresh, directory, catalog } = await aWorld(id, organisation);
    await refresh();
    expect(await directory.ofEntity('component:default/complaints')).toHaveLength(3);
    catalog.put([city, noipm, lonely]);
    expect((await refresh()).changed).toBe(1);
    expect(await directory.facts('component:default/complaints')).toBeUndefined();
    catalog.put(organisation);
    await refresh();
    expect(await directory.ofEntity('component:default/complaints')).toHaveLength(3);
  });

  it('keeps an entity that slipped through between two pages', async () => {
    const { refresh, directory, catalog, store } = await aWorld(id, organisation);
    await refresh();
    const outline = catalog.source.outline;
    catalog.source.outline = async function* withoutOne() {
      for await (const page of outline())
        yield page.filter(({ ref }) => !ref.startsWith('system:'));
    };
    const version = await store.version();
    await refresh();
    expect(await store.version()).toBe(version);
    expect(await directory.find('system:default/noipm', 'production')).toBeDefined();
  });

  it('keeps the last good document in force', async () => {
    const { refresh, directory, catalog } = await aWorld(id, organisation);
    await refresh();
    catalog.put([city, refused(noipm), complaints, lonely]);
    await refresh();
    const target = await directory.find('system:default/noipm', 'production');
    expect(target?.facts).toMatchObject({
      outcome: 'refused',
      refusal: expect.any(String),
      document: { deployPolicy: { timeZone: 'America/Chicago' } },
    });
    expect(target?.problems).toBeUndefined();
  });

  it('takes a document away when its author does', async () => {
    const { refresh, directory, catalog } = await aWorld(id, organisation);
    await refresh();
    catalog.put([city, aSystem('noipm'), complaints, lonely]);
    await refresh();
    expect(await directory.all()).toEqual([]);
  });

  it('goes down and up again', async () => {
    const { knex } = await aWorld(id, []);
    const directory = `${__dirname}/../../migrations`;
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('policy_snapshots')).toBe(false);
    await knex.migrate.latest({ directory });
    expect(await knex.schema.hasTable('decision_log')).toBe(true);
  });
});

describe('the directory of targets', () => {
  const [id = 'SQLITE_3'] = databases.eachSupportedId().flat();

  async function directoryOf(...entities: readonly Entity[]) {
    const { refresh, directory } = await aWorld(id, entities);
    await refresh();
    return directory;
  }

  it('knows every environment of a Component, also those of its System', async () => {
    const directory = await directoryOf(
      city,
      noipm,
      aComponent(
        'web',
        { environments: [{ name: 'review', stage: 'review' }] },
        { system: 'noipm' },
      ),
    );
    const targets = await directory.ofEntity('component:default/web');
    expect(targets.map(({ key, stage }) => [key, stage])).toEqual([
      ['component:default/web#production', 'production'],
      ['component:default/web#staging', 'staging'],
      ['component:default/web#review', 'review'],
      ['component:default/web#ci', 'ci'],
    ]);
    expect(targets[0]?.chain.map(({ entityRef }) => entityRef)).toEqual([
      'domain:default/city',
      'system:default/noipm',
      'component:default/web',
    ]);
    expect(targets[0]?.facts).toMatchObject({
      owner: 'group:default/noipm-core-team',
      system: 'system:default/noipm',
      domain: 'domain:default/city',
    });
  });

  it('has no targets of a Domain, nor of what declares no environment', async () => {
    const directory = await directoryOf(
      aDomain('city', { environments: [{ name: 'production' }] }),
      lonely,
    );
    expect(await directory.all()).toEqual([]);
  });

  it('finds names in any case', async () => {
    const directory = await directoryOf(...organisation);
    expect((await directory.find('System:Default/NOIPM', 'Production'))?.key).toBe(
      'system:default/noipm#production',
    );
  });

  it('holds where a parent is missing, and only says so of a cycle', async () => {
    const environments = [{ name: 'production' }];
    const directory = await directoryOf(
      aComponent('orphan', { environments }, { system: 'nowhere' }),
      aSystem('round', { environments }, { domain: 'a' }),
      aDomain('a', undefined, { subdomainOf: 'b' }),
      aDomain('b', undefined, { subdomainOf: 'a' }),
    );
    expect((await directory.find('component:default/orphan', 'production'))?.problems).toEqual([
      expect.objectContaining({ code: 'INPUT_INVALID', source: 'component:default/orphan' }),
    ]);
    expect((await directory.find('system:default/round', 'production'))?.problems).toBeUndefined();
    expect((await directory.asOf(1)).problems).toHaveLength(2);
  });

  it('holds every environment of a document that was never readable', async () => {
    const directory = await directoryOf(refused(noipm), complaints);
    for (const ref of ['system:default/noipm', 'component:default/complaints']) {
      const target = await directory.find(ref, 'production');
      expect([target?.stage, target?.problems?.[0]?.code]).toEqual(['production', 'INPUT_INVALID']);
    }
    expect(await directory.all()).toEqual([]);
  });

  it('closes by a default as by a statement', async () => {
    const standard = aDomain('city', {
      defaults: {
        environments: [
          {
            id: 'closed',
            when: { stages: ['production'] },
            deploy: {
              openByDefault: false,
              freezes: [{ id: 'f', title: 'Standard', schedule: { type: 'always' } }],
            },
          },
        ],
      },
    });
    const system = aSystem(
      'shop',
      { environments: [{ name: 'production' }, { name: 'staging' }] },
      { domain: 'city' },
    );
    const directory = await directoryOf(standard, system);
    const deploy = async (environment: string) =>
      (await directory.find('system:default/shop', environment))?.chain.at(-1)?.document
        ?.environments;
    expect(JSON.stringify(await deploy('production'))).toContain('"openByDefault":false');
    expect(JSON.stringify(await deploy('production'))).toContain('"title":"Standard"');
    expect(JSON.stringify(await deploy('staging'))).not.toContain('openByDefault');
  });
});
