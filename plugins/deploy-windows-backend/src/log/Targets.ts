import { decisionReadPermission } from 'backstage-plugin-deploy-windows-common';
import { targetKey, type TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Access, AskedTarget } from '../access/Access';
import { notFound } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { KnownTarget, TargetDirectory } from '../policy/TargetDirectory';

export interface WantedTargets {
  readonly entity?: string;
  readonly environment?: string;
  readonly owner?: string;
}

/** Targets by the words that callers use. */
export class Targets {
  readonly #directory: TargetDirectory;

  constructor(directory: TargetDirectory) {
    this.#directory = directory;
  }

  /** @throws NotFoundError with code UNKNOWN_TARGET, naming the environments that exist */
  async known(entity: string, environment: string): Promise<KnownTarget> {
    const entityRef = entity.toLowerCase();
    const target = await this.#directory.find(entityRef, environment);
    if (target) return target;
    const others = await this.#directory.ofEntity(entityRef);
    if (others.length === 0)
      throw notFound('UNKNOWN_TARGET', `${entityRef} is not known, or nothing says where it runs`);
    const names = others.map(other => other.environment).join(', ');
    throw notFound(
      'UNKNOWN_TARGET',
      `${entityRef} has no environment ${environment}; there are ${names}`,
    );
  }

  /** A target as policies see it; also one whose environment is no longer declared. */
  async asked(key: TargetKey): Promise<AskedTarget> {
    const hash = key.lastIndexOf('#');
    const [entityRef, environment] = [key.slice(0, hash), key.slice(hash + 1)];
    const target = await this.#directory.find(entityRef, environment);
    if (target) return target;
    const facts = await this.#directory.facts(entityRef);
    if (facts) return { facts, environment };
    throw notFound('UNKNOWN_TARGET', `${entityRef} is no longer in the catalog`);
  }

  async wanted({ entity, environment, owner }: WantedTargets): Promise<readonly KnownTarget[]> {
    const all =
      entity === undefined
        ? await this.#directory.all()
        : await this.#directory.ofEntity(entity.toLowerCase());
    return all.filter(
      target =>
        (environment === undefined || target.environment === environment) &&
        (owner === undefined || target.facts.owner === owner.toLowerCase()),
    );
  }
}

/** Keys of the wanted targets whose logs the caller may read. */
export async function readableTargets(
  targets: Targets,
  access: Access,
  wanted: WantedTargets,
  options: CallOptions,
): Promise<readonly TargetKey[]> {
  const found = await access.permitted(
    decisionReadPermission,
    await targets.wanted(wanted),
    options,
  );
  return found.map(({ facts, environment }) => targetKey(facts.ref, environment));
}
