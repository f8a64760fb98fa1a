import {
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  filterPredicateToFilterFunction,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import type { JsonValue } from '@backstage/types';
import type { OrgGraph, OrgGroup, OrgUser } from 'backstage-plugin-deploy-windows-common/readiness';

const RELATION_LED_BY = 'hasLeader';

/** Users and groups as the catalog relates them, in one order, so that the same people give the same text. */
export function orgGraph(entities: readonly Entity[], inactive?: FilterPredicate): OrgGraph {
  const isInactive =
    inactive === undefined ? () => false : filterPredicateToFilterFunction(inactive);
  const users: Record<string, OrgUser> = {};
  const groups: Record<string, OrgGroup> = {};
  for (const entity of [...entities].sort((a, b) => (refOf(a) < refOf(b) ? -1 : 1))) {
    const ref = refOf(entity);
    switch (entity.kind.toLowerCase()) {
      case 'user':
        users[ref] = {
          title: titleOf(entity),
          active: !isInactive(entity as unknown as JsonValue),
          groups: related(entity, RELATION_MEMBER_OF, 'group'),
        };
        break;
      case 'group':
        groups[ref] = groupOf(entity);
        break;
      default:
    }
  }
  return { users, groups };
}

function groupOf(entity: Entity): OrgGroup {
  const [parent] = related(entity, RELATION_CHILD_OF, 'group');
  const leaders = related(entity, RELATION_LED_BY, 'user');
  return {
    title: titleOf(entity),
    members: related(entity, RELATION_HAS_MEMBER, 'user'),
    children: related(entity, RELATION_PARENT_OF, 'group'),
    ...(parent !== undefined && { parent }),
    ...(leaders.length > 0 && { leaders }),
  };
}

function related({ relations = [] }: Entity, type: string, kind: string): readonly string[] {
  const refs = relations
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef.toLowerCase())
    .filter(ref => parseEntityRef(ref).kind === kind);
  return [...new Set(refs)].sort();
}

function titleOf({ metadata, spec }: Entity): string {
  const { displayName } = (spec?.profile ?? {}) as { readonly displayName?: unknown };
  for (const title of [displayName, metadata.title])
    if (typeof title === 'string' && title !== '') return title;
  return metadata.name;
}

function refOf(entity: Entity): string {
  return stringifyEntityRef(entity);
}
