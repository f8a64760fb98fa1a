import type { OrgGraph } from './org';

/** The organisation after somebody left: for "what breaks when this person leaves". */
export function withoutUser(org: OrgGraph, user: string): OrgGraph {
  const stays = (ref: string) => ref !== user;
  const users = Object.entries(org.users).filter(([ref]) => stays(ref));
  const groups = Object.entries(org.groups).map(([ref, group]) => {
    const { leaders } = group;
    const left = {
      ...group,
      members: group.members.filter(stays),
      ...(leaders !== undefined && { leaders: leaders.filter(stays) }),
    };
    return [ref, left] as const;
  });
  return { users: Object.fromEntries(users), groups: Object.fromEntries(groups) };
}
