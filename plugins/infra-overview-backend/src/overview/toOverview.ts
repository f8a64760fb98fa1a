import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  buildOverview,
  partsLeftOut,
  readInfraDocument,
  type ChainLevel,
  type Instant,
  type Overview,
  type Problem,
  type ReadLink,
} from 'backstage-plugin-infra-overview-common';
import { MAX_PARTS, type DocumentSet } from '../documents/documentSet';
import { entityFacts } from './entityFacts';
import { isTimeZone } from './isTimeZone';
import { secretRefusal } from './secretRefusal';

/** Entities as the caller sees them → everything one page needs. Never throws on what an author wrote. */
export function toOverview(set: DocumentSet, now: Instant): Overview {
  const { links, problems } = set.chain;
  const domain = links.findLast(
    link => link.level === 'domain' && link.entityRef !== set.entityRef,
  )?.entityRef;
  return buildOverview(
    {
      entity: entityFacts(set.entity, domain),
      chain: links.map(link => readLink(link.entity, link.level, set)),
      parts: set.parts.map(part => readLink(part, 'component', set)),
      problems: [...problems, ...leftOut(set)],
      isTimeZone,
    },
    now,
  );
}

function readLink(entity: Entity, level: ChainLevel, { locations }: DocumentSet): ReadLink {
  const entityRef = stringifyEntityRef(entity);
  const { title } = entity.metadata;
  // The catalog goes on showing what it had before: that must not pass for what is so now.
  const refusal = secretRefusal(entity, locations?.get(entityRef));
  return {
    entityRef,
    level,
    ...(typeof title === 'string' && { title }),
    result: refusal
      ? { outcome: 'refused', problem: refusal }
      : readInfraDocument(entity.spec?.infra, { entityRef, kind: entity.kind }),
  };
}

function leftOut({ entityRef, partsLeftOut: count }: DocumentSet): readonly Problem[] {
  return count === 0 ? [] : [partsLeftOut(entityRef, { read: MAX_PARTS, leftOut: count })];
}
