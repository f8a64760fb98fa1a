import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { JsonObject, JsonValue } from '@backstage/types';
import { parentRefOf, readInfraDocument } from 'backstage-plugin-infra-overview-common';
import { canonicalText } from './canonicalText';
import { etagOf } from './CatalogPolicySource';
import type { Snapshot } from './Snapshot';

// They change when the catalog has worked on an entity, and no rule is about them.
const IGNORED = ['etag', 'uid', 'generation'];

export function toSnapshot(entity: Entity, digest: (text: string) => string): Snapshot {
  const ref = stringifyEntityRef(entity);
  const { infra, ...spec } = (entity.spec ?? {}) as JsonObject;
  const metadata = Object.fromEntries(
    Object.entries(entity.metadata).filter(([name]) => !IGNORED.includes(name)),
  );
  const facts = JSON.parse(JSON.stringify({ kind: entity.kind, metadata, spec })) as JsonObject;
  const read = readInfraDocument(infra, { entityRef: ref, kind: entity.kind });
  const parent = parentRefOf(entity);
  return {
    ref,
    ...etagOf(entity),
    hash: digest(canonicalText([facts, infra ?? null])),
    entity: facts,
    ...(read.outcome === 'read' && { document: infra as JsonValue }),
    outcome: read.outcome,
    ...(read.outcome === 'refused' && { refusal: read.problem.message }),
    parentRefs: parent === undefined ? [] : [parent],
  };
}
