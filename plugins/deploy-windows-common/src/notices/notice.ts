import type { AudienceKey, TargetKey } from '../schedule';
import { merge, type Instant, type TimeRange } from '../time';
import { leadOver, type LeadTime } from './leadTime';

/** A promise to an audience: a range was announced to them. */
export interface Notice {
  readonly id: string;
  readonly audience: AudienceKey;
  readonly target: TargetKey;
  /** Announced range. */
  readonly from: Instant;
  readonly to: Instant;
  /** When they had been told. */
  readonly effectiveAt?: Instant;
  readonly state:
    'queued' | 'sending' | 'sent' | 'recorded' | 'unconfirmed' | 'failed' | 'withdrawn';
}

/** Whether the audience was told. One that may or may not have arrived does not count. */
export function isTold(notice: Notice): notice is Notice & { readonly effectiveAt: Instant } {
  switch (notice.state) {
    case 'sent':
    case 'recorded':
      return notice.effectiveAt !== undefined;
    case 'queued':
    case 'sending':
    case 'unconfirmed':
    case 'failed':
    case 'withdrawn':
      return false;
    default:
      throw new Error(notice.state satisfies never);
  }
}

/** When an announced range lets a deploy start: once the lead is over, and not after the range. */
export function noticeRange(notice: Notice, lead: LeadTime): TimeRange | undefined {
  if (!isTold(notice)) return undefined;
  const over = leadOver(lead, notice.effectiveAt);
  if (over === undefined) return undefined;
  const start = Math.max(notice.from, over);
  return start < notice.to ? { start, end: notice.to } : undefined;
}

/** When notices free an audience for a target. */
export function noticeRanges(
  notices: readonly Notice[],
  audience: AudienceKey,
  target: TargetKey,
  lead: LeadTime,
): readonly TimeRange[] {
  const ranges = noticesFor(notices, audience, target).map(notice => noticeRange(notice, lead));
  return merge(ranges.filter(range => range !== undefined));
}

export function noticesFor(
  notices: readonly Notice[],
  audience: AudienceKey,
  target: TargetKey,
): readonly Notice[] {
  return notices.filter(notice => notice.audience === audience && notice.target === target);
}
