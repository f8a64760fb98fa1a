import { randomBytes } from 'node:crypto';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { decisionReadPermission } from 'backstage-plugin-deploy-windows-common';
import { MINUTE, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CallOptions } from '../api/route';
import type { FeedConfig } from '../config';
import type { Room, RoomDeps } from '../room';
import { Levels } from '../schedule/Levels';
import { WindowReader } from '../schedule/WindowReader';
import type { StatusProblem } from '../status/StatusService';
import { allWindows, entityOfLevel } from '../zones/allWindows';
import { DatabaseFeedStore } from './feeds/DatabaseFeedStore';
import { DefaultFeedService } from './feeds/DefaultFeedService';
import { refreshFeed } from './feeds/refreshFeed';
import { feedRoutes } from './feeds/routes';
import { UrlFeedSource } from './feeds/UrlFeedSource';
import { ConfiguredHolidaySource } from './holidays/ConfiguredHolidaySource';
import { DatabaseHolidayStore } from './holidays/DatabaseHolidayStore';
import { DefaultHolidayService } from './holidays/DefaultHolidayService';
import { refreshHolidays } from './holidays/refreshHolidays';
import { holidayRoutes } from './holidays/routes';
import { importCalendar } from './ics/importCalendar';
import { AuthorizedImportService } from './import/AuthorizedImportService';
import { DatabaseWindowBatch } from './import/DatabaseWindowBatch';
import { DefaultImportService } from './import/DefaultImportService';
import { importRoutes } from './import/routes';
import { AuthorizedCalendarService } from './publish/AuthorizedCalendarService';
import { DatabaseCalendarTokenStore } from './publish/DatabaseCalendarTokenStore';
import { DefaultCalendarService } from './publish/DefaultCalendarService';
import { RateLimit } from './publish/RateLimit';
import { calendarRoutes } from './publish/routes';

export { DatabaseFeedStore } from './feeds/DatabaseFeedStore';
export { DatabaseHolidayStore } from './holidays/DatabaseHolidayStore';
export { CALENDAR_PATH } from './publish/routes';

export interface CalendarsRoomDeps extends RoomDeps {
  readonly urlReader: UrlReaderService;
}

export interface CalendarsRoom extends Room {
  /** For `/status`. */
  readonly problems: () => Promise<readonly StatusProblem[]>;
}

const READINGS = { most: 300, per: MINUTE };

/** Calendars that come in, holidays, and calendars that go out. */
export function createCalendarsRoom(deps: CalendarsRoomDeps): CalendarsRoom {
  const {
    knex,
    config,
    access,
    directory,
    runtime,
    digest,
    newId,
    now: clock,
    logger,
    urlReader,
  } = deps;
  const { horizon } = config;
  const feeds = new DatabaseFeedStore({ knex });
  const source = new UrlFeedSource({ reader: urlReader });
  const refresh = async (feed: FeedConfig, now: Instant, signal?: AbortSignal) => {
    const before = (await feeds.states()).find(({ id }) => id === feed.id);
    await refreshFeed(
      feed,
      before,
      now,
      { source, store: feeds, digest, logger, horizon, clock },
      signal,
    );
  };
  const holidayStore = new DatabaseHolidayStore({ knex });
  const holidays = {
    sets: config.holidays,
    store: holidayStore,
    logger,
    source: new ConfiguredHolidaySource({
      feeds: config.feeds,
      feedEvents: async (feed, range) => {
        const copy = await feeds.copy(feed.id);
        return (
          copy &&
          importCalendar(copy.content, {
            range,
            now: clock,
            ...(feed.timeZone !== undefined && { timeZone: feed.timeZone }),
          })
        );
      },
    }),
  };
  const feedService = new DefaultFeedService({
    feeds: config.feeds,
    store: feeds,
    refresh,
    windows: options => visibleWindows(deps, options),
  });
  const calendars = new DefaultCalendarService({
    ...deps,
    horizon,
    store: new DatabaseCalendarTokenStore({ knex }),
    visible: (targets, options) => access.permitted(decisionReadPermission, targets, options),
    newToken: () => randomBytes(32).toString('base64url'),
    publicUrl: config.publicUrl,
  });
  const levels = new Levels(directory);
  const reader = new WindowReader({ levels, directory, runtime, config });
  const imports = new DefaultImportService({
    ...deps,
    batch: new DatabaseWindowBatch({ knex }),
    reader,
    levels,
    newId,
    horizon,
    clock,
  });
  return {
    routes: [
      ...feedRoutes(feedService),
      ...holidayRoutes(new DefaultHolidayService({ sets: config.holidays, store: holidayStore })),
      ...calendarRoutes(
        new AuthorizedCalendarService({ inner: calendars, access }),
        new RateLimit(READINGS),
      ),
      ...importRoutes(new AuthorizedImportService({ inner: imports, access, levels })),
    ],
    tasks: [
      {
        id: 'refresh-feeds',
        every: { minutes: 15 },
        timeout: { minutes: 10 },
        run: async (now, signal) => {
          await feeds.keepOnly(config.feeds.map(({ id }) => id));
          for (const feed of config.feeds) if (!signal.aborted) await refresh(feed, now, signal);
          // A set may be made of a calendar.
          if (config.holidays.some(set => set.source.type === 'feed'))
            await refreshHolidays(holidays, now);
        },
      },
      {
        id: 'refresh-holidays',
        every: { days: 1 },
        timeout: { minutes: 5 },
        run: now => refreshHolidays(holidays, now),
      },
    ],
    problems: async () => {
      const states = await feeds.states();
      return states.flatMap(({ id, error }) =>
        error === undefined ? [] : [{ source: `calendar ${id}`, text: `was not read: ${error}` }],
      );
    },
  };
}

/** All windows of levels that the caller may see. */
async function visibleWindows(
  { directory, runtime, access, config }: CalendarsRoomDeps,
  options: CallOptions,
) {
  const { windows } = await runtime.runtime(options.now);
  const all = allWindows(await directory.all(), windows, config.defaultsOf).map(
    ({ window }) => window,
  );
  const fed = all.filter(({ schedule }) => schedule?.type === 'feed');
  const asked = [];
  for (const window of fed) {
    const facts = await directory.facts(entityOfLevel(window.level));
    if (facts) asked.push({ facts, window });
  }
  return (await access.permitted(decisionReadPermission, asked, options)).map(
    ({ window }) => window,
  );
}
