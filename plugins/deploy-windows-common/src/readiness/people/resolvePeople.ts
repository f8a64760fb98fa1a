import type { ReasonCode } from '../effective/outcome';
import { knownRef, personRef } from './knownRef';
import { isActive, membersOf } from './membersOf';
import type { OrgGraph } from './org';
import type { PeopleTarget } from './target';

/** The people behind one target. Without a problem there is at least one. */
export interface ResolvedPeople {
  /** Active users by ref, each once. */
  readonly users: readonly string[];
  readonly problem?: ReasonCode;
  /** The user or group that is named, whether it exists or not. */
  readonly ref?: string;
}

/** Somebody carries it; who, a name alone does not say. */
const CARRIED: ReadonlySet<string> = new Set(['page', 'sms', 'push', 'phone']);

/**
 * A user or group that exists is its active people. A name without a ref is a question where it is a device or a paging service
 * ("who is on it?"), and a place where it is a room, a mailbox, an address of a program, or words: places act on nothing.
 */
export function resolvePeople(
  org: OrgGraph,
  target: string | Omit<PeopleTarget, 'name'>,
): ResolvedPeople {
  const told = typeof target === 'string' ? { to: target } : target;
  const ref = told.to === undefined ? undefined : personRef(told.to);
  if (ref === undefined) return { users: [], problem: withoutRef(told) };
  const kind = knownRef(org, ref);
  switch (kind) {
    case undefined:
      return { users: [], problem: 'UNKNOWN_REF', ref };
    case 'user':
      return isActive(org, ref) ? { users: [ref], ref } : { users: [], problem: 'NO_PERSON', ref };
    case 'group': {
      const users = membersOf(org, ref);
      return users.length > 0 ? { users, ref } : { users, problem: 'NO_PERSON', ref };
    }
    default:
      throw new Error(kind satisfies never);
  }
}

function withoutRef({ to, channel, reachesPerson }: Omit<PeopleTarget, 'name'>): ReasonCode {
  if (to !== undefined && /^role:/i.test(to)) return 'ABSENT';
  if (reachesPerson === true) return 'WHO_IS_ON_IT';
  return channel !== undefined && CARRIED.has(channel) ? 'WHO_IS_ON_IT' : 'PLACE_ONLY';
}
