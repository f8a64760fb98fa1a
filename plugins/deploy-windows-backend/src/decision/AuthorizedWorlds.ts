import type { ChangeType } from 'backstage-plugin-deploy-windows-common';
import { decisionReadPermission } from 'backstage-plugin-deploy-windows-common';
import type { Access } from '../access/Access';
import type { CallOptions } from '../api/route';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { DefaultInputLoader, LoadedWorld } from './DefaultInputLoader';
import type { World, Worlds } from './Worlds';

/** Lets through to a target only those who may read its decisions. */
export class AuthorizedWorlds implements Worlds {
  readonly #access: Access;
  readonly #loader: Pick<DefaultInputLoader, 'world'>;

  constructor(options: {
    readonly access: Access;
    readonly loader: Pick<DefaultInputLoader, 'world'>;
  }) {
    this.#access = options.access;
    this.#loader = options.loader;
  }

  async open(options: CallOptions): Promise<World> {
    const world = await this.#loader.world();
    return {
      ...world,
      one: (entityRef, environment, changeType) =>
        this.#one(world, entityRef, environment, changeType, options),
      readable: targets => this.#access.permitted(decisionReadPermission, targets, options),
    };
  }

  async #one(
    world: LoadedWorld,
    entityRef: string,
    environment: string,
    changeType: ChangeType | undefined,
    options: CallOptions,
  ): Promise<KnownTarget> {
    const target = await this.#known(world, entityRef, environment, options);
    await this.#access.require(
      decisionReadPermission,
      { ...target, ...(changeType !== undefined && { changeType }) },
      options,
    );
    return target;
  }

  /** The names of other environments are for those alone who may see the entity. */
  async #known(
    world: LoadedWorld,
    entityRef: string,
    environment: string,
    options: CallOptions,
  ): Promise<KnownTarget> {
    try {
      return world.target(entityRef, environment);
    } catch (error) {
      const facts = world.directory.facts(entityRef.toLowerCase());
      if (facts) await this.#access.require(decisionReadPermission, { facts }, options);
      throw error;
    }
  }
}
