import type {
  PermitAnswer,
  PermitOutcome,
  PermitWish,
} from 'backstage-plugin-deploy-windows-common';
import type { TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CallOptions } from '../api/route';

/** Proofs of allowed starts. */
export interface PermitService {
  /** Verdict, lock and permit in one step. Held: the decision alone, with the place in the queue. */
  take(wish: PermitWish, options: CallOptions): Promise<PermitOutcome>;
  find(id: string, options: CallOptions): Promise<PermitAnswer>;
  /** The lock lives on. @throws ConflictError with code LOCK_LOST or NOT_HOLDER */
  renew(
    id: string,
    renewal: { readonly token: number; readonly ttl?: string },
    options: CallOptions,
  ): Promise<PermitAnswer>;
  /** Gives the lock back; done before, it is the same answer. */
  release(id: string, token: number | undefined, options: CallOptions): Promise<PermitAnswer>;
  /** @throws NotFoundError with code UNKNOWN_PERMIT */
  targetOf(id: string): Promise<TargetKey>;
}
