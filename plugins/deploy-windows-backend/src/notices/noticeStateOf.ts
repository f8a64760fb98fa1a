import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { NoticeDelivery, StoredNotice } from './NoticeStore';

/** What a notice has come to: effective once the contacts that are required were told, and not before. */
export function noticeStateOf(
  require: StoredNotice['require'],
  deliveries: readonly Pick<NoticeDelivery, 'state' | 'sentAt'>[],
): { readonly state: StoredNotice['state']; readonly effectiveAt?: Instant } {
  const told = deliveries.filter(({ state }) => state === 'sent' || state === 'recorded');
  const times = told.flatMap(({ sentAt }) => sentAt ?? []);
  const isTold =
    require === 'any' ? times.length > 0 : times.length > 0 && times.length === deliveries.length;
  if (isTold) {
    const effectiveAt = require === 'any' ? Math.min(...times) : Math.max(...times);
    return { state: told.some(({ state }) => state === 'sent') ? 'sent' : 'recorded', effectiveAt };
  }
  const order = ['sending', 'queued', 'unconfirmed'] as const;
  return {
    state: order.find(wanted => deliveries.some(({ state }) => state === wanted)) ?? 'failed',
  };
}
