import { instantText } from '../../time/wire';
import type { Waiver } from '../answers/waiver';
import { waiverState } from '../effective/waiverInForce';
import type { WaiverAnswer } from '../wire';
import { daysUntil } from '../words/dayWords';
import { renewalWords } from '../words/renewalWords';
import type { PresentContext } from './context';

export interface WaivedCheck {
  readonly checkTitle?: string;
  /** Today's version of the check; a waiver of an older one is over. */
  readonly checkVersion?: number;
  /** Waivers of the check, those it renews among them. */
  readonly all?: readonly Waiver[];
  /** The check passes without it. */
  readonly own?: 'pass';
}

export function waiverAnswer(
  waiver: Waiver,
  { checkTitle, checkVersion, all = [], own }: WaivedCheck,
  { now }: PresentContext,
): WaiverAnswer {
  const { link, approvedBy, deniedBy, renews, revokedAt, revokedBy } = waiver;
  const renewal = renewalWords(waiver, all);
  const state = waiverState(waiver, checkVersion ?? waiver.checkVersion, now);
  return {
    id: waiver.id,
    subject: waiver.subject,
    checkId: waiver.checkId,
    checkTitle: checkTitle ?? waiver.checkId,
    code: waiver.code,
    reason: waiver.reason,
    ...(link !== undefined && { link }),
    requestedBy: waiver.requestedBy,
    createdAt: instantText(waiver.createdAt),
    expiresAt: instantText(waiver.expiresAt),
    daysLeft: daysUntil(now, waiver.expiresAt),
    needsApproval: waiver.needsApproval,
    ...(approvedBy !== undefined && { approvedBy }),
    ...(deniedBy !== undefined && { deniedBy }),
    ...(renews !== undefined && { renews }),
    ...(renewal !== undefined && { renewalWords: renewal }),
    ...(revokedAt !== undefined && { revokedAt: instantText(revokedAt) }),
    ...(revokedBy !== undefined && { revokedBy }),
    state,
    ...(own === 'pass' && state === 'active' && { notNeeded: true }),
  };
}
