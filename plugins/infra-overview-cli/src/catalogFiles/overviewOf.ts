import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import {
  buildOverview,
  chainOf,
  completeRef,
  readInfraDocument,
  type Overview,
  type OverviewEntity,
  type ReadLink,
} from 'backstage-plugin-infra-overview-common';
import type { World } from '../world';
import type { EntityIndex, PlacedEntity } from './entityIndex';

export interface FileOverview {
  readonly overview: Overview;
  /** Whether all above it is among the files: else nobody can say what is missing. */
  readonly isComplete: boolean;
}

/** The page of an entity, made of files alone: what stands above and below it, as far as it is there. */
export function overviewOf(
  placed: PlacedEntity,
  { entities }: EntityIndex,
  { now, isTimeZone }: Pick<World, 'now' | 'isTimeZone'>,
): FileOverview {
  const known = new Map([...entities].map(([ref, { entity }]) => [ref, entity]));
  const { links, problems } = chainOf(known, placed.ref);
  const parts = [...entities.values()].filter(other => isPartOf(other, placed));
  const overview = buildOverview(
    {
      entity: factsOf(placed),
      chain: links.map(({ entityRef, level }) => readLink(entityRef, level, entities)),
      parts: parts.map(({ ref }) => readLink(ref, 'component', entities)),
      problems,
      isTimeZone,
    },
    now(),
  );
  return { overview, isComplete: problems.length === 0 };
}

function readLink(
  entityRef: string,
  level: ReadLink['level'],
  entities: EntityIndex['entities'],
): ReadLink {
  const placed = entities.get(entityRef);
  const title = placed?.entity.metadata.title;
  return {
    entityRef,
    level,
    ...(typeof title === 'string' && { title }),
    result: readInfraDocument(placed?.entity.spec?.infra, {
      entityRef,
      kind: placed?.entity.kind,
      lineOf: placed?.lineOf,
    }),
  };
}

function isPartOf({ entity }: PlacedEntity, system: PlacedEntity): boolean {
  if (system.entity.kind.toLowerCase() !== 'system' || entity.kind.toLowerCase() !== 'component')
    return false;
  return refIn(entity, 'system') === system.ref;
}

function refIn(entity: Entity, field: string, defaultKind = field): string | undefined {
  const written = entity.spec?.[field];
  if (typeof written !== 'string') return undefined;
  const defaultNamespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  return completeRef(written, { defaultKind, defaultNamespace });
}

function factsOf({ entity, ref }: PlacedEntity): OverviewEntity {
  const { metadata, spec } = entity;
  const facts = {
    description: textOf(metadata.description),
    owner: refIn(entity, 'owner', 'group'),
    lifecycle: textOf(spec?.lifecycle),
    type: textOf(spec?.type),
    system: refIn(entity, 'system'),
    domain: refIn(entity, 'domain'),
  };
  return {
    ref,
    kind: entity.kind,
    namespace: metadata.namespace ?? DEFAULT_NAMESPACE,
    name: metadata.name,
    title: textOf(metadata.title) ?? metadata.name,
    ...(Object.fromEntries(
      Object.entries(facts).filter(([, value]) => value !== undefined),
    ) as Partial<OverviewEntity>),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
