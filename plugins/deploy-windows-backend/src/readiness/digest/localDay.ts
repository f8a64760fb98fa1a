import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';

export interface LocalDay {
  /** `Mon`. */
  readonly weekday: string;
  readonly hour: number;
  /** `2026-11-23`. */
  readonly date: string;
}

export function localDay(at: Instant, timeZone: string): LocalDay {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find(part => part.type === type)?.value ?? '';
  return {
    weekday: of('weekday'),
    hour: Number(of('hour')),
    date: `${of('year')}-${of('month')}-${of('day')}`,
  };
}
