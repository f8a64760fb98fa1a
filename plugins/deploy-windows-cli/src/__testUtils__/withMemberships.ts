import {
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

// What either side declares, and the relation of each end.
const FIELDS = [
  ['user', 'memberOf', 'Group', RELATION_MEMBER_OF, RELATION_HAS_MEMBER],
  ['group', 'members', 'User', RELATION_HAS_MEMBER, RELATION_MEMBER_OF],
  ['group', 'parent', 'Group', RELATION_CHILD_OF, RELATION_PARENT_OF],
  ['group', 'children', 'Group', RELATION_PARENT_OF, RELATION_CHILD_OF],
] as const;

/** Users and groups with the relations a catalog makes of what their files say. */
export function withMemberships(entities: readonly Entity[]): readonly Entity[] {
  const relations = new Map<string, { type: string; targetRef: string }[]>();
  const add = (from: string, type: string, targetRef: string) =>
    relations.set(from, [...(relations.get(from) ?? []), { type, targetRef }]);
  for (const entity of entities) {
    const ref = stringifyEntityRef(entity);
    for (const [kind, field, defaultKind, there, back] of FIELDS) {
      if (entity.kind.toLowerCase() !== kind) continue;
      for (const written of [entity.spec?.[field]].flat()) {
        if (typeof written !== 'string') continue;
        const other = stringifyEntityRef(
          parseEntityRef(written, { defaultKind, defaultNamespace: 'default' }),
        );
        add(ref, there, other);
        add(other, back, ref);
      }
    }
  }
  return entities.map(entity => {
    const own = relations.get(stringifyEntityRef(entity));
    return own === undefined ? entity : { ...entity, relations: own };
  });
}
