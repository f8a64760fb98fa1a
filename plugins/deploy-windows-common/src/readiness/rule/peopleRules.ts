import type { Finding, Outcome } from '../effective/outcome';
import { knownRef, personRef } from '../people/knownRef';
import type { OrgGraph } from '../people/org';
import { peopleOf, type PeopleProblem, type ReachedPeople } from '../people/peopleOf';
import { targetOf } from '../people/target';
import { finding, openOutcome } from './finding';
import { isOpen, itemsIn, type Located } from './lookUp';
import { fail, pass, unknown } from './outcomes';
import type { Rule } from './rule';

type PeopleRule = Extract<Rule, { readonly people: unknown }>['people'];
type KnownRule = Extract<Rule, { readonly known: unknown }>['known'];

interface Heard {
  readonly users: ReadonlySet<string>;
  readonly maybeMore: boolean;
  readonly open: readonly Outcome[];
  readonly problems: readonly Finding[];
}

/** So many different people, counted over all lists of the path. */
export function people(
  org: OrgGraph,
  lists: readonly Located[],
  { atLeast, reach }: PeopleRule,
): Outcome {
  const ways = typeof reach === 'string' ? [reach] : reach;
  const heard = hear(org, lists, ways);
  const seen = { found: heard.users.size, wanted: atLeast };
  if (heard.users.size >= atLeast) {
    return pass(lists.map(list => finding('MET', list, seen)));
  }
  const reasons = [...heard.open.flatMap(({ findings }) => findings), ...heard.problems];
  if (heard.maybeMore) return unknown(reasons);
  const code = heard.users.size === 0 ? 'NO_PERSON' : 'TOO_FEW_PEOPLE';
  const [first] = lists;
  const short: Finding =
    first === undefined || lists.length > 1
      ? { code, fact: first?.name ?? '', ...seen }
      : finding(code, first, seen);
  return fail([short, ...heard.problems]);
}

/** All of the people are among the holders. Nobody at all is not "all of them". */
export function peopleWithin(
  org: OrgGraph,
  those: readonly Located[],
  holders: readonly Located[],
): Outcome {
  const asked = hear(org, those);
  const held = hear(org, holders);
  const without = [...asked.users].filter(user => !held.users.has(user));
  const reasons = [...asked.open, ...held.open].flatMap(({ findings }) => findings);
  const [first] = those;
  const wanted = holders[0]?.name ?? '';
  const seen = (code: Finding['code'], found: number): Finding =>
    first === undefined
      ? { code, fact: '', found, wanted }
      : finding(code, first, { found, wanted });
  if (without.length > 0 && !held.maybeMore) return fail([seen('PEOPLE_WITHOUT', without.length)]);
  if (without.length > 0 || asked.maybeMore) {
    return unknown([...reasons, ...asked.problems, ...held.problems]);
  }
  if (asked.users.size === 0) return fail([seen('NO_PERSON', 0), ...asked.problems]);
  return pass([seen('MET', asked.users.size)]);
}

/** Every target names a user or group that exists. */
export function known(org: OrgGraph, lists: readonly Located[], { kinds }: KnownRule): Outcome {
  const wrong: Finding[] = [];
  const open: Finding[] = [];
  for (const list of lists) {
    if (isOpen(list.fact)) open.push(...openOutcome(list).findings);
    else if (itemsIn(list).length === 0) wrong.push(finding('NO_PERSON', list));
    else {
      for (const item of itemsIn(list)) {
        const { to, name } = targetOf(item);
        const ref = personRef(to ?? '');
        const kind = ref === undefined ? undefined : knownRef(org, ref);
        if (kind !== undefined && kinds.includes(kind)) continue;
        const code = ref === undefined ? 'PLACE_ONLY' : 'UNKNOWN_REF';
        wrong.push(finding(code, list, { found: to ?? name, wanted: [...kinds] }));
      }
    }
  }
  if (wrong.length > 0) return fail(wrong);
  if (open.length > 0) return unknown(open);
  if (lists.length === 0) return fail([{ code: 'NO_PERSON', fact: '' }]);
  return pass(lists.map(list => finding('MET', list)));
}

function hear(org: OrgGraph, lists: readonly Located[], reach?: readonly string[]): Heard {
  const users = new Set<string>();
  const open: Outcome[] = [];
  const problems: Finding[] = [];
  let maybeMore = false;
  for (const list of lists) {
    const { fact } = list;
    if (isOpen(fact)) {
      open.push(openOutcome(list));
      maybeMore = true;
      continue;
    }
    // A list of users that was made before, such as the people behind all alerts.
    const reached: ReachedPeople =
      fact.state === 'texts'
        ? { users: fact.values, problems: [], maybeMore: false }
        : peopleOf(org, fact, reach);
    for (const user of reached.users) users.add(user);
    maybeMore ||= reached.maybeMore;
    for (const problem of reached.problems) problems.push(reason(list, problem, reach));
  }
  return { users, maybeMore, open, problems };
}

function reason(
  list: Located,
  { code, target, ref, channel, path }: PeopleProblem,
  reach: readonly string[] | undefined,
): Finding {
  if (code === 'NOT_ONE_OF') {
    return finding(code, list, { found: channel ?? target, wanted: [...(reach ?? [])] });
  }
  if (code !== 'ABSENT') return finding(code, list, { found: target });
  // The person is there and the way to them is not, or the other way round.
  const field = ref === undefined ? 'to' : 'channel';
  return { code, fact: `${list.name}[${target}].${field}`, path: `${path}.${field}` };
}
