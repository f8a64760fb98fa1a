import type { SeenFact } from 'backstage-plugin-deploy-windows-common/readiness';
import type { SeenByEntity } from './ObservedReader';

export interface Observed {
  /** The last reading failed: this is what was seen before, and no news. */
  readonly hasFailed: boolean;
  readonly seen: SeenByEntity;
}

export interface KnownObserved extends Observed {
  /** The empty text where nothing was read yet. */
  readonly hash: string;
  /** What facts of an entity are made with: of a reading that failed, with why it is no news. */
  readonly of: (entityRef: string) => readonly SeenFact[];
}

/** What sources see as last read, shared by all replicas: each of them judges by the same. */
export interface ObservedStore {
  save(observed: Observed): Promise<void>;
  /** One small query; the rest from memory while its hash stands. */
  current(): Promise<KnownObserved>;
}
