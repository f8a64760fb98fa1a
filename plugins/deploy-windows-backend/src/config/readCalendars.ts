import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { JsonArray, JsonValue } from '@backstage/types';
import { parseLocalDate, zoneProblem } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { FeedConfig, HolidaySetConfig } from '../config';
import { milliseconds } from './lengths';

const FEED_MAX_AGE = { days: 7 };

export function readFeeds(config: Config | undefined): readonly FeedConfig[] {
  const feeds = (config?.getOptionalConfigArray('feeds') ?? []).map((feed): FeedConfig => {
    const [title, timeZone] = [feed.getOptionalString('title'), feed.getOptionalString('timeZone')];
    if (timeZone !== undefined && zoneProblem(timeZone) !== undefined) {
      throw new InputError(
        `deployWindows.feeds: ${timeZone} is not an IANA zone that is known here`,
      );
    }
    return {
      id: feed.getString('id'),
      url: feed.getString('url'),
      maxAge: milliseconds(feed, 'maxAge', FEED_MAX_AGE),
      ...(title !== undefined && { title }),
      ...(timeZone !== undefined && { timeZone }),
    };
  });
  return distinct(feeds, 'feeds');
}

export function readHolidays(config: Config | undefined): readonly HolidaySetConfig[] {
  const sets = (config?.getOptionalConfigArray('holidays') ?? []).map((set): HolidaySetConfig => {
    const title = set.getOptionalString('title');
    return {
      id: set.getString('id'),
      ...(title !== undefined && { title }),
      source: holidaySource(set),
    };
  });
  return distinct(sets, 'holidays');
}

function holidaySource(set: Config): HolidaySetConfig['source'] {
  const ways = ['country', 'dates', 'feed'].filter(way => set.has(way));
  if (ways.length !== 1) {
    throw new InputError(
      `deployWindows.holidays: ${set.getString('id')} needs one of country, dates or feed`,
    );
  }
  if (set.has('dates')) {
    return { type: 'dates', dates: set.get<JsonArray>('dates').map(given => readDate(set, given)) };
  }
  if (set.has('feed')) {
    const match = set.getOptionalString('match');
    return { type: 'feed', feed: set.getString('feed'), ...(match !== undefined && { match }) };
  }
  const [state, region] = [set.getOptionalString('state'), set.getOptionalString('region')];
  return {
    type: 'country',
    country: set.getString('country'),
    ...(state !== undefined && { state }),
    ...(region !== undefined && { region }),
  };
}

/** `2026-12-25`, or `{ date, title }`. */
function readDate(set: Config, given: JsonValue | undefined) {
  const { date, title } =
    typeof given === 'object' && given !== null && !Array.isArray(given)
      ? given
      : { date: given, title: undefined };
  if (typeof date !== 'string' || parseLocalDate(date) === undefined) {
    throw new InputError(
      `deployWindows.holidays: ${set.getString('id')} has a date that is none; write it as '2026-12-25'`,
    );
  }
  return { date, ...(typeof title === 'string' && { title }) };
}

function distinct<T extends { readonly id: string }>(
  list: readonly T[],
  key: string,
): readonly T[] {
  const twice = list.find(({ id }, index) => list.findIndex(other => other.id === id) !== index);
  if (twice) throw new InputError(`deployWindows.${key}: there are two with id ${twice.id}`);
  return list;
}
