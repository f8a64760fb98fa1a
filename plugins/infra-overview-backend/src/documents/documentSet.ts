import type { Entity } from '@backstage/catalog-model';
import { chainOf, parentRefOf, type EntityChain } from 'backstage-plugin-infra-overview-common';

/** The entities one overview is made of, as one caller sees them. */
export interface DocumentSet {
  readonly entityRef: string;
  readonly entity: Entity;
  /** Outermost first, the entity itself last. */
  readonly chain: EntityChain;
  /** Components of a System, by ref. */
  readonly parts: readonly Entity[];
  /** How many Components there are beyond those that are read. */
  readonly partsLeftOut: number;
  /** Every entity that was looked at, there or not. */
  readonly refs: readonly string[];
  /** Where documents were read from, by the ref of the entity; only when asked for. What the catalog refused is noted there. */
  readonly locations?: ReadonlyMap<string, Entity>;
}

/** What is known of the catalog so far: `undefined` is known not to be there for this caller. */
export type KnownEntities = ReadonlyMap<string, Entity | undefined>;

export type Gathered =
  | { readonly outcome: 'complete'; readonly set: DocumentSet }
  | { readonly outcome: 'not-found' }
  | { readonly outcome: 'needs'; readonly refs: readonly string[] };

/** A System with more Components is shown with the first ones by ref, and says so. */
export const MAX_PARTS = 200;
// One more than a chain has, so that the core sees where it was cut.
export const MAX_LEVELS = 11;

const KINDS = ['domain', 'system', 'component'] as const;
export type DocumentKind = (typeof KINDS)[number];

/** The kind in lower case when it is one that may carry a document. */
export function documentKindOf(kind: string): DocumentKind | undefined {
  const lower = kind.toLocaleLowerCase('en-US');
  return KINDS.find(known => known === lower);
}

/** Refs of the Components of a System. */
export function partsOf(entity: Entity): readonly string[] {
  if (documentKindOf(entity.kind) !== 'system') return [];
  const refs = new Set<string>();
  for (const relation of entity.relations ?? []) {
    if (relation.type === 'hasPart' && relation.targetRef.startsWith('component:'))
      refs.add(relation.targetRef);
  }
  return [...refs].sort();
}

/** Walks from an entity to everything its overview is made of; says what it still needs to know. */
export function gather(entityRef: string, known: KnownEntities): Gathered {
  if (!known.has(entityRef)) return { outcome: 'needs', refs: [entityRef] };
  const entity = known.get(entityRef);
  if (!entity) return { outcome: 'not-found' };

  const above = refsAbove(entityRef, known);
  const named = partsOf(entity);
  const below = named.slice(0, MAX_PARTS);
  const refs = [entityRef, ...above, ...below];
  const needs = refs.filter(ref => !known.has(ref));
  if (needs.length > 0) return { outcome: 'needs', refs: needs };

  return {
    outcome: 'complete',
    set: {
      entityRef,
      entity,
      chain: chainOf(present([entityRef, ...above], known), entityRef),
      // A part that the caller may not see is left out without a word: its name is not theirs to know.
      parts: [...present(below, known).values()],
      partsLeftOut: named.length - below.length,
      refs,
    },
  };
}

/** Refs of the chain as far as it is known; the last one may be unknown, or not there. */
function refsAbove(entityRef: string, known: KnownEntities): readonly string[] {
  const refs: string[] = [];
  let entity = known.get(entityRef);
  while (entity && refs.length < MAX_LEVELS) {
    const parent = parentRefOf(entity);
    if (parent === undefined || parent === entityRef || refs.includes(parent)) break;
    refs.push(parent);
    entity = known.get(parent);
  }
  return refs;
}

function present(refs: readonly string[], known: KnownEntities): Map<string, Entity> {
  const entities = new Map<string, Entity>();
  for (const ref of refs) {
    const entity = known.get(ref);
    if (entity) entities.set(ref, entity);
  }
  return entities;
}
