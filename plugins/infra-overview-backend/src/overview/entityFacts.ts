import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_VIEW_URL,
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { completeRef, type OverviewEntity } from 'backstage-plugin-infra-overview-common';

/** What the page says of the catalog entity itself. Only what is named here leaves the entity. */
export function entityFacts(entity: Entity, domain: string | undefined): OverviewEntity {
  const { metadata, spec } = entity;
  const namespace = metadata.namespace ?? DEFAULT_NAMESPACE;
  const facts = {
    description: text(metadata.description),
    owner: ref(spec?.owner, 'Group', namespace),
    lifecycle: text(spec?.lifecycle),
    type: text(spec?.type),
    system: ref(spec?.system, 'System', namespace),
    domain,
    sourceUrl: webAddress(metadata.annotations?.[ANNOTATION_VIEW_URL]),
    editUrl: webAddress(metadata.annotations?.[ANNOTATION_EDIT_URL]),
    links: links(entity),
  };
  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind,
    namespace,
    name: metadata.name,
    title: text(metadata.title) ?? metadata.name,
    ...(Object.fromEntries(
      Object.entries(facts).filter(([, value]) => value !== undefined),
    ) as Partial<OverviewEntity>),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function ref(value: unknown, defaultKind: string, defaultNamespace: string): string | undefined {
  const written = text(value);
  return written && completeRef(written, { defaultKind, defaultNamespace });
}

// Anything else, `javascript:` above all, must not become a link.
function webAddress(value: unknown): string | undefined {
  const written = text(value);
  return written && /^(https?|mailto):/i.test(written) ? written : undefined;
}

function links(entity: Entity): OverviewEntity['links'] {
  const found = (entity.metadata.links ?? []).flatMap(link => {
    const url = webAddress(link.url);
    const title = text(link.title);
    return url ? [{ url, ...(title !== undefined && { title }) }] : [];
  });
  return found.length > 0 ? found : undefined;
}
