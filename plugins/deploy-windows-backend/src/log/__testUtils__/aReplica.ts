import { createHash, randomUUID } from 'node:crypto';
import { decisionReadPermission } from 'backstage-plugin-deploy-windows-common';
import {
  compile,
  stampInput,
  targetKey,
  type CompiledPolicy,
  type DeployWindow,
  type EffectivePolicy,
  type Instant,
  type Override,
  type Tables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { aPolicy, aTarget, someTables } from 'backstage-plugin-deploy-windows-common/testUtils';
import type { Knex } from 'knex';
import type { Access } from '../../access/Access';
import type { CallOptions } from '../../api/route';
import { DatabaseDecisionLogStore } from '../../decision/DatabaseDecisionLogStore';
import { DefaultDecisionAnswers } from '../../decision/DefaultDecisionAnswers';
import type { InputLoader } from '../../decision/InputLoader';
import { IntlDisplays } from '../../display/IntlDisplays';
import { DatabaseLockQueue } from '../../locks/DatabaseLockQueue';
import { DatabaseLockStore } from '../../locks/DatabaseLockStore';
import { DatabaseNoticeStore } from '../../notices/DatabaseNoticeStore';
import { DatabaseOverrideStore } from '../../overrides';
import type { KnownTarget, TargetDirectory } from '../../policy/TargetDirectory';
import { DatabaseEpochSource } from '../../runtime/DatabaseEpochSource';
import { DatabaseRuntimeSource } from '../../runtime/DatabaseRuntimeSource';
import { RecentDeployments } from '../../runtime/RecentDeployments';
import { DatabaseWindowStore } from '../../schedule/DatabaseWindowStore';
import { DatabaseDeploymentStore } from '../DatabaseDeploymentStore';
import { DatabasePermitStore } from '../DatabasePermitStore';
import { DefaultPermitService } from '../DefaultPermitService';

export const T = Date.parse('2026-11-24T17:00:00Z');
export const WEB = { entity: 'component:default/web', environment: 'production' } as const;
export const OWNER = 'group:default/web';

export interface ReplicaOptions {
  readonly policy?: Partial<EffectivePolicy>;
  readonly tables?: Tables;
  /** Of the replica and of the database; `T` and standing still unless it is said. */
  readonly clock?: () => Instant;
  readonly databaseTime?: (knex: Knex) => Promise<Instant>;
}

const facts: KnownTarget['facts'] = {
  ref: WEB.entity,
  kind: 'Component',
  namespace: 'default',
  name: 'web',
  title: 'Web',
  owner: OWNER,
  tags: [],
  entity: aTarget().entity,
  outcome: 'read',
};
export const KNOWN: KnownTarget = {
  key: targetKey(WEB.entity, WEB.environment),
  entityRef: WEB.entity,
  environment: WEB.environment,
  stage: 'production',
  facts,
  chain: [{ entityRef: WEB.entity, level: 'component' }],
};

/** Knows one component in production. */
export const directory: TargetDirectory = {
  find: async (ref, environment) =>
    ref === KNOWN.entityRef && environment === KNOWN.environment ? KNOWN : undefined,
  ofEntity: async ref => (ref === KNOWN.entityRef ? [KNOWN] : []),
  all: async () => [KNOWN],
  facts: async ref => (ref === KNOWN.entityRef ? facts : undefined),
  entities: async () => [facts],
};

export function callBy(ref: string, options: Partial<CallOptions> = {}): CallOptions {
  return {
    credentials: { $$type: '@backstage/BackstageCredentials', principal: {} },
    principal: { ref, memberOf: [] },
    now: T,
    ...options,
  };
}

/** Everybody may everything, except those who are named. */
export function accessWithout(...strangers: readonly string[]): Access {
  const refuse = async (permission: { readonly name: string }, { principal }: CallOptions) => {
    if (!strangers.includes(principal.ref) || permission.name === decisionReadPermission.name)
      return;
    throw Object.assign(new Error(`${permission.name} is not permitted`), {
      name: 'NotAllowedError',
    });
  };
  return {
    require: (permission, _, options) => refuse(permission, options),
    requireBasic: (permission, options) => refuse(permission, options),
    permitted: async (_, targets, { principal }) =>
      principal.ref === 'user:default/blind' ? [] : targets,
    visible: async refs => new Set(refs),
  };
}

/** One backend over a database: real stores and cache, a policy that is given instead of a catalog. */
export function aReplica(knex: Knex, options: ReplicaOptions = {}) {
  const { tables = someTables(), clock = () => T } = options;
  const readers = {
    windows: new DatabaseWindowStore({ knex }),
    exemptions: { current: async () => [] },
    overrides: new DatabaseOverrideStore({ knex }),
    locks: new DatabaseLockStore({ knex }),
    notices: new DatabaseNoticeStore({ knex }),
    feeds: { tables: async () => ({}) },
    holidays: { tables: async () => ({}) },
    readiness: { verdicts: async () => new Map() },
  };
  const epochs = new DatabaseEpochSource({ knex });
  const runtime = new DatabaseRuntimeSource({ epochs, readers, horizon: 400 * 86_400_000 });
  const deployments = new DatabaseDeploymentStore({ knex });
  const recent = new RecentDeployments({ reader: deployments });
  const answers = new DefaultDecisionAnswers({ maxAge: 900_000 });
  const displays = new IntlDisplays({ locale: 'en-GB', zone: 'UTC', now: clock });
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const compiled = new WeakMap<readonly DeployWindow[], CompiledPolicy>();
  const policyOf = (windows: readonly DeployWindow[]) => {
    const known = compiled.get(windows);
    if (known) return known;
    const policy = compile(
      aPolicy({ ...options.policy, windows: [...(options.policy?.windows ?? []), ...windows] }),
      tables,
    );
    compiled.set(windows, policy);
    return policy;
  };

  const loader: InputLoader = {
    async load(request, _at, change = same => same) {
      const now = change(await runtime.runtime(clock()));
      const policy = policyOf(now.windows);
      const { key } = policy.policy.lock;
      const input = {
        request,
        policy,
        exemptions: [],
        overrides: now.overrides,
        notices: now.notices,
        locks: now.locks.filter(lock => lock.key === key),
        waiting: now.waiting.filter(run => run.key === key),
        recentDeployments: await recent.of(request.target, now.epoch),
        problems: [],
      };
      const stamp = { tzdata: 'test', declaredAsOf: T, horizon: 400 * 86_400_000 };
      return { input: stampInput(input, stamp, digest), target: KNOWN, runtime: now };
    },
  };
  const permitStore = new DatabasePermitStore({
    knex,
    decisionLog: new DatabaseDecisionLogStore({ knex, now: clock }),
    overrides: readers.overrides,
    databaseTime: options.databaseTime ?? (async () => clock()),
  });
  const held: unknown[] = [];
  const permits = new DefaultPermitService({
    store: permitStore,
    queue: new DatabaseLockQueue({ knex }),
    loader,
    answers,
    displays,
    decisions: { add: record => void held.push(record) },
    maxAge: 900_000,
    newId: randomUUID,
    now: clock,
    pause: async () => {},
  });
  return {
    permits,
    permitStore,
    deployments,
    loader,
    answers,
    displays,
    runtime,
    held,
    ...readers,
  };
}

export type Replica = ReturnType<typeof aReplica>;

export const OUR_TABLES = [
  'notice_deliveries',
  'notices',
  'deployment_events',
  'deployments',
  'permits',
  'lock_queue',
  'locks',
  'lock_keys',
  'overrides',
  'window_revisions',
  'windows',
  'decision_log',
  'outbox',
];

export async function emptyTables(knex: Knex): Promise<void> {
  for (const table of OUR_TABLES) await knex(table).delete();
}

/** A single-use override of a rule for whoever is named, around `T`. */
export function anOverride(fields: Partial<Override> = {}): Override {
  return {
    id: randomUUID(),
    target: KNOWN.key,
    rules: [],
    start: T - 60_000,
    end: T + 3_600_000,
    use: 'single',
    usableBy: ['external:ci'],
    reason: 'a fix that cannot wait',
    requestedBy: 'user:default/ann',
    authority: ['user:default/ann'],
    ...fields,
  };
}

/** A freeze of the database around `T`. */
export function aFreeze(fields: Partial<DeployWindow> = {}): {
  readonly id: string;
  readonly window: DeployWindow & { readonly version: number };
} {
  const id = randomUUID();
  return {
    id,
    window: {
      key: `db:${id}`,
      kind: 'freeze',
      title: 'Incident',
      level: KNOWN.key,
      origin: 'database',
      owner: OWNER,
      reason: 'the database is being mended',
      schedule: { type: 'exact', start: T - 60_000, end: T + 3_600_000 },
      expiresAt: T + 3_600_000,
      ...fields,
      version: 1,
    },
  };
}
