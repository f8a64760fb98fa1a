import { instantText, type OverrideAnswer } from 'backstage-plugin-deploy-windows-common';
import type { Instant, Override } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { StoredOverride } from './OverrideStore';

export function overrideAnswer(stored: StoredOverride, now: Instant): OverrideAnswer {
  const { override, titles, requestedAt, reviewDueAt, reviewedBy } = stored;
  const {
    id,
    target,
    use,
    emergency,
    reason,
    ticket,
    requestedBy,
    twoPerson,
    approvedBy,
    consumedAt,
    revokedAt,
  } = override;
  return {
    id,
    target,
    rules: override.rules.map((rule, index) => ({ rule, title: titles[index] ?? rule })),
    start: instantText(override.start),
    end: instantText(override.end),
    use,
    ...(emergency && { emergency }),
    usableBy: [...override.usableBy],
    reason,
    ...(ticket !== undefined && { ticket }),
    requestedBy,
    requestedAt: instantText(requestedAt),
    ...(twoPerson && { twoPerson }),
    ...(approvedBy !== undefined && { approvedBy }),
    ...(consumedAt !== undefined && { consumedAt: instantText(consumedAt) }),
    ...(revokedAt !== undefined && { revokedAt: instantText(revokedAt) }),
    ...(reviewDueAt !== undefined && { reviewDueAt: instantText(reviewDueAt) }),
    ...(reviewedBy !== undefined && { reviewedBy }),
    state: stateOf(override, now),
  };
}

/** Nothing is stored as active: it follows from the time. */
export function stateOf(
  { use, start, end, twoPerson, approvedBy, consumedAt, revokedAt }: Override,
  now: Instant,
): OverrideAnswer['state'] {
  if (revokedAt !== undefined) return 'revoked';
  if (use === 'single' && consumedAt !== undefined) return 'used';
  if (end <= now) return 'over';
  if (twoPerson && approvedBy === undefined) return 'waiting';
  return start > now ? 'upcoming' : 'active';
}
