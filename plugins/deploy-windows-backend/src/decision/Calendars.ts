import type { DayAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  DAY,
  localDateAt,
  clockReaches,
  type Instant,
  type TimeRange,
  type ZoneTable,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Display } from '../display/Display';
import { tableRange } from '../runtime/tableRange';
import type { ZoneTableCache } from '../runtime/ZoneTableCache';
import { calendarDays } from './calendarDays';

/** A stretch of whole days in the shown zone. */
export interface Calendar {
  readonly range: TimeRange;
  readonly days: readonly DayAnswer[];
}

/** Days of zones, for calendars on the screen. */
export class Calendars {
  readonly #options: { readonly zones: ZoneTableCache; readonly horizon: number };

  constructor(options: { readonly zones: ZoneTableCache; readonly horizon: number }) {
    this.#options = options;
  }

  /** Whole days from the one that holds `start`. */
  days(start: Instant, count: number, display: Display): Calendar {
    const table = this.#table(start, display);
    const first = localDateAt(table, start);
    const range = {
      start: clockReaches(table, first * DAY),
      end: clockReaches(table, (first + count) * DAY),
    };
    return { range, days: calendarDays(table, range.start, range.end, display) };
  }

  between(range: TimeRange, display: Display): Calendar {
    return {
      range,
      days: calendarDays(this.#table(range.start, display), range.start, range.end, display),
    };
  }

  /** The first instant of a day that is written as `2026-12-01`, in the shown zone. */
  startOf(date: number, near: Instant, display: Display): Instant {
    return clockReaches(this.#table(near, display), date * DAY);
  }

  #table(at: Instant, { zone }: Display): ZoneTable {
    const tables = this.#options.zones.tables([zone], tableRange(at, this.#options.horizon));
    const table = tables[zone];
    if (table === undefined) throw new Error(`A display has a zone that is none: ${zone}`);
    return table;
  }
}
