import {
  rangeAfter,
  type AudienceKey,
  type LevelKey,
  type Source,
  type WindowProblem,
} from '../schedule';
import type { Instant, TimeRange } from '../time';
import type { CompiledWindow } from './compile';
import type { RuleKey } from './rule';

/** Something that is open or closed by time alone. All of them must be open for a start. */
export interface ScheduleGate {
  readonly kind: 'freeze' | 'allow' | 'default' | 'notice';
  readonly rule: RuleKey;
  readonly level: LevelKey;
  readonly audience?: AudienceKey;
  /** A freeze is closed while a member is active, every other gate is open then. */
  readonly members: readonly GateMember[];
  /** Windows it is made of, also those that cannot be resolved. */
  readonly windows: readonly CompiledWindow[];
  /** Why the gate as a whole cannot be worked out; it is closed then. */
  readonly problem?: WindowProblem;
}

export interface GateMember {
  /** Key of the window, or `notice:` or `override:` with an id. */
  readonly key: string;
  readonly rangeAfter: (at: Instant) => TimeRange | undefined;
}

/** A change of a gate, and which member brought it about. */
export interface GateChange {
  readonly at: Instant;
  readonly by?: string;
}

/** Remembers the last range: a walk asks about the same one many times. */
export function gateMember(key: string, source: Source): GateMember {
  let asked: Instant | undefined;
  let answer: TimeRange | undefined;
  return {
    key,
    rangeAfter: at => {
      if (asked !== undefined && at >= asked && at < (answer?.end ?? Infinity)) return answer;
      asked = at;
      answer = rangeAfter(source, at);
      return answer;
    },
  };
}

/** The first instant from `at` on at which the gate is open; infinite when there is none. */
export function opensAt(gate: ScheduleGate, at: Instant): Instant {
  return gate.kind === 'freeze' ? coveredUntil(gate, at).at : firstStart(gate, at).at;
}

/** The first instant from `at` on at which the gate, open at `at`, is closed; infinite when there is none. */
export function closesAt(gate: ScheduleGate, at: Instant): GateChange {
  return gate.kind === 'freeze' ? firstStart(gate, at) : coveredUntil(gate, at);
}

export function isOpen(gate: ScheduleGate, at: Instant): boolean {
  const isActive = activeMembers(gate, at).length > 0;
  return gate.kind === 'freeze' ? !isActive : isActive;
}

export function activeMembers(gate: ScheduleGate, at: Instant): readonly GateMember[] {
  return gate.members.filter(member => (member.rangeAfter(at)?.start ?? Infinity) <= at);
}

/** The next instant after `at` at which a member starts or ends: the gate keeps its state until then. */
export function nextBoundary(gate: ScheduleGate, at: Instant): Instant {
  let next = Infinity;
  for (const member of gate.members) {
    const range = member.rangeAfter(at);
    if (range !== undefined) next = Math.min(next, range.start > at ? range.start : range.end);
  }
  return next;
}

function firstStart({ members }: ScheduleGate, at: Instant): GateChange {
  let first: GateChange = { at: Infinity };
  for (const member of members) {
    const range = member.rangeAfter(at);
    if (range === undefined) continue;
    const start = Math.max(at, range.start);
    if (start < first.at) first = { at: start, by: member.key };
  }
  return first;
}

/** The end of overlapping and touching ranges that begin with one that is active. */
function coveredUntil({ members }: ScheduleGate, at: Instant): GateChange {
  let covered: GateChange = { at };
  for (;;) {
    let longest = covered;
    for (const member of members) {
      const range = member.rangeAfter(covered.at);
      if (range !== undefined && range.start <= covered.at && range.end > longest.at) {
        longest = { at: range.end, by: member.key };
      }
    }
    if (longest.at === covered.at || longest.at === Infinity) return longest;
    covered = longest;
  }
}
