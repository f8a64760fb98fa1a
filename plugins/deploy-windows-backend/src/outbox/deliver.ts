import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { HOUR, SECOND, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { OutboxNotification } from './OutboxMessage';
import type { OutboxStore, WaitingMessage } from './OutboxStore';

export interface DeliverDeps {
  readonly store: OutboxStore;
  readonly events: Pick<EventsService, 'publish'>;
  /** Absent: switched off. */
  readonly notifications?: Pick<NotificationService, 'send'>;
  readonly newId: () => string;
  readonly logger: LoggerService;
}

const AT_ONCE = 100;
const MOST_ATTEMPTS = 12;
const FIRST_PAUSE = 15 * SECOND;
const LONGEST_PAUSE = HOUR;

/** Sends what waits, each message by one replica. What fails is tried again, later each time, and given up after half a day. */
export async function deliver(deps: DeliverDeps, now: Instant, signal: AbortSignal): Promise<void> {
  const { store, newId } = deps;
  for (const message of await store.due(now, AT_ONCE)) {
    if (signal.aborted) return;
    if (await store.claim(message.id, newId(), now)) await deliverOne(message, deps, now);
  }
}

async function deliverOne(
  message: WaitingMessage,
  { store, events, notifications, logger }: DeliverDeps,
  now: Instant,
): Promise<void> {
  const { id, topic, payload, notify, attempts, isPublished } = message;
  try {
    if (!isPublished) {
      await events.publish({ topic, eventPayload: { version: 1, id, ...payload } });
      await store.published(id);
    }
    if (notify && notifications) await notifications.send(sendable(notify, topic));
    await store.done(id, 'sent', now);
  } catch (error) {
    const isLast = attempts + 1 >= MOST_ATTEMPTS;
    logger.warn(
      `A message of ${topic} was not delivered${isLast ? ' and is given up' : '; it is tried again'}`,
      error as Error,
    );
    if (isLast) await store.done(id, 'given-up', now);
    else await store.retry(id, now + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempts));
  }
}

/** Services have no inbox; whoever caused it needs no telling. */
function sendable(
  { recipients, title, description, link, severity, scope, except }: OutboxNotification,
  topic: string,
) {
  const people = [...new Set(recipients)].filter(ref => /^(?:user|group):/.test(ref));
  return {
    recipients: {
      type: 'entity' as const,
      entityRef: people,
      ...(except?.startsWith('user:') && { excludeEntityRef: except }),
    },
    payload: {
      title,
      ...(description !== undefined && { description }),
      ...(link !== undefined && { link }),
      severity,
      topic,
      scope,
    },
  };
}
