import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { DAY } from 'backstage-plugin-deploy-windows-common/evaluator';
import { readEpoch } from '../database/write';
import type { Room, RoomDeps, Task } from '../room';
import { TransitionAnnouncer } from './announceTransitions';
import { ChangeSignal } from './ChangeSignal';
import { collectReminders } from './collectReminders';
import { DatabaseOutboxStore } from './DatabaseOutboxStore';
import { DatabaseReminderSource } from './DatabaseReminderSource';
import { DatabaseTransitionStore } from './DatabaseTransitionStore';
import { deliver } from './deliver';
import { reminderMessages } from './reminderMessages';

export { insertMessages } from './insertMessages';
export type { OutboxMessage, OutboxNotification, OutboxTopic } from './OutboxMessage';
export { DatabaseOutboxStore } from './DatabaseOutboxStore';
export { ChangeSignal, SIGNAL_CHANNEL } from './ChangeSignal';

export interface OutboxRoomDeps extends RoomDeps {
  readonly events: Pick<EventsService, 'publish'>;
  readonly notifications: Pick<NotificationService, 'send'>;
  readonly signals: Pick<SignalsService, 'publish'>;
}

export interface OutboxRoom extends Room {
  /** Run by every replica for itself, with scope `local`. */
  readonly localTasks: readonly Task[];
}

const KEPT_AFTER_DELIVERY = 14 * DAY;

export function createOutboxRoom(deps: OutboxRoomDeps): OutboxRoom {
  const { knex, config, logger, newId, events, notifications, signals } = deps;
  const store = new DatabaseOutboxStore({ knex });
  const transitions = new DatabaseTransitionStore({ knex });
  const announcer = new TransitionAnnouncer({ ...deps, store: transitions });
  const reminders = { ...deps, source: new DatabaseReminderSource({ knex }) };
  const delivery = {
    store,
    events,
    newId,
    logger,
    ...(config.notifications.enabled && { notifications }),
  };
  const signal = new ChangeSignal({ signals, epoch: () => readEpoch(knex), logger });
  return {
    routes: [],
    tasks: [
      {
        id: 'deliver',
        every: { seconds: 15 },
        timeout: { minutes: 5 },
        run: (now, abort) => deliver(delivery, now, abort),
      },
      {
        id: 'announce-transitions',
        every: { seconds: 60 },
        timeout: { minutes: 5 },
        run: (now, abort) => announcer.run(now, abort),
      },
      {
        id: 'nag',
        every: { days: 1 },
        timeout: { minutes: 30 },
        run: async (now, abort) =>
          store.add(reminderMessages(await collectReminders(reminders, now, abort), now)),
      },
      {
        id: 'tidy-outbox',
        every: { days: 1 },
        timeout: { minutes: 10 },
        run: async now => {
          await store.forget(now - KEPT_AFTER_DELIVERY);
          await transitions.forget(now - config.retention.decisions);
        },
      },
    ],
    localTasks: config.signals.enabled
      ? [
          {
            id: 'change-signal',
            every: { seconds: 2 },
            timeout: { seconds: 30 },
            run: () => signal.poll(),
          },
        ]
      : [],
  };
}
