import type { OrgGraph } from './org';

/** Active people of a group and of every group below it, each once. Groups that contain one another end. */
export function membersOf(org: OrgGraph, group: string): readonly string[] {
  const members = new Set<string>();
  const seen = new Set<string>();
  const waiting = [group];
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (seen.has(ref)) continue;
    seen.add(ref);
    const { members: direct = [], children = [] } = groupIn(org, ref) ?? {};
    for (const user of direct) if (isActive(org, user)) members.add(user);
    waiting.push(...children);
  }
  return [...members].sort();
}

/** The groups a user is in, or a group is below, nearest first, without itself. */
export function groupsAbove(org: OrgGraph, ref: string): readonly string[] {
  const above: string[] = [];
  const seen = new Set([ref]);
  const waiting = [...directlyAbove(org, ref)];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    above.push(next);
    waiting.push(...directlyAbove(org, next));
  }
  return above;
}

/** Exists, and is not matched by `readiness.people.inactive`. */
export function isActive({ users }: OrgGraph, user: string): boolean {
  return Object.hasOwn(users, user) && users[user]?.active === true;
}

function groupIn({ groups }: OrgGraph, ref: string) {
  return Object.hasOwn(groups, ref) ? groups[ref] : undefined;
}

function directlyAbove(org: OrgGraph, ref: string): readonly string[] {
  if (Object.hasOwn(org.users, ref)) return org.users[ref]?.groups ?? [];
  const parent = groupIn(org, ref)?.parent;
  return parent === undefined ? [] : [parent];
}
