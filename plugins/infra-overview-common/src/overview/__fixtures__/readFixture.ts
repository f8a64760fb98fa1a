import { readInfraDocument } from '../../document';
import { parseInstant } from '../../time';
import { buildOverview, type ReadLink } from '../buildOverview';
import type { Overview, OverviewEntity } from '../overview';

/** 24 November 2026, 08:00 in UTC: a Tuesday. */
export const NOW = parseInstant('2026-11-24T08:00:00Z') ?? 0;

/** What a reader makes of a document as it is written. */
export function link(
  level: ReadLink['level'],
  entityRef: string,
  infra?: object,
  title?: string,
): ReadLink {
  return { entityRef, level, title, result: readInfraDocument(infra, { entityRef, kind: level }) };
}

export function anEntity(
  ref: string,
  title: string,
  more: Partial<OverviewEntity> = {},
): OverviewEntity {
  const [kind = '', rest = ''] = ref.split(':');
  const [namespace = '', name = ''] = rest.split('/');
  return { ref, kind, namespace, name, title, ...more };
}

export function anOverview(
  entity: OverviewEntity,
  chain: readonly ReadLink[],
  parts: readonly ReadLink[] = [],
): Overview {
  return buildOverview({ entity, chain, parts }, NOW);
}

/** The effective document of an overview that has one. */
export function effectiveOf({ effective }: Overview) {
  if (effective === undefined) throw new Error('no document was read');
  return effective;
}
