import { type Entity, parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { InfraDocument, Problem } from '../document';

export type ChainLevel = 'domain' | 'system' | 'component';

/** One entity of the chain with its document. A chain is written outermost first. */
export interface ChainLink {
  readonly entityRef: string;
  readonly level: ChainLevel;
  readonly title?: string;
  readonly document?: InfraDocument;
}

/** The entities above one, outermost first, the one itself last. Their documents are still unread. */
export interface EntityChain {
  readonly links: readonly EntityLink[];
  readonly problems: readonly Problem[];
}

export interface EntityLink {
  readonly entityRef: string;
  readonly level: ChainLevel;
  readonly title?: string;
  readonly entity: Entity;
}

const LONGEST_CHAIN = 10;

/** Component → `spec.system` → `spec.domain` → `spec.subdomainOf` …. What cannot be found is a problem, what can be is used. */
export function chainOf(entities: ReadonlyMap<string, Entity>, startRef: string): EntityChain {
  const links: EntityLink[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  let ref: string | undefined = completeRef(startRef);
  let child: { readonly ref: string; readonly field: string } | undefined;

  while (ref !== undefined && links.length < LONGEST_CHAIN) {
    const entity = entities.get(ref);
    if (seen.has(ref)) {
      if (child) problems.push(cycle(child, ref));
      break;
    }
    if (entity === undefined) {
      if (child) problems.push(missingParent(child, ref));
      break;
    }
    seen.add(ref);
    links.push(linkOf(ref, entity));
    const parent = parentOf(entity);
    child = { ref, field: parent?.field ?? '' };
    ref = parent?.ref;
  }
  return { links: links.reverse(), problems };
}

/** The full ref of the entity above this one, for loading chains level by level. */
export function parentRefOf(entity: Entity): string | undefined {
  return parentOf(entity)?.ref;
}

/** Short forms completed as the catalog does. Undefined where the text is no ref. */
export function completeRef(
  ref: string,
  context?: { readonly defaultKind?: string; readonly defaultNamespace?: string },
): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(ref, context));
  } catch {
    return undefined;
  }
}

interface Parent {
  readonly ref: string;
  readonly field: string;
}

function parentOf(entity: Entity): Parent | undefined {
  switch (levelOf(entity)) {
    case 'domain':
      return parentBy(entity, 'subdomainOf', 'domain');
    case 'system':
      return parentBy(entity, 'domain', 'domain');
    default:
      return parentBy(entity, 'system', 'system');
  }
}

function parentBy(entity: Entity, field: string, defaultKind: string): Parent | undefined {
  const written = entity.spec?.[field];
  if (typeof written !== 'string') return undefined;
  const defaultNamespace = entity.metadata.namespace ?? 'default';
  // A ref that does not parse is reported as missing under the words that were written.
  const ref = completeRef(written, { defaultKind, defaultNamespace }) ?? written;
  return { ref, field: `spec.${field}` };
}

function levelOf(entity: Entity): ChainLevel {
  const kind = entity.kind.toLowerCase();
  return kind === 'domain' || kind === 'system' ? kind : 'component';
}

function linkOf(entityRef: string, entity: Entity): EntityLink {
  const { title } = entity.metadata;
  return { entityRef, level: levelOf(entity), entity, ...(title !== undefined && { title }) };
}

function missingParent(child: Parent, ref: string): Problem {
  return {
    code: 'missing-parent',
    severity: 'warning',
    path: child.field,
    entityRef: child.ref,
    message: `${child.ref} names ${ref}, which is not in the catalog; its standards are left out`,
  };
}

function cycle(child: Parent, ref: string): Problem {
  return {
    code: 'cycle',
    severity: 'warning',
    path: child.field,
    entityRef: child.ref,
    message: `${child.ref} names ${ref}, which is below it; the chain ends here`,
    fix: `Name another parent in ${child.field}, or none`,
  };
}
