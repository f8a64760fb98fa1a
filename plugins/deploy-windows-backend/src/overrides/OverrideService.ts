import type { OverrideAnswer, OverrideAsked } from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../api/route';
import type { LogPart } from '../database/logPage';

export interface OverridesAnswer {
  readonly items: readonly OverrideAnswer[];
  readonly nextCursor?: string;
}

/** What permission is asked about an override that is there already. */
export interface OverridePlace {
  readonly target: string;
  readonly requestedBy: string;
}

/** Named, reasoned, expiring exceptions; each sets aside exactly the rules it names. */
export interface OverrideService {
  /** @throws NotFoundError */
  placeOf(id: string): Promise<OverridePlace>;
  list(part: LogPart, options: CallOptions): Promise<OverridesAnswer>;
  request(wish: OverrideAsked, options: CallOptions): Promise<OverrideAnswer>;
  /** @throws ConflictError SAME_PERSON, ALREADY_APPROVED, NO_APPROVAL_NEEDED, OVERRIDE_CONSUMED, OVERRIDE_REVOKED, FREEZE_IS_HARD */
  approve(id: string, options: CallOptions): Promise<OverrideAnswer>;
  /** @throws ConflictError OVERRIDE_CONSUMED, OVERRIDE_REVOKED */
  revoke(id: string, why: string, options: CallOptions): Promise<OverrideAnswer>;
  /** @throws ConflictError SAME_PERSON, ALREADY_REVIEWED */
  review(id: string, text: string, options: CallOptions): Promise<OverrideAnswer>;
}
