import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { FileDocument } from './entitiesIn';
import type { CatalogFile } from './readFiles';

/** An entity and where it stands. */
export interface PlacedEntity extends FileDocument {
  readonly entity: Entity;
  readonly ref: string;
  readonly file: string;
}

export interface EntityIndex {
  readonly entities: ReadonlyMap<string, PlacedEntity>;
  /** Those whose ref was there already: the catalog takes one of them, and which is not known. */
  readonly repeated: readonly PlacedEntity[];
}

/** Entities by ref, full and in lower case. */
export function entityIndex(files: readonly CatalogFile[]): EntityIndex {
  const entities = new Map<string, PlacedEntity>();
  const repeated: PlacedEntity[] = [];
  for (const file of files) {
    if (file.state !== 'read') continue;
    for (const document of file.documents) {
      const { entity } = document;
      if (entity === undefined) continue;
      const ref = stringifyEntityRef(entity);
      const placed = { ...document, entity, ref, file: file.path };
      if (entities.has(ref)) repeated.push(placed);
      else entities.set(ref, placed);
    }
  }
  return { entities, repeated };
}
