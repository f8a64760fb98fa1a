import { decisionReadPermission } from 'backstage-plugin-deploy-windows-common';
import type { TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Access, AskedTarget } from '../access/Access';
import type { CallOptions } from '../api/route';
import type { KnownTarget, TargetDirectory } from '../policy/TargetDirectory';
import { fits } from './fleetFilter';

export interface LogWish {
  readonly entity?: string;
  readonly environment?: string;
  readonly owner?: string;
}

/** Whose log rows a caller may read. */
export class LogReaders {
  readonly #access: Access;
  readonly #directory: TargetDirectory;

  constructor(options: { readonly access: Access; readonly directory: TargetDirectory }) {
    this.#access = options.access;
    this.#directory = options.directory;
  }

  async targets(
    { entity, ...filter }: LogWish,
    options: CallOptions,
  ): Promise<readonly TargetKey[]> {
    const all =
      entity === undefined
        ? await this.#directory.all()
        : await this.#directory.ofEntity(entity.toLowerCase());
    const wanted = all.filter(target => fits(target, filter));
    return (await this.#access.permitted<KnownTarget>(decisionReadPermission, wanted, options)).map(
      ({ key }) => key,
    );
  }

  /** A target that was decided about may no longer be declared; its entity decides then. */
  async mayRead(key: TargetKey, options: CallOptions): Promise<boolean> {
    const hash = key.lastIndexOf('#');
    const [entityRef, environment] = [key.slice(0, hash), key.slice(hash + 1)];
    const facts = await this.#directory.facts(entityRef);
    if (facts === undefined) return false;
    const target: AskedTarget = (await this.#directory.find(entityRef, environment)) ?? {
      facts,
      environment,
    };
    return (await this.#access.permitted(decisionReadPermission, [target], options)).length > 0;
  }
}
