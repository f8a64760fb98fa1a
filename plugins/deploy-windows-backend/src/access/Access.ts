import type { BasicPermission, ResourcePermission } from '@backstage/plugin-permission-common';
import type { ChangeType } from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../api/route';
import type { EntityFacts } from '../policy/TargetDirectory';

/** A target as policies see it; without an environment, an entity that windows are kept at. */
export interface AskedTarget {
  readonly facts: EntityFacts;
  readonly environment?: string;
  readonly stage?: string;
  readonly changeType?: ChangeType;
}

/** Who may do what. Used by the `Authorized…Service` decorators alone. */
export interface Access {
  /**
   * @throws NotFoundError when the caller may not see the entity (as if it were not there), NotAllowedError naming the
   * permission and the owner of the entity
   */
  require(permission: ResourcePermission, target: AskedTarget, options: CallOptions): Promise<void>;
  /** @throws NotAllowedError naming the permission */
  requireBasic(permission: BasicPermission, options: CallOptions): Promise<void>;
  /** Those of the targets on which it is permitted and which the caller may see; constant number of calls. */
  permitted<T extends AskedTarget>(
    permission: ResourcePermission,
    targets: readonly T[],
    options: CallOptions,
  ): Promise<readonly T[]>;
  /** Those of the entities that the caller may see, by the rules of the catalog; one call. */
  visible(entityRefs: readonly string[], options: CallOptions): Promise<ReadonlySet<string>>;
}
