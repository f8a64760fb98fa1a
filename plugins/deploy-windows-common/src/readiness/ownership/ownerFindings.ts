import { describeParty, inWords } from 'backstage-plugin-infra-overview-common';
import { isActive, membersOf } from '../people/membersOf';
import type { OrgGraph } from '../people/org';
import type { OwnershipFindingAnswer } from '../wire';
import type { OwnedEntity } from './ownedEntity';

export type OwnerFinding = Pick<OwnershipFindingAnswer, 'code' | 'level' | 'text' | 'next'>;

const nameOf = ({ groups }: OrgGraph, ref: string) => groups[ref]?.title ?? describeParty(ref);

export const fileOf = ({ sourceUrl }: OwnedEntity) =>
  sourceUrl === undefined ? 'its file' : sourceUrl.slice(sourceUrl.lastIndexOf('/') + 1);

/** What is wrong with the owner of an entity; nothing where a team of several active people owns it. */
export function ownerFinding(
  entity: OwnedEntity,
  all: readonly OwnedEntity[],
  org: OrgGraph,
): OwnerFinding | undefined {
  const { owner, title } = entity;
  if (owner === undefined) {
    return {
      code: 'no-owner',
      level: 'must',
      text: `${title} has no owner`,
      next: `Write an owner into ${fileOf(entity)}. ${candidates(entity, all, org)}`.trim(),
    };
  }
  if (Object.hasOwn(org.groups, owner)) return groupFinding(entity, owner, all, org);
  if (!Object.hasOwn(org.users, owner)) {
    return {
      code: 'unknown-owner',
      level: 'must',
      text: `${title} is owned by ${owner}, which is not in the catalog`,
      next: `Correct the owner in ${fileOf(entity)}. ${candidates(entity, all, org)}`.trim(),
    };
  }
  if (!isActive(org, owner)) {
    return {
      code: 'empty-owner',
      level: 'must',
      text: `${title} is owned by one person, who is not active any more`,
      next: `Name a group in ${fileOf(entity)}. ${candidates(entity, all, org)}`.trim(),
    };
  }
  return {
    code: 'single-person',
    level: 'recommended',
    text: `${title} is owned by a single person`,
    next: candidates(entity, all, org) || 'Name a group that the person is in.',
  };
}

function groupFinding(
  entity: OwnedEntity,
  owner: string,
  all: readonly OwnedEntity[],
  org: OrgGraph,
): OwnerFinding | undefined {
  const { title } = entity;
  const group = nameOf(org, owner);
  const members = membersOf(org, owner);
  if (members.length === 0) {
    return {
      code: 'empty-owner',
      level: 'must',
      text: `${title} is owned by ${group}, and nobody active is in it`,
      next: `Ask ${parentOf(org, owner) ?? 'who keeps the groups'} who takes it over.`,
    };
  }
  if (members.length === 1) {
    return {
      code: 'single-person',
      level: 'recommended',
      text: `${title} is owned by ${group}, a group of one`,
      next: candidates(entity, all, org) || `Add a second person to ${group}.`,
    };
  }
  if (!isRoot(org, owner)) return undefined;
  return {
    code: 'root-group',
    level: 'recommended',
    text: `${title} is owned by ${group}, which is the whole organisation`,
    next: candidates(entity, all, org) || `Name one of its teams in ${fileOf(entity)}.`,
  };
}

/** Below it is everybody: nobody in particular is asked. */
function isRoot({ groups }: OrgGraph, ref: string): boolean {
  const group = groups[ref];
  return group !== undefined && group.parent === undefined && group.children.length > 0;
}

/** Groups with people that own other parts of the same System. */
function candidates(entity: OwnedEntity, all: readonly OwnedEntity[], org: OrgGraph): string {
  if (entity.system === undefined) return '';
  const owners = new Set<string>();
  for (const { system, ref, owner } of all) {
    if ((system !== entity.system && ref !== entity.system) || owner === undefined) continue;
    if (owner === entity.owner || !Object.hasOwn(org.groups, owner)) continue;
    if (membersOf(org, owner).length > 1) owners.add(nameOf(org, owner));
  }
  return owners.size === 0 ? '' : `In the same system: ${inWords([...owners].sort())}.`;
}

function parentOf(org: OrgGraph, ref: string): string | undefined {
  const parent = org.groups[ref]?.parent;
  return parent === undefined ? undefined : nameOf(org, parent);
}
