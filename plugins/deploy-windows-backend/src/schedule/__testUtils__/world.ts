import { randomUUID } from 'node:crypto';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { middlewareFactory } from './middleware';
import { NotAllowedError } from '@backstage/errors';
import type { BasicPermission, ResourcePermission } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { parseEntityRef } from '@backstage/catalog-model';
import type { HolidayTables, Lock, Notice } from 'backstage-plugin-deploy-windows-common/evaluator';
import express from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import type { Access, AskedTarget } from '../../access/Access';
import { notFound } from '../../api/coded';
import { mount } from '../../api/mount';
import type { CallOptions } from '../../api/route';
import { readDeployWindowsConfig } from '../../config';
import { migrate } from '../../database/migrate';
import { write } from '../../database/write';
import { DefaultInputLoader } from '../../decision/DefaultInputLoader';
import { PolicyCompiler } from '../../decision/PolicyCompiler';
import { IntlDisplays } from '../../display/IntlDisplays';
import { createOverridesRoom, DatabaseOverrideStore } from '../../overrides';
import { buildDirectory } from '../../policy/buildDirectory';
import { findIn } from '../../policy/SnapshotDirectory';
import type { Snapshot } from '../../policy/Snapshot';
import type { TargetDirectory } from '../../policy/TargetDirectory';
import { DatabaseEpochSource } from '../../runtime/DatabaseEpochSource';
import { DatabaseRuntimeSource } from '../../runtime/DatabaseRuntimeSource';
import { tableRange } from '../../runtime/tableRange';
import { ZoneTableCache } from '../../runtime/ZoneTableCache';
import {
  createScheduleRoom,
  DatabaseExemptionStore,
  DatabaseWindowStore,
  type PlannedDeployment,
} from '..';

/** Tuesday, 11:00 in Chicago. */
export const NOW = Date.parse('2026-11-24T17:00Z');
export const WEB = 'component:default/web#production';

/** Two owners below one domain, as the catalog would give them. */
const SNAPSHOTS: readonly Snapshot[] = [
  aSnapshot(
    'domain:default/city',
    { owner: 'group:default/city-hall' },
    {
      deployPolicy: {
        timeZone: 'America/Chicago',
        override: { twoPerson: true, by: ['group:default/release'] },
        emergency: { by: ['group:default/on-call'] },
      },
    },
  ),
  aSnapshot(
    'system:default/noipm',
    { owner: 'group:default/noipm', domain: 'city' },
    {
      deployPolicy: {
        timeZone: 'America/Chicago',
        audiences: [
          {
            id: 'ipm',
            title: 'IPM staff',
            contacts: ['group:default/ipm-contacts'],
            timeZone: 'America/Chicago',
            lead: 'PT24H',
          },
        ],
      },
      environments: [
        {
          name: 'production',
          stage: 'production',
          deploy: {
            openByDefault: true,
            windows: [
              {
                id: 'ipm-tuesdays',
                kind: 'notice',
                title: 'Agreed with IPM',
                audience: 'ipm',
                schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' },
              },
            ],
            freezes: [
              {
                id: 'year-end',
                title: 'Year-end reporting',
                reason: 'Reports are due',
                schedule: { type: 'once', start: '2026-12-21T00:00', end: '2027-01-04T08:00' },
              },
            ],
          },
        },
        { name: 'staging', stage: 'staging', deploy: { openByDefault: true } },
      ],
    },
  ),
  aSnapshot(
    'component:default/web',
    { owner: 'group:default/web', system: 'noipm' },
    {
      environments: [
        { name: 'production', stage: 'production' },
        { name: 'staging', stage: 'staging' },
      ],
    },
  ),
  aSnapshot(
    'component:default/night',
    { owner: 'group:default/night', system: 'noipm' },
    {
      environments: [{ name: 'production', stage: 'production', deploy: { openByDefault: false } }],
    },
  ),
  aSnapshot(
    'component:default/alone',
    { owner: 'group:default/alone' },
    {
      environments: [
        { name: 'production', stage: 'production', deploy: { openByDefault: true } },
        { name: 'staging', stage: 'staging', deploy: { openByDefault: true } },
      ],
    },
  ),
];

const TABLES = ['window_revisions', 'windows', 'exemptions', 'overrides', 'outbox'];
const migrated = new WeakMap<TestDatabases, Promise<Knex>>();

/** One database a file; each world begins with empty tables. */
async function emptyDatabase(databases: TestDatabases, id: TestDatabaseId): Promise<Knex> {
  const making =
    migrated.get(databases) ??
    databases
      .init(id)
      .then(async made => migrate(made, mockServices.logger.mock()).then(() => made));
  migrated.set(databases, making);
  const knex = await making;
  for (const table of TABLES) await knex(table).delete();
  return knex;
}

function aSnapshot(ref: string, spec: JsonObject, document: JsonObject): Snapshot {
  const { kind, namespace, name } = parseEntityRef(ref);
  const annotations = {
    'backstage.io/source-location': `url:https://git.example.org/${name}/catalog-info.yaml`,
  };
  return {
    ref,
    hash: ref,
    entity: {
      kind: kind[0]?.toUpperCase() + kind.slice(1),
      metadata: { name, namespace, annotations, tags: ['ruby'] },
      spec,
    },
    document: { schema: 'infra-overview.io/v1alpha1', ...document },
    outcome: 'read',
    parentRefs: [],
  };
}

/** Ann may do everything, others what they are given; `hidden` entities are seen by Ann alone. */
class FakeAccess implements Access {
  readonly granted = new Map<string, readonly string[]>();
  readonly hidden = new Set<string>();
  readonly asked: string[] = [];

  async require(
    permission: ResourcePermission,
    { facts, environment }: AskedTarget,
    options: CallOptions,
  ): Promise<void> {
    if (!this.#sees(facts.ref, options))
      throw notFound('UNKNOWN_TARGET', `There is no ${facts.ref} here, or you may not see it`);
    this.asked.push(
      `${permission.name} ${facts.ref}${environment === undefined ? '' : `#${environment}`}`,
    );
    this.#require(permission.name, options);
  }

  async requireBasic(permission: BasicPermission, options: CallOptions): Promise<void> {
    this.asked.push(permission.name);
    this.#require(permission.name, options);
  }

  async permitted<T extends AskedTarget>(
    _: ResourcePermission,
    targets: readonly T[],
    options: CallOptions,
  ): Promise<readonly T[]> {
    return targets.filter(({ facts }) => this.#sees(facts.ref, options));
  }

  async visible(refs: readonly string[], options: CallOptions): Promise<ReadonlySet<string>> {
    return new Set(refs.filter(ref => this.#sees(ref, options)));
  }

  #sees(ref: string, { principal }: CallOptions): boolean {
    return principal.ref === 'user:default/ann' || !this.hidden.has(ref);
  }

  #require(name: string, { principal }: CallOptions): void {
    if (principal.ref === 'user:default/ann' || name === 'deploy-windows.decision.read') return;
    if (this.granted.get(principal.ref)?.includes(name)) return;
    throw new NotAllowedError(`You need ${name}`);
  }
}

export interface World {
  readonly access: FakeAccess;
  /** Sends as somebody; a name with a colon is a service. */
  readonly as: (who: string) => {
    readonly post: Send;
    readonly patch: Send;
    readonly get: (path: string) => request.Test;
  };
  readonly groups: Map<string, readonly string[]>;
  readonly clock: { now: number };
  readonly notices: Notice[];
  readonly planned: PlannedDeployment[];
  readonly locks: Lock[];
  readonly stores: {
    readonly windows: DatabaseWindowStore;
    readonly overrides: DatabaseOverrideStore;
    readonly exemptions: DatabaseExemptionStore;
  };
  readonly loader: DefaultInputLoader;
  readonly audited: () => readonly {
    readonly eventId: string;
    readonly severityLevel?: string;
    readonly meta: JsonObject;
    readonly outcome: 'success' | 'fail';
  }[];
  readonly messages: () => Promise<
    readonly { readonly key: string; readonly topic: string; readonly body: JsonObject }[]
  >;
  /** As a permit would. */
  readonly consume: (overrideId: string) => Promise<boolean>;
  readonly tasks: readonly {
    readonly id: string;
    readonly run: (now: number, signal: AbortSignal) => Promise<void>;
  }[];
}

type Send = (
  path: string,
  body?: object,
  headers?: Readonly<Record<string, string>>,
) => request.Test;

/** Both rooms over a real database, with the real evaluator; only the catalog, permissions and the clock are ours. */
export async function aWorld(
  databases: TestDatabases,
  id: TestDatabaseId = 'SQLITE_3',
): Promise<World> {
  const knex = await emptyDatabase(databases, id);
  await knex('policy_epoch').update({ read_at: NOW });
  const clock = { now: NOW };
  const now = () => clock.now;
  const config = readDeployWindowsConfig(
    mockServices.rootConfig({ data: { backend: { baseUrl: 'http://localhost' } } }),
  );
  const snapshots = await buildDirectory(SNAPSHOTS, new Map());
  const directory: TargetDirectory = {
    find: async (entityRef, environment) => findIn(snapshots, entityRef, environment),
    ofEntity: async entityRef => snapshots.ofEntity(entityRef),
    all: async () => snapshots.targets,
    facts: async entityRef => snapshots.facts(entityRef),
    entities: async () => snapshots.entities,
  };
  const stores = {
    windows: new DatabaseWindowStore({ knex }),
    overrides: new DatabaseOverrideStore({ knex }),
    exemptions: new DatabaseExemptionStore({ knex }),
  };
  const [notices, locks, planned]: [Notice[], Lock[], PlannedDeployment[]] = [[], [], []];
  const { start, end } = tableRange(NOW, config.horizon);
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const holidays: HolidayTables = {
    us: {
      first: day(start - 99 * 86_400_000),
      last: day(end + 99 * 86_400_000),
      dates: ['2026-11-26'],
    },
  };
  const runtime = new DatabaseRuntimeSource({
    epochs: new DatabaseEpochSource({ knex }),
    readers: {
      ...stores,
      locks: { current: async () => locks, waiting: async () => [] },
      notices: { current: async () => notices },
      feeds: { tables: async () => ({}) },
      holidays: { tables: async () => holidays },
      readiness: { verdicts: async () => new Map() },
    },
    horizon: config.horizon,
  });
  const compiler = new PolicyCompiler({
    zones: new ZoneTableCache({ version: () => 'test' }),
    defaultsOf: config.defaultsOf,
    holidays: { tables: async () => holidays },
    horizon: config.horizon,
    now,
  });
  const loader = new DefaultInputLoader({
    runtimes: runtime,
    directory: { asOf: async () => snapshots },
    compiler,
    deployments: { of: async () => [] } as never,
    config,
    tzdata: () => 'test',
    digest: () => 'test',
    now,
  });
  const access = new FakeAccess();
  const displays = new IntlDisplays({ zone: 'UTC', locale: 'en-GB', now });
  const deps = { knex, config, access, directory, runtime, loader, displays, newId: randomUUID };
  const schedule = createScheduleRoom({
    ...deps,
    planned: { of: async targets => planned.filter(({ target }) => targets.includes(target)) },
  });
  const overrides = createOverridesRoom(deps);

  const groups = new Map<string, readonly string[]>();
  const auditor = mockServices.auditor.mock();
  const events: {
    eventId: string;
    severityLevel?: string;
    meta: JsonObject;
    outcome: 'success' | 'fail';
  }[] = [];
  auditor.createEvent.mockImplementation(async ({ eventId, severityLevel, meta = {} }) => {
    const done =
      (outcome: 'success' | 'fail') =>
      async (more: { meta?: JsonObject } = {}) => {
        events.push({
          eventId,
          ...(severityLevel && { severityLevel }),
          meta: { ...meta, ...more.meta },
          outcome,
        });
      };
    return { success: done('success'), fail: done('fail') } as never;
  });
  const app = express();
  app.use(express.json());
  app.use(
    mount([...schedule.routes, ...overrides.routes], {
      httpAuth: mockServices.httpAuth(),
      auditor,
      principals: {
        principalOf: async ({ principal }) => {
          const { userEntityRef, subject = '' } = principal as {
            userEntityRef?: string;
            subject?: string;
          };
          return { ref: userEntityRef ?? subject, memberOf: groups.get(userEntityRef ?? '') ?? [] };
        },
      },
      now,
      checkAnswers: true,
    }),
  );
  app.use(middlewareFactory());
  const headerOf = (who: string) =>
    who.includes(':')
      ? mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(who),
          targetPluginId: 'test',
        })
      : mockCredentials.user.header(`user:default/${who}`);
  return {
    access,
    groups,
    clock,
    notices,
    locks,
    planned,
    stores,
    loader,
    as: who => ({
      post: (path, body = {}, headers = {}) =>
        request(app).post(`/v1${path}`).set('Authorization', headerOf(who)).set(headers).send(body),
      patch: (path, body = {}, headers = {}) =>
        request(app)
          .patch(`/v1${path}`)
          .set('Authorization', headerOf(who))
          .set(headers)
          .send(body),
      get: path => request(app).get(`/v1${path}`).set('Authorization', headerOf(who)),
    }),
    audited: () => events,
    messages: async () =>
      (await knex('outbox').orderBy('created_at')).map(row => ({
        key: row.dedupe_key,
        topic: row.topic,
        body: JSON.parse(row.body),
      })),
    consume: overrideId =>
      write(knex, trx => stores.overrides.consume(trx, overrideId, randomUUID(), clock.now)),
    tasks: schedule.tasks,
  };
}
