import {
  makeValidator,
  parseEntityRef,
  stringifyEntityRef,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { relationsOf } from 'backstage-plugin-infra-overview-common';

// The catalog does not check targets of relations: one that no entity can have would fail in its database.
const { isValidKind, isValidNamespace, isValidEntityName } = makeValidator();

/** What an entity's document says it stands on. References that no entity can have are left out. */
export function dependenciesOf(entity: Entity): readonly CompoundEntityRef[] {
  const self = stringifyEntityRef(entity);
  return relationsOf(entity)
    .filter(ref => ref !== self)
    .map(ref => parseEntityRef(ref))
    .filter(({ kind, namespace, name }) => isValidKind(kind) && isValidNamespace(namespace) && isValidEntityName(name));
}
