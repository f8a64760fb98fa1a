import { DAY, localDateText, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { OutboxMessage } from './OutboxMessage';
import type { Reminder } from './ReminderSource';

const MOST_LINES = 12;

/** One message a day for each recipient, whatever the number of things; it takes the place of that of yesterday. */
export function reminderMessages(
  reminders: readonly Reminder[],
  now: Instant,
): readonly OutboxMessage[] {
  const day = localDateText(Math.floor(now / DAY));
  const byRecipient = new Map<string, Reminder[]>();
  for (const one of reminders)
    byRecipient.set(one.recipient, [...(byRecipient.get(one.recipient) ?? []), one]);
  return [...byRecipient]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([recipient, own]): OutboxMessage => {
      const lines = own.slice(0, MOST_LINES).map(({ text }) => text);
      const rest = own.length > MOST_LINES ? [`… and ${own.length - MOST_LINES} more.`] : [];
      return {
        dedupeKey: `reminder:${recipient}:${day}`,
        topic: 'deploy-windows.reminder',
        payload: { recipient, day, items: own.map(({ kind, text }) => ({ kind, text })) },
        notify: {
          recipients: [recipient],
          title:
            own.length === 1
              ? 'Deploy windows: one thing to look at'
              : `Deploy windows: ${own.length} things to look at`,
          description: [...lines, ...rest].join('\n'),
          link: '/deploy-windows',
          severity: 'normal',
          scope: `deploy-windows:reminder:${recipient}`,
        },
      };
    });
}
