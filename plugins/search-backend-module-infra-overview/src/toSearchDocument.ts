import { DEFAULT_NAMESPACE, stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import { completeRef, readInfraDocument } from 'backstage-plugin-infra-overview-common';
import { wordsOf } from './wordsOf';

export interface InfraOverviewSearchDocument extends IndexableDocument {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly owner: string;
  readonly lifecycle: string;
}

/** The project a Component belongs to, as its result names it. */
export interface ProjectName {
  readonly ref: string;
  readonly title: string;
}

/**
 * One result for each entity that has a document of its own. It holds the words of that document and no other, since it is
 * shown to everyone who may see that entity: what is inherited or belongs to a part is found by its own entity.
 */
export function toSearchDocument(entity: Entity, project: ProjectName | undefined): InfraOverviewSearchDocument | undefined {
  const entityRef = stringifyEntityRef(entity);
  const result = readInfraDocument(entity.spec?.infra, { entityRef, kind: entity.kind });
  if (result.outcome !== 'read') return undefined;
  const { metadata, spec } = entity;
  const namespace = metadata.namespace ?? DEFAULT_NAMESPACE;
  const title = metadata.title ?? metadata.name;
  const names = [metadata.title, metadata.name, metadata.description].filter(name => name !== undefined);
  return {
    title: project ? `${project.title}: ${title}` : title,
    text: [...new Set(names), wordsOf(result.document)].join(' \n'),
    location: locationOf(entityRef),
    kind: entity.kind,
    namespace,
    name: metadata.name,
    owner: text(spec?.owner) && (completeRef(text(spec?.owner), { defaultKind: 'Group', defaultNamespace: namespace }) ?? ''),
    lifecycle: text(spec?.lifecycle),
    authorization: { resourceRef: entityRef },
  };
}

/** Address of the infrastructure tab. */
function locationOf(entityRef: string): string {
  const [kind = '', namespace = '', name = ''] = entityRef.split(/[:/]/).map(encodeURIComponent);
  return `/catalog/${namespace}/${kind}/${name}/infrastructure`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
