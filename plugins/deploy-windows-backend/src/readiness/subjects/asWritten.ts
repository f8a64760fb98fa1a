import type { JsonObject, JsonValue } from '@backstage/types';
import type { EntityFacts } from '../../policy/TargetDirectory';

/** An entity with its document, as the catalog shows it. */
export function asWritten({ entity, document }: EntityFacts): JsonValue {
  if (document === undefined) return entity;
  const spec = { ...(entity.spec as JsonObject), infra: document as unknown as JsonObject };
  return { ...entity, spec };
}
