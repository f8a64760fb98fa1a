import type { CallOptions } from '../api/route';

/** Which entities the caller may see, by the rules of the catalog. */
export interface TargetVisibility {
  visible(entityRefs: readonly string[], options: CallOptions): Promise<ReadonlySet<string>>;
}
