import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { SCHEMA } from '../document';

interface Contents {
  readonly title: string;
  readonly spec: JsonObject;
  readonly infra?: JsonObject;
}

/** An entity as a provider would hand it to the catalog. */
export function syntheticEntity(
  kind: string,
  name: string,
  { title, spec, infra }: Contents,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      title,
      annotations: {
        'backstage.io/managed-by-location': 'synthetic:organisation',
        'backstage.io/managed-by-origin-location': 'synthetic:organisation',
        ...(infra && { 'infra-overview.io/schema': 'v1alpha1' }),
      },
    },
    spec: { ...spec, ...(infra && { infra: { schema: SCHEMA, ...infra } }) },
  };
}
