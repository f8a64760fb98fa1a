import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

export const CATALOG_FOLDER = resolve(__dirname, '../../../../../catalog');

export interface LoadedEntity {
  readonly ref: string;
  readonly entity: Entity;
  /** Relative to the catalog folder. */
  readonly file: string;
}

/** Every entity that can be reached from `all.yaml`, read from disk as the portal would. Throws where a file is missing or is no YAML. */
export function loadCatalog(file = 'all.yaml'): readonly LoadedEntity[] {
  const loaded: LoadedEntity[] = [];
  for (const entity of entitiesIn(file)) {
    loaded.push({ ref: stringifyEntityRef(entity), entity, file });
    for (const target of targetsOf(entity)) {
      loaded.push(...loadCatalog(join(dirname(file), target)));
    }
  }
  return loaded;
}

function targetsOf({ kind, spec }: Entity): readonly string[] {
  if (kind !== 'Location' || !Array.isArray(spec?.targets)) return [];
  return spec.targets.filter(target => typeof target === 'string');
}

function entitiesIn(file: string): readonly Entity[] {
  const text = readFileSync(resolve(CATALOG_FOLDER, file), 'utf8');
  const entities: Entity[] = [];
  for (const document of parseAllDocuments(text)) {
    const problem = document.errors[0];
    if (problem) throw new Error(`${file}: ${problem.message}`);
    entities.push(document.toJS() as Entity);
  }
  return entities;
}
