import type { Instant } from 'backstage-plugin-deploy-windows-common';
import { DAY, zoneProblem } from 'backstage-plugin-deploy-windows-common/evaluator';
import { invalid } from '../api/coded';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { Display } from './Display';
import type { Displays, DisplayWish } from './Displays';

export interface IntlDisplaysOptions {
  readonly zone: string;
  readonly locale: string;
  readonly now: () => Instant;
}

const MOST_KEPT = 200;

/** Writes times with the zone data of this process. */
export class IntlDisplays implements Displays {
  readonly #options: IntlDisplaysOptions;
  readonly #kept = new Map<string, Display>();
  /** Asking the runtime about a zone costs as much as a decision. */
  readonly #zones = new Map<string, boolean>();

  constructor(options: IntlDisplaysOptions) {
    this.#options = options;
  }

  of({ zone, locale }: DisplayWish, target?: KnownTarget): Display {
    if (zone !== undefined && !this.#isZone(zone)) {
      throw invalid(
        'UNKNOWN_ZONE',
        `zone: "${zone}" is not an IANA zone; write one such as America/Chicago`,
      );
    }
    return this.#display(
      zone ?? this.#known(target && projectZone(target)),
      this.#localeOf(locale),
    );
  }

  inZone(zone: string | undefined, wish: DisplayWish = {}): Display {
    return this.#display(this.#known(zone), this.#localeOf(wish.locale));
  }

  #known(zone: string | undefined): string {
    if (zone !== undefined && this.#isZone(zone)) return zone;
    return this.#options.zone;
  }

  #isZone(zone: string): boolean {
    const known = this.#zones.get(zone);
    if (known !== undefined) return known;
    if (this.#zones.size >= MOST_KEPT) this.#zones.clear();
    const isZone = zoneProblem(zone) === undefined;
    this.#zones.set(zone, isZone);
    return isZone;
  }

  #localeOf(locale: string | undefined): string {
    if (locale === undefined) return this.#options.locale;
    try {
      return Intl.getCanonicalLocales(locale)[0] ?? this.#options.locale;
    } catch {
      throw invalid(
        'UNKNOWN_LOCALE',
        `locale: "${locale}" is no language; write one such as en-GB`,
      );
    }
  }

  #display(zone: string, locale: string): Display {
    const key = `${zone} ${locale}`;
    const known = this.#kept.get(key);
    if (known) return known;
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    const display = intlDisplay(zone, locale, this.#options.now);
    this.#kept.set(key, display);
    return display;
  }
}

/** The nearest zone that a document of the chain names. */
export function projectZone({ chain }: Pick<KnownTarget, 'chain'>): string | undefined {
  return chain
    .filter(({ level }) => level !== 'component')
    .map(({ document }) => document?.deployPolicy?.timeZone)
    .findLast(zone => zone !== undefined);
}

function intlDisplay(zone: string, locale: string, now: () => Instant): Display {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const date = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const [shortDay, longDay] = [format(date), format({ ...date, year: 'numeric' })];
  const clock = format({ hour: '2-digit', minute: '2-digit' });
  const year = format({ year: 'numeric' });

  const day = (at: Instant) => {
    const shown = year.format(at) === year.format(now()) ? shortDay : longDay;
    // Some versions of the language data put a comma after the weekday and some do not.
    return shown.format(at).replace(/^(\S+),(?=\s)/, '$1');
  };
  const time = (at: Instant) => clock.format(at);
  const instant = (at: Instant) => `${day(at)}, ${time(at)}`;
  return {
    zone,
    locale,
    day,
    time,
    instant,
    range: (start, end) => {
      if (!Number.isFinite(start))
        return end === undefined || !Number.isFinite(end) ? 'always' : `until ${instant(end)}`;
      if (end === undefined || !Number.isFinite(end)) return `from ${instant(start)}`;
      if (day(start) === day(end) && end - start < DAY) return `${instant(start)}–${time(end)}`;
      return `${instant(start)} – ${instant(end)}`;
    },
  };
}
