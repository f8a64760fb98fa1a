import type { Entity } from '@backstage/catalog-model';
import type {
  OrgGraph,
  OrgGroup,
  OrgUser,
  Titles,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { completeRef } from 'backstage-plugin-infra-overview-common';
import type { PlacedEntity } from '../catalogFiles/readFiles';

class Links {
  readonly #links = new Map<string, Set<string>>();

  add(from: string, to: string): void {
    this.#links.set(from, (this.#links.get(from) ?? new Set()).add(to));
  }

  /** Each once, in one order. */
  of(from: string): readonly string[] {
    return [...(this.#links.get(from) ?? [])].sort();
  }
}

/** Users and groups as the catalog would relate them: a membership counts whichever side declares it. */
export function orgOf(entities: Iterable<PlacedEntity>): OrgGraph {
  const people = [...entities].sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const users = people.filter(isKind('user'));
  const groups = people.filter(isKind('group'));
  const { members, memberships, children, parents } = linksOf(users, groups);
  return {
    users: Object.fromEntries(
      users.map(({ ref, entity }): [string, OrgUser] => [
        ref,
        { title: titleOf(entity), active: true, groups: memberships.of(ref) },
      ]),
    ),
    groups: Object.fromEntries(
      groups.map(({ ref, entity }): [string, OrgGroup] => {
        const [parent] = parents.of(ref);
        return [
          ref,
          {
            title: titleOf(entity),
            members: members.of(ref),
            children: children.of(ref),
            ...(parent !== undefined && { parent }),
          },
        ];
      }),
    ),
  };
}

/** Whoever reads the files may read the names in them. */
export function titlesOf({ users, groups }: OrgGraph): Titles {
  return Object.fromEntries(
    Object.entries({ ...users, ...groups }).map(([ref, { title }]) => [ref, title]),
  );
}

function linksOf(users: readonly PlacedEntity[], groups: readonly PlacedEntity[]) {
  const [members, memberships] = [new Links(), new Links()];
  const [children, parents] = [new Links(), new Links()];
  const member = (user: string, group: string) => {
    members.add(group, user);
    memberships.add(user, group);
  };
  const child = (below: string, above: string) => {
    children.add(above, below);
    parents.add(below, above);
  };
  for (const { ref, entity } of users) {
    for (const group of refsIn(entity, 'memberOf', 'Group')) member(ref, group);
  }
  for (const { ref, entity } of groups) {
    for (const user of refsIn(entity, 'members', 'User')) member(user, ref);
    for (const below of refsIn(entity, 'children', 'Group')) child(below, ref);
    for (const above of refsIn(entity, 'parent', 'Group')) child(ref, above);
  }
  return { members, memberships, children, parents };
}

function refsIn({ metadata, spec }: Entity, field: string, kind: string): readonly string[] {
  const context = { defaultKind: kind, defaultNamespace: metadata.namespace ?? 'default' };
  return [spec?.[field]].flat().flatMap(written => {
    const ref = typeof written === 'string' ? completeRef(written, context) : undefined;
    return ref?.startsWith(`${kind.toLowerCase()}:`) ? [ref] : [];
  });
}

function titleOf({ metadata, spec }: Entity): string {
  const { displayName } = (spec?.profile ?? {}) as { readonly displayName?: unknown };
  for (const title of [displayName, metadata.title])
    if (typeof title === 'string' && title !== '') return title;
  return metadata.name;
}

function isKind(kind: string) {
  return ({ entity }: PlacedEntity) => entity.kind.toLowerCase() === kind;
}
