import { RELATION_OWNED_BY, stringifyEntityRef } from '@backstage/catalog-model';
import { getEntityRelations, useAsyncEntity } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';

/** Owners of the entity whose page this is; none elsewhere. */
export function useOwners(): readonly string[] {
  const { entity } = useAsyncEntity();
  return useMemo(
    () => getEntityRelations(entity, RELATION_OWNED_BY).map(owner => stringifyEntityRef(owner)),
    [entity],
  );
}
