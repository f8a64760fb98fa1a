import {
  gatesChangeType,
  rangeAfter,
  type LevelKey,
  type Source,
  type WindowKey,
  type WindowKind,
} from '../schedule';
import { merge, type Instant, type TimeRange } from '../time';
import type { DecisionInput } from './input';

/** The occurrences of one window that governs the target, cut to the stretch that was asked about. */
export interface Lane {
  readonly window: WindowKey;
  readonly level: LevelKey;
  readonly kind: WindowKind;
  readonly title: string;
  readonly ranges: readonly TimeRange[];
  /** Why it cannot be resolved: as a freeze it holds all the time, as an allow it opens nothing. */
  readonly problem?: string;
}

const MOST_RANGES = 400;

/** What each window does from `start` to `end`, outermost level first. Exemptions and overrides are no part of it. */
export function lanes(input: DecisionInput, start: Instant, end: Instant): readonly Lane[] {
  const { policy } = input.policy;
  const rank = (level: LevelKey) => {
    const found = policy.levels.findIndex(({ key }) => key === level);
    return found < 0 ? policy.levels.length : found;
  };
  return input.policy.windows
    .filter(
      ({ window, governs }) => governs.governs && gatesChangeType(window, input.request.changeType),
    )
    .map(({ window, sources, problem }): Lane => {
      const { key, level, kind, title } = window;
      const unresolved = kind === 'freeze' ? [{ start, end }] : [];
      const ranges = problem ? unresolved : rangesOf(sources, start, end);
      return {
        window: key,
        level,
        kind,
        title,
        ranges,
        ...(problem && { problem: problem.message }),
      };
    })
    .sort((a, b) => rank(a.level) - rank(b.level) || (a.window < b.window ? -1 : 1));
}

function rangesOf(sources: readonly Source[], start: Instant, end: Instant): readonly TimeRange[] {
  const found: TimeRange[] = [];
  for (const source of sources) {
    let range = rangeAfter(source, start);
    while (range !== undefined && range.start < end && found.length < MOST_RANGES) {
      found.push({ start: Math.max(range.start, start), end: Math.min(range.end, end) });
      range = range.end < end ? rangeAfter(source, range.end) : undefined;
    }
  }
  return merge(found);
}
