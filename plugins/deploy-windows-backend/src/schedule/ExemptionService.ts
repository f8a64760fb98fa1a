import type { ExemptionAnswer, ExemptionWish } from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../api/route';
import type { LogPart } from '../database/logPage';

export interface ExemptionsAnswer {
  readonly items: readonly ExemptionAnswer[];
  readonly nextCursor?: string;
}

/** Dated leave from one freeze for one target. */
export interface ExemptionService {
  /** @throws NotFoundError */
  levelOfFreeze(key: string, options: CallOptions): Promise<string>;
  /** @throws NotFoundError */
  levelOf(id: string): Promise<string>;
  list(part: LogPart): Promise<ExemptionsAnswer>;
  /** @throws ConflictError FREEZE_IS_HARD */
  grant(wish: ExemptionWish, options: CallOptions): Promise<ExemptionAnswer>;
  /** @throws ConflictError ALREADY_REVOKED */
  revoke(id: string, why: string, options: CallOptions): Promise<ExemptionAnswer>;
}
