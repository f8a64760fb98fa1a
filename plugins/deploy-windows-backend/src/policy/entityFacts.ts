import {
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  DEFAULT_NAMESPACE,
  type Entity,
} from '@backstage/catalog-model';
import {
  completeRef,
  readInfraDocument,
  type InfraDocument,
} from 'backstage-plugin-infra-overview-common';
import type { Snapshot } from './Snapshot';
import type { EntityFacts } from './TargetDirectory';

/** What a snapshot says; the domain of a Component is that of its System, and is added by the directory. */
export function entityFacts(snapshot: Snapshot): EntityFacts {
  const entity = snapshot.entity as unknown as Entity;
  const { metadata, spec } = entity;
  const namespace = metadata.namespace ?? DEFAULT_NAMESPACE;
  const document = documentOf(snapshot);
  const found = {
    owner: refOf(spec?.owner, 'Group', namespace),
    system: refOf(spec?.system, 'System', namespace),
    domain: refOf(spec?.domain ?? spec?.subdomainOf, 'Domain', namespace),
    sourceUrl:
      webAddress(metadata.annotations?.[ANNOTATION_VIEW_URL]) ??
      webAddress(metadata.annotations?.[ANNOTATION_SOURCE_LOCATION]),
    refusal: snapshot.refusal,
    document,
  };
  return {
    ref: snapshot.ref,
    kind: entity.kind,
    namespace,
    name: metadata.name,
    title:
      typeof metadata.title === 'string' && metadata.title !== '' ? metadata.title : metadata.name,
    tags: metadata.tags ?? [],
    entity: snapshot.entity,
    outcome: snapshot.outcome,
    ...(Object.fromEntries(
      Object.entries(found).filter(([, value]) => value !== undefined),
    ) as Partial<EntityFacts>),
  };
}

function documentOf({ document, ref, entity }: Snapshot): InfraDocument | undefined {
  if (document === undefined) return undefined;
  const read = readInfraDocument(document, { entityRef: ref, kind: String(entity.kind) });
  return read.outcome === 'read' ? read.document : undefined;
}

function refOf(value: unknown, defaultKind: string, defaultNamespace: string): string | undefined {
  return typeof value === 'string' && value !== ''
    ? completeRef(value, { defaultKind, defaultNamespace })
    : undefined;
}

/** Anything else, `javascript:` above all, must not become a link. */
function webAddress(value: string | undefined): string | undefined {
  const written = value?.replace(/^url:/, '');
  return written !== undefined && /^https?:\/\//i.test(written) ? written : undefined;
}
