import type { Instant } from '../time';
import type { DecisionInput } from './input';
import { planOf } from './plan';
import { isOpen, nextBoundary, type ScheduleGate } from './scheduleGate';
import type { RuleKey } from './rule';

/** A stretch in which windows and notices do not change. Must-fit is no part of it: it depends on the start. */
export interface Segment {
  readonly start: Instant;
  readonly end: Instant;
  readonly state: SegmentState;
  /** The closed gates. */
  readonly rules: readonly RuleKey[];
}

export type SegmentState = 'open' | 'freeze' | 'closed' | 'notice-needed';

const MOST_SEGMENTS = 5_000;

/** What holds from `start` to `end`, without holes; neighbours differ. */
export function timeline(input: DecisionInput, start: Instant, end: Instant): readonly Segment[] {
  const { gates } = planOf(input);
  const segments: Segment[] = [];
  let at = start;
  while (at < end && segments.length < MOST_SEGMENTS) {
    const segment = segmentFrom(gates, at, end);
    const last = segments.at(-1);
    if (last && isSame(last, segment))
      segments[segments.length - 1] = { ...last, end: segment.end };
    else segments.push(segment);
    at = segment.end;
  }
  return segments;
}

function segmentFrom(gates: readonly ScheduleGate[], start: Instant, limit: Instant): Segment {
  const closed = gates.filter(gate => !isOpen(gate, start));
  const end = Math.min(limit, ...gates.map(gate => nextBoundary(gate, start)));
  const rules = closed.map(({ rule }) => rule).sort();
  return { start, end, state: stateOf(closed.map(({ kind }) => kind)), rules };
}

function stateOf(closed: readonly string[]): SegmentState {
  if (closed.includes('freeze')) return 'freeze';
  if (closed.includes('allow') || closed.includes('default')) return 'closed';
  return closed.includes('notice') ? 'notice-needed' : 'open';
}

function isSame(one: Segment, other: Segment): boolean {
  return one.state === other.state && one.rules.join(' ') === other.rules.join(' ');
}
