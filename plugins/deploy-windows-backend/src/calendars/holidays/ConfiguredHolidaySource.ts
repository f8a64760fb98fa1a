import {
  localDate,
  DAY,
  type FeedEvent,
  type Instant,
  type TimeRange,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { FeedConfig, HolidaySetConfig } from '../../config';
import { COUNTRY_SOURCE, countryDays } from './countryDays';
import { feedDays } from './feedDays';
import type { HolidayDays, HolidaySource } from './HolidaySource';
import type { HolidayDay } from './HolidayStore';

export interface ConfiguredHolidaySourceOptions {
  readonly feeds: readonly FeedConfig[];
  /** The last good copy of a feed, as its occurrences in a stretch of time. */
  readonly feedEvents: (
    feed: FeedConfig,
    range: TimeRange,
  ) => Promise<readonly FeedEvent[] | undefined>;
}

export class ConfiguredHolidaySource implements HolidaySource {
  readonly #options: ConfiguredHolidaySourceOptions;

  constructor(options: ConfiguredHolidaySourceOptions) {
    this.#options = options;
  }

  async read({ id, source }: HolidaySetConfig, years: readonly number[]): Promise<HolidayDays> {
    const inYears = (days: readonly HolidayDay[], sourceVersion: string): HolidayDays => ({
      outcome: 'read',
      years: years.map(year => ({
        set: id,
        year,
        sourceVersion,
        days: days.filter(({ date }) => date.startsWith(`${year}-`)),
      })),
    });
    switch (source.type) {
      case 'dates':
        return inYears(
          [...source.dates].sort((a, b) => (a.date < b.date ? -1 : 1)),
          'configuration',
        );
      case 'country': {
        const days = years.map(year => countryDays(source, year));
        const place = [source.country, source.state, source.region].filter(Boolean).join(', ');
        if (days.includes(undefined)) return failed(`${COUNTRY_SOURCE} knows no place ${place}`);
        return inYears(
          days.flatMap(found => found ?? []),
          `${COUNTRY_SOURCE} (CC BY 3.0): ${place}`,
        );
      }
      case 'feed': {
        const feed = this.#options.feeds.find(one => one.id === source.feed);
        const events = feed && (await this.#options.feedEvents(feed, rangeOf(years)));
        if (!events) return failed(`the calendar ${source.feed} was never read`);
        return inYears(
          feedDays(events, {
            ...source,
            ...(feed.timeZone !== undefined && { timeZone: feed.timeZone }),
          }),
          `calendar ${source.feed}`,
        );
      }
      default:
        throw new Error(source satisfies never);
    }
  }
}

function rangeOf(years: readonly number[]): TimeRange {
  const at = (year: number): Instant => localDate(year, 1, 1) * DAY;
  return { start: at(Math.min(...years)) - DAY, end: at(Math.max(...years) + 1) + DAY };
}

function failed(reason: string): HolidayDays {
  return { outcome: 'failed', reason };
}
