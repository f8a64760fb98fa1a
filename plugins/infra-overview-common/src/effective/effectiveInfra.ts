import type { JsonObject } from '@backstage/types';
import { SCHEMA, type Addon, type InfraDocument, type RequestPath } from '../document';
import type { ChainLink } from './chain';
import { dropOrphans } from './dropOrphans';
import { merge } from './merge';
import type { Origins } from './origin';
import { distinctReferences } from './renameReferences';
import type { Source } from './statement';
import { keepZones } from './keepZones';

/** What holds for one entity after the documents above it were merged in. Plain JSON, travels over the wire. */
export interface EffectiveInfra {
  readonly entityRef: string;
  readonly document: InfraDocument;
  readonly origins: Origins;
  /** Add-ons the standard offers and the project does not use (`selection: when-needed`). */
  readonly offers: readonly Addon[];
  /** Only where a System has several Components with a picture each and none of its own. */
  readonly requestPaths?: readonly OwnedRequestPath[];
}

export interface OwnedRequestPath {
  readonly entityRef: string;
  readonly requestPath: RequestPath;
}

/** Merges a chain, outermost first. The last link is the entity the answer is about, with or without a document of its own. */
export function effectiveInfra(chain: readonly ChainLink[]): EffectiveInfra {
  const [start, ...above] = [...chain].reverse();
  if (start === undefined) throw new Error('A chain has at least the entity itself');
  const sources: readonly [Source, ...Source[]] = [
    sourceOf(start),
    ...above.filter(link => link.document !== undefined).map(sourceOf),
  ];
  const merged = dropOrphans(merge(distinctReferences(sources)), start.entityRef);
  const { document, origins, offers } = keepZones(merged, sources);
  if (document.schema === undefined) {
    document.schema = SCHEMA;
    origins.schema = { level: 'built-in', path: 'schema' };
  }
  return {
    entityRef: start.entityRef,
    document: document as unknown as InfraDocument,
    origins,
    offers: offers as unknown as readonly Addon[],
  };
}

function sourceOf({ entityRef, level, document }: ChainLink): Source {
  return { entityRef, level, document: (document ?? {}) as unknown as JsonObject };
}
