import {
  DAY,
  buildZoneTable,
  exemptRanges,
  localDateAt,
  localDateText,
  rangeAfter,
  subtract,
  timeline,
  type CompiledWindow,
  type DecisionInput,
  type DeployWindow,
  type Instant,
  type TimeRange,
} from 'backstage-plugin-deploy-windows-common/evaluator';

/** A target as a calendar shows it. */
export interface CalendarTarget {
  /** `NOIPM, production`. */
  readonly title: string;
  readonly input: DecisionInput;
}

/** An entry of a calendar: exact, without a rule, because readers would apply a rule of their own to the clock changes. */
export interface CalendarEntry {
  /** Stays the same when a window moves on its day. */
  readonly uid: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly what: 'Open' | 'Freeze' | 'Agreed time';
  readonly targets: readonly string[];
  readonly sequence: number;
  /** Of the window; left out of calendars that do not ask for reasons. */
  readonly title?: string;
  readonly reason?: string;
}

const MOST_ENTRIES = 2_000;

/**
 * Freezes and agreed times are those of windows; `Open` is when windows and notices of all levels let a start through, since
 * an opening of one level alone promises nothing. It is shown only where times are closed at all.
 *
 * @param digest names windows in UIDs, so that a calendar without reasons does not tell their names either
 */
export function calendarEntries(
  targets: readonly CalendarTarget[],
  range: TimeRange,
  digest: (text: string) => string,
): readonly CalendarEntry[] {
  const found = new Map<string, CalendarEntry>();
  const add = (key: string, entry: CalendarEntry) => {
    const known = found.get(key);
    found.set(key, known ? { ...known, targets: [...known.targets, ...entry.targets] } : entry);
  };
  for (const { title, input } of targets) {
    for (const entry of [
      ...windowEntries(input, title, range, digest),
      ...openEntries(input, title, range, digest),
    ]) {
      add(`${entry.uid} ${entry.start} ${entry.end}`, entry);
    }
  }
  const sorted = [...found.values()].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.uid < b.uid ? -1 : 1),
  );
  return distinct(sorted.slice(0, MOST_ENTRIES));
}

function windowEntries(
  input: DecisionInput,
  target: string,
  range: TimeRange,
  digest: (text: string) => string,
): readonly CalendarEntry[] {
  return input.policy.windows.flatMap(compiled => {
    const { window, governs } = compiled;
    if (!governs.governs || window.kind === 'allow') return [];
    const lifted =
      window.kind === 'freeze'
        ? exemptRanges(input.exemptions, window.key, input.request.target)
        : [];
    const dayOf = openingDays(window.timeZone ?? input.policy.policy.timeZone, range);
    return rangesOf(compiled, range)
      .flatMap(one => subtract([one], lifted))
      .map(({ start, end }): CalendarEntry => ({
        uid: `${digest(window.key).slice(0, 32)}-${dayOf(start)}`,
        start,
        end,
        what: window.kind === 'freeze' ? 'Freeze' : 'Agreed time',
        targets: [target],
        sequence: window.version ?? 0,
        title: window.title,
        ...(window.reason !== undefined && { reason: window.reason }),
      }));
  });
}

function openEntries(
  input: DecisionInput,
  target: string,
  range: TimeRange,
  digest: (text: string) => string,
): readonly CalendarEntry[] {
  const { policy, windows } = input.policy;
  const closes =
    windows.some(({ window, governs }) => governs.governs && window.kind === 'allow') ||
    !policy.openByDefault.open;
  if (!closes) return [];
  const dayOf = openingDays(policy.timeZone, range);
  const version = Math.max(0, ...windows.map(({ window }) => window.version ?? 0));
  return timeline(input, range.start, range.end)
    .filter(({ state }) => state === 'open')
    .map(({ start, end }): CalendarEntry => ({
      uid: `${digest(`open ${input.request.target}`).slice(0, 32)}-${dayOf(start)}`,
      start,
      end,
      what: 'Open',
      targets: [target],
      sequence: version,
    }));
}

/** The occurrences of a window that touch a range. What cannot be resolved is in no calendar; pages say so. */
function rangesOf({ sources, window }: CompiledWindow, range: TimeRange): readonly TimeRange[] {
  const found: TimeRange[] = [];
  for (const source of sources) {
    let next = rangeAfter(source, range.start);
    while (next !== undefined && next.start < range.end && found.length < MOST_ENTRIES) {
      found.push(isEndless(window) ? clipped(next, range) : bounded(next, range));
      if (next.end === Infinity) break;
      next = rangeAfter(source, next.end);
    }
  }
  return found.filter(({ start, end }) => start < end);
}

function isEndless({ schedule }: DeployWindow): boolean {
  return schedule?.type === 'always';
}

function clipped({ start, end }: TimeRange, range: TimeRange): TimeRange {
  return { start: Math.max(start, range.start), end: Math.min(end, range.end) };
}

/** One that began before keeps its start, so that it stays the same entry. */
function bounded({ start, end }: TimeRange, range: TimeRange): TimeRange {
  return {
    start: Number.isFinite(start) ? start : range.start,
    end: Number.isFinite(end) ? end : range.end,
  };
}

function openingDays(zone: string | undefined, range: TimeRange): (at: Instant) => string {
  const table = buildZoneTable(zone ?? 'UTC', { start: range.start - 40 * DAY, end: range.end });
  return at => localDateText(table ? localDateAt(table, at) : Math.floor(at / DAY));
}

/** Two on one day, or parts of one: the later ones are numbered. */
function distinct(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const used = new Map<string, number>();
  return entries.map(entry => {
    const count = (used.get(entry.uid) ?? 0) + 1;
    used.set(entry.uid, count);
    return count === 1 ? entry : { ...entry, uid: `${entry.uid}-${count}` };
  });
}
