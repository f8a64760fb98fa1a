import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Snapshot } from './Snapshot';

export interface KnownState {
  readonly etag?: string;
  readonly hash: string;
  readonly isDeleted: boolean;
}

export interface PolicyChanges {
  readonly snapshots: readonly Snapshot[];
  readonly gone: readonly string[];
  /** When the catalog was read whole. */
  readonly readAt: Instant;
}

/** The last good state of every document. */
export interface PolicyStore {
  /** By entity ref, also of those that are gone. */
  states(): Promise<ReadonlyMap<string, KnownState>>;
  /** Raises epoch and version only when something is other than before; says how many entities are. */
  apply(changes: PolicyChanges): Promise<number>;
  /** Some entities that were read apart from the others; what is the same is left. */
  update(snapshots: readonly Snapshot[], at: Instant): Promise<number>;
  /** Without those that are gone. */
  snapshots(): Promise<readonly Snapshot[]>;
  version(): Promise<number>;
}
