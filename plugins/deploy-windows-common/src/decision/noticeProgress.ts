import { isTold, leadOver, noticeRange, type LeadTime, type Notice } from '../notices';
import type { Instant } from '../time';

/** How far the telling of an audience has come, besides its agreed times. */
export type NoticeProgress = 'none' | 'pending' | 'announced' | Notice['state'];

/** `pending`: told, the lead still runs. `announced`: told, for later or for now. Else what the best attempt came to. */
export function noticeProgress(
  notices: readonly Notice[],
  lead: LeadTime,
  at: Instant,
): NoticeProgress {
  const current = notices.filter(({ to, state }) => to > at && state !== 'withdrawn');
  const useful = current.filter(notice => noticeRange(notice, lead) !== undefined);
  const running = useful.some(notice => isTold(notice) && leadIsRunning(notice, lead, at));
  if (running) return 'pending';
  if (useful.length > 0) return 'announced';
  const order: readonly Notice['state'][] = ['sending', 'queued', 'unconfirmed', 'failed'];
  return order.find(state => current.some(notice => notice.state === state)) ?? 'none';
}

function leadIsRunning(
  { from, effectiveAt }: Notice & { readonly effectiveAt: Instant },
  lead: LeadTime,
  at: Instant,
): boolean {
  const over = leadOver(lead, effectiveAt) ?? Infinity;
  return over > at && from <= over;
}
