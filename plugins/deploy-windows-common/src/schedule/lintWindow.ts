import { clockChangeNear, DAY, type Instant } from '../time';
import { rangeAfter, type Source } from './occurrences';
import { sourcesOf } from './sourcesOf';
import { tableOf, type Tables } from './tables';
import type { DeployWindow } from './window';

export type WindowLintCode =
  | 'CANNOT_BE_READ'
  | 'NEVER_OPENS'
  | 'FREEZE_WITHOUT_END'
  | 'REVIEW_OVERDUE'
  | 'ONLY_ON_HOLIDAYS'
  | 'CROSSES_CLOCK_CHANGE';

export interface WindowLint {
  readonly code: WindowLintCode;
  readonly window: string;
  readonly text: string;
  readonly at?: Instant;
}

/** What somebody should look at. None of it changes a decision. */
export function lintWindow(
  window: DeployWindow,
  tables: Tables,
  now: Instant,
): readonly WindowLint[] {
  const lint = (code: WindowLintCode, text: string, at?: Instant): WindowLint => ({
    code,
    window: window.key,
    text,
    ...(at !== undefined && { at }),
  });
  const found: WindowLint[] = [...endLint(window, now, lint)];
  if (window.holidays?.on === 'only') {
    found.push(lint('ONLY_ON_HOLIDAYS', 'opens on holidays only'));
  }
  const sources = sourcesOf(window, tables);
  if (!sources.ok) return [...found, lint('CANNOT_BE_READ', sources.problem.message)];
  const next = firstRange(sources.value, now);
  if (next === undefined) {
    found.push(lint('NEVER_OPENS', 'has no occurrence from now on'));
    return found;
  }
  const zone = window.timeZone ?? '';
  const table = tableOf(tables, zone);
  const change = table && Number.isFinite(next.start) ? clockChangeNear(table, next) : undefined;
  if (change !== undefined && window.schedule?.type !== 'exact') {
    found.push(lint('CROSSES_CLOCK_CHANGE', `the clocks of ${zone} change close by`, change));
  }
  return found;
}

type Lint = (code: WindowLintCode, text: string, at?: Instant) => WindowLint;

function endLint(window: DeployWindow, now: Instant, lint: Lint): readonly WindowLint[] {
  const { reviewAt } = window;
  if (reviewAt !== undefined && reviewAt <= now) {
    return [lint('REVIEW_OVERDUE', 'should have been looked at again', reviewAt)];
  }
  if (window.kind !== 'freeze' || reviewAt !== undefined || hasEnd(window)) return [];
  return [lint('FREEZE_WITHOUT_END', 'a freeze needs an end, or a day on which it is looked at')];
}

function hasEnd({ schedule, expiresAt }: DeployWindow): boolean {
  if (expiresAt !== undefined) return true;
  switch (schedule?.type) {
    case 'once':
    case 'exact':
    case 'dates':
      return true;
    case 'always':
    case 'feed':
      return false;
    default:
      return schedule?.validUntil !== undefined;
  }
}

function firstRange(sources: readonly Source[], now: Instant) {
  const ranges = sources.flatMap(source => rangeAfter(source, now) ?? []);
  return ranges.sort((a, b) => a.start - b.start)[0];
}

/** The next occurrences of a window, for a preview. */
export function nextOccurrences(
  window: DeployWindow,
  tables: Tables,
  from: Instant,
  count: number,
): readonly {
  readonly start: Instant;
  readonly end: Instant;
  readonly nearClockChange: boolean;
}[] {
  const sources = sourcesOf(window, tables);
  if (!sources.ok) return [];
  const table = tableOf(tables, window.timeZone);
  const found = sources.value.flatMap(source => {
    const own = [];
    let range = rangeAfter(source, from);
    while (range !== undefined && own.length < count) {
      own.push(range);
      range = range.end < Infinity ? rangeAfter(source, range.end) : undefined;
    }
    return own;
  });
  return found
    .sort((a, b) => a.start - b.start)
    .slice(0, count)
    .map(({ start, end }) => ({
      start,
      end,
      nearClockChange:
        table !== undefined &&
        end - start < 400 * DAY &&
        clockChangeNear(table, { start, end }) !== undefined,
    }));
}
