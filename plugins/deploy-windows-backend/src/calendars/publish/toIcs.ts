import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CalendarEntry } from './calendarEvents';

export interface IcsOptions {
  readonly name: string;
  /** When it was made, as far as readers are told; part of the text, so a day long the same. */
  readonly stamp: Instant;
  readonly withReasons: boolean;
}

/** A calendar as text. Times are in UTC; nobody is shown as busy. */
export function toIcs(
  entries: readonly CalendarEntry[],
  { name, stamp, withReasons }: IcsOptions,
): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'deploy-windows', product: 'deploy-windows', language: 'EN' },
    ttl: 60 * 60,
  });
  for (const { uid, start, end, what, targets, sequence, title, reason } of entries) {
    const told = withReasons && title !== undefined ? `${what}: ${title}` : what;
    const lines = [...(withReasons && reason !== undefined ? [reason] : []), targets.join('\n')];
    calendar.createEvent({
      id: `${uid}@deploy-windows`,
      start: new Date(start),
      end: new Date(end),
      stamp: new Date(stamp),
      sequence,
      summary:
        targets.length === 1 ? `${told} – ${targets[0]}` : `${told} – ${targets.length} targets`,
      description: lines.join('\n'),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
