import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type ChainLink,
  type EffectiveInfra,
  type ReadResult,
  combineParts,
  effectiveInfra,
  readInfraDocument,
} from 'backstage-plugin-infra-overview-common';
import { type LoadedEntity } from './loadCatalog';

const PARENT_FIELDS = { component: 'system', system: 'domain', domain: 'subdomainOf' } as const;

type Level = keyof typeof PARENT_FIELDS;

/** The documents that hold for an entity, outermost first. The catalog here is small and has no cycles: a wrong ref throws. */
export function chainOf(catalog: readonly LoadedEntity[], ref: string): readonly ChainLink[] {
  const found = catalog.find(one => one.ref === ref);
  if (!found) throw new Error(`${ref} is not in the catalog`);
  const level = levelOf(found);
  const parent = parentOf(found, level);
  const result = documentOf(found);
  const link: ChainLink = {
    entityRef: ref,
    level,
    ...(result.outcome === 'read' ? { document: result.document } : {}),
  };
  return parent === undefined ? [link] : [...chainOf(catalog, parent), link];
}

/** What holds for an entity; a System together with its Components. */
export function effectiveOf(catalog: readonly LoadedEntity[], ref: string): EffectiveInfra {
  const own = effectiveInfra(chainOf(catalog, ref));
  const parts = catalog.filter(
    one => one.entity.kind === 'Component' && parentOf(one, 'component') === ref,
  );
  if (parts.length === 0) return own;
  return combineParts(
    own,
    parts.map(part => effectiveInfra(chainOf(catalog, part.ref))),
  );
}

export function documentOf(loaded: LoadedEntity): ReadResult {
  return readInfraDocument(loaded.entity.spec?.infra, {
    entityRef: loaded.ref,
    kind: loaded.entity.kind,
  });
}

function parentOf(loaded: LoadedEntity, level: Level): string | undefined {
  const field = PARENT_FIELDS[level];
  const parent = loaded.entity.spec?.[field];
  if (typeof parent !== 'string') return undefined;
  return stringifyEntityRef(
    parseEntityRef(parent, {
      defaultKind: field === 'system' ? 'system' : 'domain',
      defaultNamespace: 'default',
    }),
  );
}

function levelOf(loaded: LoadedEntity): Level {
  const level = loaded.entity.kind.toLowerCase();
  if (level === 'component' || level === 'system' || level === 'domain') return level;
  throw new Error(`${loaded.ref} has no level of its own`);
}
