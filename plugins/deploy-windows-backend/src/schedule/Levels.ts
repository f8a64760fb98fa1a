import {
  levelsOf,
  type DeployWindow,
  type Target,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { AskedTarget } from '../access/Access';
import { notFound } from '../api/coded';
import type { KnownTarget, TargetDirectory } from '../policy/TargetDirectory';
import { splitLevel } from './windowRow';

/** An entity, or an environment of it, at which windows are kept. */
export interface KnownLevel extends AskedTarget {
  readonly key: string;
  readonly entityRef: string;
  /** All below it, whatever a window's scope says. */
  readonly targets: readonly KnownTarget[];
}

/** Finds levels in the snapshots of the catalog. */
export class Levels {
  readonly #directory: TargetDirectory;

  constructor(directory: TargetDirectory) {
    this.#directory = directory;
  }

  /** @throws NotFoundError when there is no such entity; whether it has the environment is asked later */
  async find(asked: string): Promise<KnownLevel> {
    const [ref, environment] = splitLevel(asked);
    const entityRef = ref.toLowerCase();
    const facts = await this.#directory.facts(entityRef);
    if (facts === undefined)
      throw notFound('UNKNOWN_ENTITY', `There is no ${entityRef}, or you may not see it.`);
    const key = environment === undefined ? entityRef : `${entityRef}#${environment}`;
    const targets = (await this.#directory.all()).filter(target =>
      levelsOf(target, target.chain).some(level => level.key === key),
    );
    const stage = targets[0]?.stage;
    return {
      key,
      entityRef,
      facts,
      targets,
      ...(environment !== undefined && { environment, ...(stage !== undefined && { stage }) }),
    };
  }
}

/** Why no window can be kept there; undefined when one can. */
export function levelProblem(
  { facts, environment, targets, entityRef }: KnownLevel,
  environmentsOfEntity: readonly string[],
): string | undefined {
  const names =
    environmentsOfEntity.length > 0 ? environmentsOfEntity.join(', ') : 'none is declared';
  switch (facts.kind.toLowerCase()) {
    case 'domain':
      return environment === undefined
        ? undefined
        : `a Domain has no environments; name ${entityRef} and list environments`;
    case 'system':
      if (environment === undefined || targets.length > 0) return undefined;
      return `${entityRef} has no environment ${environment} (${names})`;
    case 'component':
      if (environment === undefined)
        return `name an environment of the Component: ${entityRef}#… (${names})`;
      return targets.length > 0
        ? undefined
        : `${entityRef} has no environment ${environment} (${names})`;
    default:
      return `windows are kept at a Domain, System or Component, and ${entityRef} is a ${facts.kind}`;
  }
}

export function targetOf({ key, entityRef, environment, stage, facts }: KnownTarget): Target {
  return { key, entityRef, environment, stage, entity: facts.entity };
}

/** A freeze that holds the services of several owners. */
export function isBroad(
  { kind, scope }: Pick<DeployWindow, 'kind' | 'scope'>,
  { facts }: KnownLevel,
): boolean {
  return kind === 'freeze' && (scope !== undefined || facts.kind.toLowerCase() === 'domain');
}
