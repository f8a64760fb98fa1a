// Reads entities from files as the catalog would. `$text`, `$json` and `$yaml` includes are left as they are: a document
// that needs one cannot be read here, and holds.
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { isCatalogText } from 'backstage-plugin-infra-overview-cli/shared';
import { entitiesIn } from '../catalogFiles/entitiesIn';
import { wrongUse } from '../failure';
import type { Files } from '../world';

export interface FileCatalog {
  readonly folder: string;
  /** Domains, Systems and Components, by ref. */
  readonly entities: ReadonlyMap<string, Entity>;
  readonly fileCount: number;
}

const KINDS = ['domain', 'system', 'component'];

/** All catalog files below a folder. What cannot be read might hold a freeze, so it ends the command. */
export function readCatalog(folder: string, files: Files): FileCatalog {
  const paths = files.list(folder, ['.yaml', '.yml']);
  if (paths === undefined) throw wrongUse(`--offline: there is no folder ${folder}.`);
  const entities = new Map<string, Entity>();
  const places = new Map<string, string>();
  let fileCount = 0;
  for (const path of paths) {
    const text = files.read(path) ?? '';
    if (!isCatalogText(text)) continue;
    fileCount += 1;
    for (const { entity } of entitiesIn(text, `--offline: ${path}`)) {
      if (!KINDS.includes(entity.kind.toLowerCase())) continue;
      const ref = stringifyEntityRef(entity);
      const other = places.get(ref);
      if (other !== undefined)
        throw wrongUse(`--offline: ${ref} is in two files: ${other} and ${path}. Which one holds?`);
      places.set(ref, path);
      entities.set(ref, entity);
    }
  }
  if (entities.size === 0) {
    throw wrongUse(
      `--offline: no Domain, System or Component is in the YAML files below ${folder}.`,
    );
  }
  return { folder, entities, fileCount };
}
