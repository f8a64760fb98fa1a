import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { NoticeWithDeliveries, StoredNotice } from './NoticeStore';

const isEntityRef = (ref: string) => /^(?:user|group):/.test(ref);

/** Whoever was told hears once that it will not happen. */
export function withdrawnMessages(
  { notice, deliveries }: NoticeWithDeliveries,
  by: string,
  why: string,
): readonly OutboxMessage[] {
  const told = deliveries.filter(
    ({ state }) => state === 'sent' || state === 'unconfirmed' || state === 'sending',
  );
  const recipients = told.map(({ recipient }) => recipient).filter(isEntityRef);
  return [
    {
      dedupeKey: `notice:${notice.id}:withdrawn`,
      topic: 'deploy-windows.reminder',
      payload: {
        noticeId: notice.id,
        audience: notice.audience,
        target: notice.target,
        step: 'withdrawn',
        by,
      },
      ...(recipients.length > 0 && {
        notify: {
          recipients,
          title: `Called off: the planned deploy of ${notice.target}`,
          description: `What was announced will not happen: ${why}\n\nIt was announced as follows.\n\n${notice.text}`,
          severity: 'high',
          scope: `notice:${notice.id}`,
        },
      }),
    },
  ];
}

/** Nobody knows whether it arrived: a person has to say. */
export function unconfirmedMessages(notice: StoredNotice): readonly OutboxMessage[] {
  const { id, audience, audienceTitle, target, requestedBy } = notice;
  return [
    {
      dedupeKey: `notice:${id}:unconfirmed`,
      topic: 'deploy-windows.reminder',
      payload: { noticeId: id, audience, target, step: 'unconfirmed' },
      ...(isEntityRef(requestedBy) && {
        notify: {
          recipients: [requestedBy],
          title: `Was ${audienceTitle} told?`,
          description: `The notice about ${target} may or may not have arrived, and it is not sent again by itself. Ask them and confirm it, or send a new one.`,
          severity: 'high',
          scope: `notice:${id}:unconfirmed`,
        },
      }),
    },
  ];
}
