import { stringifyEntityRef } from '@backstage/catalog-model';
import { wrongUse } from '../failure';
import type { Files } from '../world';
import { isCatalogText } from 'backstage-plugin-infra-overview-cli/shared';
import { entitiesIn, type FileEntity } from './entitiesIn';

export interface PlacedEntity extends FileEntity {
  /** Full, lower case. */
  readonly ref: string;
  readonly file: string;
}

export interface CatalogFiles {
  /** Of every kind, by ref. */
  readonly entities: ReadonlyMap<string, PlacedEntity>;
  readonly fileCount: number;
}

/** All entities in files and folders. What cannot be read ends the command: an answer without it could be another one. */
export function readFiles(paths: readonly string[], files: Files): CatalogFiles {
  const entities = new Map<string, PlacedEntity>();
  const read = new Set<string>();
  let fileCount = 0;
  for (const [path, text] of paths.flatMap(given => textsAt(given, files))) {
    if (read.has(path) || !isCatalogText(text)) continue;
    read.add(path);
    fileCount += 1;
    for (const found of entitiesIn(text, path)) {
      const ref = stringifyEntityRef(found.entity);
      const other = entities.get(ref);
      if (other !== undefined) throw twice(ref, other, { file: path, line: found.line });
      entities.set(ref, { ...found, ref, file: path });
    }
  }
  if (fileCount === 0) {
    throw wrongUse(
      `No catalog file is at ${paths.join(', ')}.`,
      'A catalog file is YAML with apiVersion: backstage.io/… in it.',
    );
  }
  return { entities, fileCount };
}

function textsAt(given: string, files: Files): readonly (readonly [string, string])[] {
  const path = given.replace(/(?<=.)\/+$/, '');
  const inside = files.list(path, ['.yaml', '.yml']);
  if (inside !== undefined) return inside.map(file => [file, files.read(file) ?? ''] as const);
  const text = files.read(path);
  if (text === undefined) throw wrongUse(`There is no file or folder ${path}.`);
  return [[path, text]];
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function twice(ref: string, one: Place, other: Place) {
  return wrongUse(
    `${ref} is there twice: ${one.file}, line ${one.line}, and ${other.file}, line ${other.line}.`,
    'Leave one of them out, or name the files that hold one by one.',
  );
}
