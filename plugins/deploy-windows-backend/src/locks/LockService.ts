import type { HoldWish, LockAnswer, LogQueryAsked } from 'backstage-plugin-deploy-windows-common';
import type { TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CallOptions } from '../api/route';

/** Who holds what. Run locks are taken with a permit; hold locks are kept by hand. */
export interface LockService {
  /** Held now, of targets that the caller may see; of an entity also those that a neighbour took under the same key. */
  list(query: LogQueryAsked, options: CallOptions): Promise<readonly LockAnswer[]>;
  /** @throws ConflictError with code LOCK_HELD, naming holder, reason and since */
  hold(wish: HoldWish, options: CallOptions): Promise<LockAnswer>;
  /** @throws ConflictError with code NOT_HOLDER or LOCK_LOST */
  release(id: string, token: number | undefined, options: CallOptions): Promise<LockAnswer>;
  /** Takes it from whoever holds it. */
  breakLock(id: string, reason: string, options: CallOptions): Promise<LockAnswer>;
  /** @throws NotFoundError with code UNKNOWN_LOCK */
  targetOf(id: string): Promise<TargetKey>;
}
