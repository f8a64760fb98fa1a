import {
  stampInput,
  targetKey,
  type DecisionInput,
  type DecisionRequest,
  type Instant,
  type ReadinessVerdict,
  type TargetKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { notFound, unavailable } from '../api/coded';
import type { DeployWindowsConfig } from '../config';
import type { Directory } from '../policy/Directory';
import { findIn, type SnapshotDirectory } from '../policy/SnapshotDirectory';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { DatabaseRuntimeSource } from '../runtime/DatabaseRuntimeSource';
import type { Epoch } from '../runtime/Epoch';
import type { RecentDeployments } from '../runtime/RecentDeployments';
import type { Runtime } from '../runtime/Runtime';
import { staleProblems } from './inputProblems';
import type { InputLoader, LoadedInput } from './InputLoader';
import type { PolicyCompiler } from './PolicyCompiler';
import { relatedProblems } from './relatedProblems';

export interface DefaultInputLoaderOptions {
  readonly runtimes: Pick<DatabaseRuntimeSource, 'asOf'>;
  readonly directory: Pick<SnapshotDirectory, 'asOf'>;
  readonly compiler: PolicyCompiler;
  readonly deployments: RecentDeployments;
  /** What readiness found; absent: it was never asked. */
  readonly readinessOf?: (
    target: KnownTarget,
    state: Pick<LoadedWorld, 'runtime' | 'epoch'>,
    times: { readonly now: Instant; readonly at: Instant },
  ) => Promise<ReadinessVerdict | undefined>;
  readonly config: Pick<DeployWindowsConfig, 'snapshot' | 'feeds' | 'horizon'>;
  readonly tzdata: () => string;
  readonly digest: (text: string) => string;
  readonly now: () => Instant;
}

export type Wanted = Omit<DecisionRequest, 'target'>;

/** Everything as of one moment, for any number of targets. */
export interface LoadedWorld {
  readonly directory: Directory;
  readonly runtime: Runtime;
  readonly epoch: Epoch;
  /** @throws NotFoundError with code UNKNOWN_TARGET */
  target(entityRef: string, environment: string): KnownTarget;
  load(target: KnownTarget, wanted: Wanted, at: Instant): Promise<LoadedInput>;
  /** Before many targets are loaded: reads at once what each of them needs. */
  prepare(targets: readonly KnownTarget[]): Promise<void>;
}

/** One small query for the epoch; the rest is remembered while it stands. */
export class DefaultInputLoader implements InputLoader {
  readonly #options: DefaultInputLoaderOptions;

  constructor(options: DefaultInputLoaderOptions) {
    this.#options = options;
  }

  async load(
    { target: key, ...wanted }: DecisionRequest,
    at: Instant,
    change?: (runtime: Runtime) => Runtime,
  ): Promise<LoadedInput> {
    const world = await this.world();
    const hash = key.lastIndexOf('#');
    const target = world.target(key.slice(0, hash), key.slice(hash + 1));
    const runtime = change ? change(world.runtime) : world.runtime;
    return this.#load(target, wanted, at, { ...world, runtime });
  }

  async world(): Promise<LoadedWorld> {
    const { runtimes, directory: directories, deployments, now } = this.#options;
    const { runtime, epoch } = await runtimes.asOf(now());
    const directory = await directories.asOf(epoch.policyVersion);
    const state = { directory, runtime, epoch };
    return {
      ...state,
      target: (entityRef, environment) => findTarget(directory, epoch, entityRef, environment),
      load: (target, wanted, at) => this.#load(target, wanted, at, state),
      prepare: targets => {
        const around = targets.flatMap(({ entityRef, environment }) =>
          directory.neighbours(entityRef).map(ref => targetKey(ref, environment)),
        );
        return deployments.prepare(
          [...new Set([...targets.map(({ key }) => key), ...around])],
          epoch.epoch,
        );
      },
    };
  }

  async #load(
    target: KnownTarget,
    wanted: Wanted,
    at: Instant,
    { runtime, epoch, directory }: Pick<LoadedWorld, 'runtime' | 'epoch' | 'directory'>,
  ): Promise<LoadedInput> {
    const { compiler, deployments, readinessOf, config, tzdata, digest } = this.#options;
    const now = this.#options.now();
    const policy = await compiler.compiled(target, runtime, at);
    const readiness = await readinessOf?.(target, { runtime, epoch }, { now, at });
    const { key } = policy.policy.lock;
    const recent = (other: TargetKey) => deployments.of(other, runtime.epoch);
    const isOwn = (row: { readonly target: string }) => row.target === target.key;
    const input: Omit<DecisionInput, 'stamp'> = {
      request: { ...wanted, target: target.key },
      policy,
      exemptions: runtime.exemptions.filter(isOwn),
      overrides: runtime.overrides.filter(isOwn),
      notices: runtime.notices.filter(isOwn),
      locks: runtime.locks.filter(lock => lock.key === key),
      waiting: runtime.waiting
        .filter(run => run.key === key)
        .map(({ runKey, sequence }) => ({ runKey, sequence })),
      recentDeployments: await recent(target.key),
      ...(readiness && { readiness }),
      problems: [
        ...(target.problems ?? []),
        ...staleProblems(epoch, policy.policy, policy.tables.feeds, config, now),
        ...(await relatedProblems(target, { directory, runtime, recent }, now)),
      ],
    };
    const stamp = { tzdata: tzdata(), declaredAsOf: epoch.readAt ?? 0, horizon: config.horizon };
    return { input: stampInput(input, stamp, digest), target, runtime };
  }
}

function findTarget(
  directory: Directory,
  { readAt }: Epoch,
  entityRef: string,
  environment: string,
): KnownTarget {
  const target = findIn(directory, entityRef, environment);
  if (target) return target;
  const ref = entityRef.toLowerCase();
  if (readAt === undefined) {
    throw unavailable(
      'CATALOG_NEVER_READ',
      'The catalog was not read yet, so nothing is known of any target. Ask again in a minute',
    );
  }
  const facts = directory.facts(ref);
  if (facts === undefined)
    throw notFound('UNKNOWN_TARGET', `There is no ${ref} here, or you may not see it`);
  const names = directory.ofEntity(ref).map(known => known.environment);
  if (names.length === 0) {
    throw notFound(
      'UNKNOWN_TARGET',
      `${ref} declares no environments, and nothing above it does. Write them under spec.infra.environments`,
    );
  }
  throw notFound(
    'UNKNOWN_TARGET',
    `${ref} has no environment ${environment}; there are ${names.join(', ')}`,
  );
}
