import type { ReasonCode } from '../effective/outcome';
import type { Fact, FactItem } from '../facts/fact';
import type { OrgGraph } from './org';
import { resolvePeople } from './resolvePeople';
import { targetOf } from './target';

/** Whom a list of targets reaches, and why not more. */
export interface ReachedPeople {
  /** Active users by ref, each once. */
  readonly users: readonly string[];
  /** One for each target that adds nobody. */
  readonly problems: readonly PeopleProblem[];
  /** There may be more: the targets are not stated, or who is behind one of them is not. */
  readonly maybeMore: boolean;
}

export interface PeopleProblem {
  readonly code: ReasonCode;
  /** The target as it is written. */
  readonly target: string;
  /** The user or group it names. */
  readonly ref?: string;
  readonly channel?: string;
  readonly path: string;
}

/** Says too little, rather than nobody. */
const OPEN: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['WHO_IS_ON_IT', 'ABSENT']);

/** With `reach`, only people who are told over one of these channels count. */
export function peopleOf(
  org: OrgGraph,
  fact: Fact | undefined,
  reach?: readonly string[],
): ReachedPeople {
  const stated = fact?.state === 'list' ? fact.items : [];
  const users = new Set<string>();
  const problems: PeopleProblem[] = [];
  for (const item of stated) {
    const found = reached(org, item, reach);
    for (const user of found.users) users.add(user);
    if (found.problem !== undefined) problems.push(found.problem);
  }
  return {
    users: [...users].sort(),
    problems,
    maybeMore:
      fact === undefined ||
      fact.state === 'not-stated' ||
      problems.some(({ code }) => OPEN.has(code)),
  };
}

function reached(
  org: OrgGraph,
  item: FactItem,
  reach: readonly string[] | undefined,
): { readonly users: readonly string[]; readonly problem?: PeopleProblem } {
  const target = targetOf(item);
  const { channel } = target;
  const problem = (code: ReasonCode, ref?: string): PeopleProblem => ({
    code,
    target: target.name,
    ...(ref !== undefined && { ref }),
    ...(channel !== undefined && { channel }),
    path: item.path,
  });
  const resolved = resolvePeople(org, target);
  if (resolved.problem !== undefined) {
    return { users: [], problem: problem(resolved.problem, resolved.ref) };
  }
  const { users } = resolved;
  if (reach === undefined) return { users };
  if (channel === undefined) return { users: [], problem: problem('ABSENT', resolved.ref) };
  if (!reach.includes(channel)) return { users: [], problem: problem('NOT_ONE_OF', resolved.ref) };
  return { users };
}
