import type { IncidentFreezeAsked, WindowWish } from 'backstage-plugin-deploy-windows-common';
import {
  incidentFreeze,
  type Audience,
  type DeployWindow,
  type Tables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CallOptions } from '../api/route';
import type { DeployWindowsConfig } from '../config';
import type { TargetDirectory } from '../policy/TargetDirectory';
import type { Runtime, RuntimeSource } from '../runtime/Runtime';
import { refuseSecrets } from '../secrets';
import { audienceAt } from './audienceAt';
import { fieldProblem, refuseProblems, type FieldProblem } from './fieldProblems';
import { levelProblem, type KnownLevel, type Levels } from './Levels';
import { windowFromWish } from './windowFromWish';
import { windowProblems } from './windowProblems';
import { windowTables } from './windowTables';

export interface ReadWindow {
  readonly window: DeployWindow & { readonly version: number };
  readonly level: KnownLevel;
  readonly tables: Tables;
  readonly runtime: Runtime;
  readonly audience?: Audience;
}

export interface WindowReaderDeps {
  readonly levels: Levels;
  readonly directory: TargetDirectory;
  readonly runtime: RuntimeSource;
  readonly config: Pick<DeployWindowsConfig, 'horizon' | 'defaultsOf' | 'incidentFreeze'>;
}

const INCIDENT_WORDS = {
  REASON_TOO_SHORT: 'give a reason of at least 10 characters',
  END_NOT_AFTER_START: 'a freeze must last some time',
  TOO_LONG:
    'an incident freeze lasts seven days at most; plan a longer one as a freeze with a date',
} as const;

/** Turns what people ask for into a window that can be worked out, or says everything that is wrong with it. */
export class WindowReader {
  readonly #deps: WindowReaderDeps;

  constructor(deps: WindowReaderDeps) {
    this.#deps = deps;
  }

  /** @throws InputError with all problems; NotFoundError for an unknown entity */
  async read(
    wish: WindowWish,
    { id, version }: { readonly id: string; readonly version: number },
    { principal, now }: CallOptions,
  ): Promise<ReadWindow> {
    refuseSecrets('title', wish.title);
    refuseSecrets('reason', wish.reason);
    const { config } = this.#deps;
    const level = await this.#deps.levels.find(wish.level);
    const lead = config.defaultsOf(level.stage ?? 'production').lead;
    const audience =
      wish.kind === 'notice' && wish.audience !== undefined
        ? audienceAt(level, wish.audience, lead)
        : undefined;
    const window = windowFromWish(wish, {
      id,
      version,
      level,
      owner: principal.ref,
      ...(audience && { audience: audience.key }),
    });
    const runtime = await this.#deps.runtime.runtime(now);
    const tables = windowTables(window.timeZone, runtime, now, config.horizon);
    refuseProblems([
      ...(await this.#levelProblems(level)),
      ...windowProblems(wish, window, tables, now),
      ...audienceProblems(wish, audience),
    ]);
    return { window, level, tables, runtime, ...(audience && { audience }) };
  }

  async readIncident(
    wish: IncidentFreezeAsked,
    id: string,
    { principal, now }: CallOptions,
  ): Promise<ReadWindow> {
    refuseSecrets('title', wish.title);
    refuseSecrets('reason', wish.reason);
    const { config } = this.#deps;
    const level = await this.#deps.levels.find(wish.level);
    const {
      reason,
      duration = config.incidentFreeze.defaultDuration,
      environments,
      stages,
      scope,
    } = wish;
    const made = incidentFreeze(
      {
        level: level.key,
        title: wish.title ?? `Incident at ${level.facts.title}`,
        reason,
        owner: principal.ref,
        duration,
        overridableBy: (wish.overridableBy ?? []).map(name => name.toLowerCase()),
        ...(environments && { environments }),
        ...(stages && { stages }),
        ...(scope !== undefined && { scope }),
      },
      { id, now },
    );
    const problems = await this.#levelProblems(level);
    if (made.outcome === 'refused') {
      refuseProblems([
        ...problems,
        ...made.problems.map(code => fieldProblem(code, 'duration', INCIDENT_WORDS[code])),
      ]);
      throw new Error('an incident freeze was refused without a reason');
    }
    const window = { ...made.window, version: 1 };
    const runtime = await this.#deps.runtime.runtime(now);
    const tables = windowTables(undefined, runtime, now, config.horizon);
    const scopeWish: WindowWish = {
      kind: 'freeze',
      level: level.key,
      title: window.title,
      schedule: { type: 'always' },
    };
    refuseProblems([...problems, ...windowProblems(scopeWish, window, tables, now)]);
    return { window, level, tables, runtime };
  }

  /** A stored one, for its answer. */
  async stored(
    window: DeployWindow & { readonly version: number },
    { now }: CallOptions,
  ): Promise<ReadWindow> {
    const { config } = this.#deps;
    const [level, runtime] = await Promise.all([
      this.#deps.levels.find(window.level),
      this.#deps.runtime.runtime(now),
    ]);
    const tables = windowTables(window.timeZone, runtime, now, config.horizon);
    const lead = config.defaultsOf(level.stage ?? 'production').lead;
    const audience =
      window.audience === undefined ? undefined : audienceAt(level, window.audience, lead);
    return { window, level, tables, runtime, ...(audience && { audience }) };
  }

  async #levelProblems(level: KnownLevel): Promise<readonly FieldProblem[]> {
    const ownTargets = await this.#deps.directory.ofEntity(level.entityRef);
    const message = levelProblem(
      level,
      ownTargets.map(({ environment }) => environment),
    );
    return message === undefined ? [] : [fieldProblem('UNKNOWN_LEVEL', 'level', message)];
  }
}

function audienceProblems(
  wish: WindowWish,
  audience: Audience | undefined,
): readonly FieldProblem[] {
  if (wish.kind !== 'notice' || audience !== undefined) return [];
  const message =
    wish.audience === undefined
      ? 'agreed times need an audience; nobody knows who must be told'
      : `no audience at this level or above is called ${wish.audience}`;
  return [fieldProblem('AUDIENCE_MISSING', 'audience', message)];
}
