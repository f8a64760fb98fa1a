import { describeParty } from 'backstage-plugin-infra-overview-common';
import { groupsAbove } from '../people/membersOf';
import type { OrgGraph } from '../people/org';
import type { OwnershipAnswer, OwnershipFindingAnswer } from '../wire';
import { entityFindings } from './entityFindings';
import { onePersonAlone } from './onePersonAlone';
import type { OwnedEntity } from './ownedEntity';
import { ownerFinding, type OwnerFinding } from './ownerFindings';

/** An owner who can be asked nothing is none. */
const INVALID: ReadonlySet<OwnershipFindingAnswer['code']> = new Set([
  'no-owner',
  'unknown-owner',
  'empty-owner',
] as const);

/** Whether ownership is true: not how much a team owns. With `group`, of it and its sub-groups. */
export function ownershipHealth(
  entities: readonly OwnedEntity[],
  org: OrgGraph,
  options: { readonly group?: string } = {},
): OwnershipAnswer {
  const asked = entities.filter(entity => isOf(entity, org, options.group));
  const findings = asked.flatMap(entity =>
    findingsOf(entity, entities, org).map(found => answer(entity, found)),
  );
  const invalid = new Set(
    findings.filter(({ code }) => INVALID.has(code)).map(({ entityRef }) => entityRef),
  );
  return {
    coverage: { valid: asked.length - invalid.size, all: asked.length },
    groups: groupsOf(asked, findings, org, options.group),
    findings: findings.sort(mustFirst),
  };
}

function findingsOf(
  entity: OwnedEntity,
  all: readonly OwnedEntity[],
  org: OrgGraph,
): readonly OwnerFinding[] {
  const owner = ownerFinding(entity, all, org);
  const alone = onePersonAlone(entity, org);
  return [...(owner ? [owner] : []), ...(alone ? [alone] : []), ...entityFindings(entity)];
}

function answer(entity: OwnedEntity, found: OwnerFinding): OwnershipFindingAnswer {
  const { ref, title, owner, sourceUrl } = entity;
  return {
    ...found,
    entityRef: ref,
    title,
    ...(owner !== undefined && { owner }),
    ...(sourceUrl !== undefined && { sourceUrl }),
  };
}

function isOf({ owner }: OwnedEntity, org: OrgGraph, group: string | undefined): boolean {
  if (group === undefined) return true;
  return owner !== undefined && groupsFor(owner, org).includes(group);
}

/** The owner itself, then the groups it is below. */
function groupsFor(owner: string, org: OrgGraph): readonly string[] {
  return Object.hasOwn(org.groups, owner) ? [owner, ...groupsAbove(org, owner)] : [owner];
}

function groupsOf(
  entities: readonly OwnedEntity[],
  findings: readonly OwnershipFindingAnswer[],
  org: OrgGraph,
  group: string | undefined,
): OwnershipAnswer['groups'] {
  const rows = new Map<string, OwnershipAnswer['groups'][number]>();
  for (const { ref, owner } of entities) {
    if (owner === undefined) continue;
    const own = findings.filter(({ entityRef }) => entityRef === ref);
    for (const place of groupsFor(owner, org)) {
      if (group !== undefined && !groupsFor(place, org).includes(group)) continue;
      const row = rows.get(place) ?? emptyRow(place, org);
      row.owned += 1;
      row[place === owner ? 'direct' : 'through'] += 1;
      row.findings += own.length;
      row.mustFindings += own.filter(({ level }) => level === 'must').length;
      rows.set(place, row);
    }
  }
  return [...rows.values()].sort(
    (a, b) => b.mustFindings - a.mustFindings || (a.title < b.title ? -1 : 1),
  );
}

function emptyRow(ref: string, { groups, users }: OrgGraph): OwnershipAnswer['groups'][number] {
  const known = groups[ref] ?? users[ref];
  const title = known?.title ?? describeParty(ref);
  return { ref, title, owned: 0, direct: 0, through: 0, findings: 0, mustFindings: 0 };
}

function mustFirst(a: OwnershipFindingAnswer, b: OwnershipFindingAnswer): number {
  if (a.level !== b.level) return a.level === 'must' ? -1 : 1;
  if (a.title !== b.title) return a.title < b.title ? -1 : 1;
  return a.code < b.code ? -1 : 1;
}
