import {
  rangeAfter,
  sourcesOf,
  type DeployWindow,
  type Instant,
  type Tables,
  type TimeRange,
  type ZoneTable,
  type ZoneTables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { MovedWindow } from './ZoneReportStore';

const MOST_STEPS = 2_000;

/** Windows whose occurrences in a stretch of time are at other instants by the new zone data than by the old. */
export function movedWindows(
  windows: readonly DeployWindow[],
  range: TimeRange,
  before: Tables,
  after: Tables,
): readonly MovedWindow[] {
  const changed = changedZones(before.zones, after.zones, range);
  return windows.flatMap((window): readonly MovedWindow[] => {
    const { key, title, level, timeZone } = window;
    if (timeZone === undefined || !changed.has(timeZone)) return [];
    const [old, now] = [occurrences(window, range, before), occurrences(window, range, after)];
    const index = Array.from({ length: Math.max(old.length, now.length) }, (_, one) => one).find(
      one => old[one]?.start !== now[one]?.start || old[one]?.end !== now[one]?.end,
    );
    if (index === undefined) return [];
    const [was, is] = [old[index], now[index]];
    return [
      {
        window: key,
        title,
        level,
        zone: timeZone,
        ...(was && { before: was }),
        ...(is && { after: is }),
      },
    ];
  });
}

/** Zones whose clocks differ somewhere in the range. One that was not known before is no change. */
function changedZones(
  before: ZoneTables,
  after: ZoneTables,
  range: TimeRange,
): ReadonlySet<string> {
  const found = Object.keys(after).filter(zone => {
    const [old, now] = [Object.hasOwn(before, zone) ? before[zone] : undefined, after[zone]];
    return old !== undefined && now !== undefined && clocks(old, range) !== clocks(now, range);
  });
  return new Set(found);
}

/** The offsets within the range, as a text to compare. */
function clocks({ changes, offsets }: ZoneTable, { start, end }: TimeRange): string {
  const first = changes.filter(change => change <= start).length;
  const inside = changes.flatMap(
    (change, index): readonly (readonly [Instant, number | undefined])[] =>
      start < change && change < end ? [[change, offsets[index + 1]]] : [],
  );
  return JSON.stringify([offsets[first], inside]);
}

function occurrences(window: DeployWindow, range: TimeRange, tables: Tables): readonly TimeRange[] {
  const sources = sourcesOf(window, tables);
  if (!sources.ok) return [];
  const found: TimeRange[] = [];
  for (const source of sources.value) {
    let next = rangeAfter(source, range.start);
    while (next !== undefined && next.start < range.end && found.length < MOST_STEPS) {
      found.push({ start: next.start, end: next.end });
      if (!Number.isFinite(next.end)) break;
      next = rangeAfter(source, next.end);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
