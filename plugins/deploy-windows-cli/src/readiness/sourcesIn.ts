import type { Entity } from '@backstage/catalog-model';
import {
  isSubjectByDefault,
  type SubjectSource,
} from 'backstage-plugin-deploy-windows-common/readiness';
import {
  chainOf,
  combineParts,
  completeRef,
  effectiveInfra,
  type ChainLink,
} from 'backstage-plugin-infra-overview-common';
import type { CatalogFiles, PlacedEntity } from '../catalogFiles/readFiles';
import { dependenciesIn, type Dependency } from './dependenciesIn';
import { documentsIn, type FileProblem, type ReadDocument } from './documentsIn';

/** An entity that is judged, with the documents in force for it. */
export interface Source extends SubjectSource {
  readonly placed: PlacedEntity;
  /** Outermost first, itself last. */
  readonly chain: readonly ChainLink[];
  readonly document: 'absent' | 'read' | 'refused';
  readonly dependsOn: readonly Dependency[];
  /** What of the chain is not there or cannot be read. */
  readonly problems: readonly { readonly source: string; readonly text: string }[];
}

export interface Sources {
  readonly sources: readonly Source[];
  /** Of all documents in the files. */
  readonly problems: readonly FileProblem[];
}

/** Which entities of the files are judged: Components, and Systems with what their Components say. Domains are standards. */
export function sourcesIn({ entities }: CatalogFiles): Sources {
  const documents = documentsIn(entities.values());
  const bare = new Map([...entities].map(([ref, { entity }]) => [ref, entity]));
  const judged = [...entities.values()].filter(({ ref, entity }) => {
    const { kind, spec } = entity;
    const { outcome } = documents.of(ref);
    const type = String(spec?.type).toLowerCase();
    return isSubjectByDefault({ kind, type, declares: outcome !== 'absent' });
  });
  const dependencies = dependenciesIn(bare.values(), new Set(judged.map(({ ref }) => ref)));
  const sources = judged.map(placed =>
    sourceOf(placed, bare, documents.of, dependencies.get(placed.ref) ?? []),
  );
  return { sources: sources.map(source => whole(source, sources)), problems: documents.problems };
}

/** A System is judged with what its Components say, as the portal shows it. */
function whole(source: Source, all: readonly Source[]): Source {
  if (source.kind.toLowerCase() !== 'system') return source;
  const parts = all
    .filter(({ kind, system }) => kind.toLowerCase() === 'component' && system === source.entityRef)
    .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1))
    .map(({ effective }) => effective);
  return { ...source, effective: combineParts(source.effective, parts) };
}

function sourceOf(
  placed: PlacedEntity,
  entities: ReadonlyMap<string, Entity>,
  documentOf: (ref: string) => ReadDocument,
  dependsOn: readonly Dependency[],
): Source {
  const { ref, entity } = placed;
  const { metadata, spec, kind } = entity;
  const { links, problems } = chainOf(entities, ref);
  const chain = links.map(({ entityRef, level, title }): ChainLink => {
    const read = documentOf(entityRef);
    return {
      entityRef,
      level,
      ...(title !== undefined && { title }),
      ...(read.outcome === 'read' && { document: read.document }),
    };
  });
  const refused = links.flatMap(({ entityRef }) => {
    const read = documentOf(entityRef);
    return read.outcome === 'refused' ? [{ source: entityRef, text: read.problem.message }] : [];
  });
  const { type, lifecycle } = (spec ?? {}) as Readonly<Record<string, unknown>>;
  const owner = refIn(entity, 'owner');
  const system = refIn(entity, 'system');
  const domain =
    links.filter(({ level }) => level === 'domain').at(-1)?.entityRef ?? refIn(entity, 'domain');
  return {
    placed,
    chain,
    entityRef: ref,
    kind,
    title: metadata.title || metadata.name,
    tags: metadata.tags ?? [],
    effective: effectiveInfra(chain),
    declares: documentOf(ref).outcome !== 'absent',
    document: documentState(chain, documentOf),
    dependsOn,
    problems: [
      ...problems.map(({ entityRef = ref, message }) => ({ source: entityRef, text: message })),
      ...refused,
    ],
    ...(typeof type === 'string' && { type }),
    ...(typeof lifecycle === 'string' && { lifecycle }),
    ...(owner !== undefined && { owner }),
    ...(system !== undefined && { system }),
    ...(domain !== undefined && { domain }),
  };
}

/** Standards alone say nothing about a service. */
function documentState(
  chain: readonly ChainLink[],
  documentOf: (ref: string) => ReadDocument,
): Source['document'] {
  const own = chain.filter(({ level }) => level !== 'domain');
  const outcomes = own.map(({ entityRef }) => documentOf(entityRef).outcome);
  if (outcomes.includes('refused')) return 'refused';
  return outcomes.includes('read') ? 'read' : 'absent';
}

const DEFAULT_KINDS = { owner: 'Group', system: 'System', domain: 'Domain' } as const;

function refIn({ metadata, spec }: Entity, field: keyof typeof DEFAULT_KINDS): string | undefined {
  const written = spec?.[field];
  if (typeof written !== 'string' || written === '') return undefined;
  const defaultNamespace = metadata.namespace ?? 'default';
  return completeRef(written, { defaultKind: DEFAULT_KINDS[field], defaultNamespace });
}
