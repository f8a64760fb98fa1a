import {
  clockHasPassed,
  clockReaches,
  DAY,
  localDateAt,
  merge,
  parseWallClock,
  type TimeRange,
} from '../time';
import { clockSpan } from './clockSpan';
import { feedRanges } from './feeds';
import { movedRanges } from './movedRanges';
import type { Source } from './occurrences';
import { resolved, unresolved, type Resolved } from './problem';
import { notADate, type ClockSchedule } from './readDateRule';
import { readOpeningDays } from './readOpeningDays';
import { zoneOf, type Tables } from './tables';
import type { DeployWindow } from './window';

type Sources = Resolved<readonly Source[]>;

const LONGEST_FREEZE = 92 * DAY;
const LONGEST_OPENING = 31 * DAY;

/** When a window is active, as sources of ranges; or why that cannot be worked out. Never throws. */
export function sourcesOf(window: DeployWindow, tables: Tables): Sources {
  if (window.unreadable !== undefined) return { ok: false, problem: window.unreadable };
  const sources = sourcesOrProblem(window, tables);
  if (!sources.ok || window.expiresAt === undefined) return sources;
  if (!Number.isFinite(window.expiresAt)) {
    return unresolved('OUT_OF_RANGE', 'the end cannot be read');
  }
  const cuts = [{ start: window.expiresAt, end: Infinity }];
  return resolved(sources.value.map(source => ({ type: 'cut', source, cuts })));
}

/** A stored row may be of any shape; whatever it breaks, the window holds or opens nothing. */
function sourcesOrProblem(window: DeployWindow, tables: Tables): Sources {
  try {
    return scheduleSources(window, tables);
  } catch {
    return unresolved('UNREADABLE', 'the schedule cannot be read');
  }
}

function scheduleSources(window: DeployWindow, tables: Tables): Sources {
  const { schedule, kind } = window;
  if (schedule === undefined) return unresolved('UNREADABLE', 'no schedule; nothing is assumed');
  switch (schedule.type) {
    case 'always':
      return resolved([{ type: 'always' }]);
    case 'exact':
      if (!(schedule.end > schedule.start)) return endNotAfterStart();
      return ranges([schedule]);
    case 'feed': {
      const feed = Object.hasOwn(tables.feeds, schedule.feed)
        ? tables.feeds[schedule.feed]
        : undefined;
      if (feed === undefined) {
        return unresolved('FEED_MISSING', `the calendar ${schedule.feed} was never read`);
      }
      const zone = () => zoneOf(tables, window.timeZone);
      const found = feedRanges(feed, schedule.match, kind === 'freeze', zone);
      return found.ok ? ranges(found.value) : found;
    }
    case 'once':
      return onceSources(window, schedule, tables);
    default:
      return clockSources(window, schedule, tables);
  }
}

function onceSources(
  { kind, timeZone }: DeployWindow,
  schedule: { readonly start: string; readonly end: string },
  tables: Tables,
): Sources {
  const zone = zoneOf(tables, timeZone);
  if (!zone.ok) return zone;
  const [from, to] = [parseWallClock(schedule.start), parseWallClock(schedule.end)];
  if (from === undefined) return notADate(schedule.start);
  if (to === undefined) return notADate(schedule.end);
  if (to <= from) return endNotAfterStart();
  const longest = kind === 'freeze' ? LONGEST_FREEZE : LONGEST_OPENING;
  if (to - from > longest) {
    return unresolved(
      'OUT_OF_RANGE',
      `longer than ${longest / DAY} days; write it as a recurring one`,
    );
  }
  const start = clockReaches(zone.value, from);
  const reaches = kind === 'freeze' ? clockHasPassed : clockReaches;
  return ranges([{ start, end: Math.max(start, reaches(zone.value, to)) }]);
}

function clockSources(window: DeployWindow, schedule: ClockSchedule, tables: Tables): Sources {
  const zone = zoneOf(tables, window.timeZone);
  if (!zone.ok) return zone;
  const span = clockSpan(schedule, window.kind);
  if (!span.ok) return span;
  const table = zone.value;
  // A day more on either side, since zones are up to a day apart.
  const first = localDateAt(table, tables.range.start) - 1;
  const last = localDateAt(table, tables.range.end) + 1;
  const days = readOpeningDays(window, schedule, tables, first, last);
  if (!days.ok) return days;
  const moved = movedRanges(window, schedule, days.value, table);
  if (!moved.ok) return moved;
  const recurring: Source = {
    type: 'recurring',
    days: days.value,
    span: span.value,
    table,
    last,
  };
  if (moved.value.length === 0) return resolved([recurring]);
  return resolved([recurring, { type: 'ranges', ranges: merge(moved.value) }]);
}

function ranges(list: readonly TimeRange[]): Sources {
  return resolved([
    { type: 'ranges', ranges: merge(list.map(({ start, end }) => ({ start, end }))) },
  ]);
}

function endNotAfterStart(): Resolved<never> {
  return unresolved('END_NOT_AFTER_START', 'the end is not after the start');
}
