import { DAY, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';

/** How times are written in one zone, in the words of the server: `Tue 1 Dec, 09:00`. */
export interface Display {
  readonly zone: string;
  readonly instant: (at: Instant) => string;
  readonly range: (start: Instant, end: Instant | undefined) => string;
}

const LOCALE = 'en-GB';

/** @param now a year is written where it is another one */
export function displayIn(zone: string, now: Instant): Display {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options });
  const date = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const [shortDay, longDay] = [format(date), format({ ...date, year: 'numeric' })];
  const [clock, year] = [
    format({ hour: '2-digit', minute: '2-digit' }),
    format({ year: 'numeric' }),
  ];

  const day = (at: Instant) => {
    const shown = year.format(at) === year.format(now) ? shortDay : longDay;
    // Some versions of the language data put a comma after the weekday and some do not.
    return shown.format(at).replace(/^(\S+),(?=\s)/, '$1');
  };
  const instant = (at: Instant) => `${day(at)}, ${clock.format(at)}`;
  return {
    zone,
    instant,
    range(start, end) {
      if (end === undefined || !Number.isFinite(end)) return `from ${instant(start)}`;
      const isOneDay = day(start) === day(end) && end - start < DAY;
      return isOneDay
        ? `${instant(start)}–${clock.format(end)}`
        : `${instant(start)} – ${instant(end)}`;
    },
  };
}
