import {
  MINUTE,
  timeline,
  type DecisionInput,
  type Instant,
  type Segment,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { ToState, Transition } from './TransitionStore';

export const CLOSING_AHEAD = 15 * MINUTE;
// How far ahead is looked in one go, so that a quiet target is left alone meanwhile.
const LOOK_AHEAD = 12 * 60 * MINUTE;

export interface FoundTransitions {
  readonly transitions: readonly Transition[];
  readonly state: 'opened' | 'closed';
  /** Nothing happens before it, as long as the rules stay. */
  readonly quietUntil: Instant;
}

/** What happened in `(since, now]`, by the rules of today, and what closes within a quarter of an hour. */
export function findTransitions(
  input: DecisionInput,
  since: Instant,
  now: Instant,
): FoundTransitions {
  const target = input.request.target;
  const segments = timeline(input, since, now + LOOK_AHEAD);
  const found: Transition[] = [];
  let quietUntil = now + LOOK_AHEAD - CLOSING_AHEAD;
  let state: 'opened' | 'closed' = 'closed';
  const add = (at: Instant, to: ToState, cause: string, due: Instant) => {
    if (due > now) quietUntil = Math.min(quietUntil, due);
    else if (at > since) found.push({ target, at, to, cause });
  };

  for (const [index, segment] of segments.entries()) {
    const before = segments[index - 1];
    const isOpen = segment.state === 'open';
    if (segment.start <= now) state = isOpen ? 'opened' : 'closed';
    if (before === undefined) continue;
    const wasOpen = before.state === 'open';
    if (isOpen && !wasOpen) add(segment.start, 'opened', causeOf(before), segment.start);
    if (!isOpen && wasOpen) {
      // Afterwards it is no warning any more.
      if (segment.start > now)
        add(segment.start, 'closing', causeOf(segment), segment.start - CLOSING_AHEAD);
      add(segment.start, 'closed', causeOf(segment), segment.start);
    }
  }
  return { transitions: found, state, quietUntil };
}

/** What held before it opened, or holds since it closed. */
function causeOf({ state, rules }: Segment): string {
  return rules.length === 0 ? state : rules.join(', ');
}
