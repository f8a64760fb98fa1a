// Reads entities from files as the catalog would. `$text`, `$json` and `$yaml` includes are left as they are: a document
// that needs one cannot be read here, and holds.
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { parseAllDocuments, type Document } from 'yaml';
import { wrongUse } from '../failure';
import type { Files } from '../world';

export interface FileCatalog {
  readonly folder: string;
  /** Domains, Systems and Components, by ref. */
  readonly entities: ReadonlyMap<string, Entity>;
  readonly fileCount: number;
}

const KINDS = ['domain', 'system', 'component'];
// Other YAML, such as templates of charts, may lie beside it and need not be valid.
const IS_CATALOG = /^\s*["']?apiVersion["']?\s*:\s*["']?backstage\.io\//m;

/** All catalog files below a folder. What cannot be read might hold a freeze, so it ends the command. */
export function readCatalog(folder: string, files: Files): FileCatalog {
  const paths = files.list(folder, ['.yaml', '.yml']);
  if (paths === undefined) throw wrongUse(`--offline: there is no folder ${folder}.`);
  const entities = new Map<string, Entity>();
  const places = new Map<string, string>();
  let fileCount = 0;
  for (const path of paths) {
    const text = files.read(path) ?? '';
    if (!IS_CATALOG.test(text)) continue;
    fileCount += 1;
    for (const entity of entitiesIn(text, path)) {
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

function entitiesIn(text: string, path: string): readonly Entity[] {
  const documents = parseAllDocuments(text, { prettyErrors: false });
  return [...documents].flatMap(document => {
    const [error] = document.errors;
    // The parser's own message quotes the line, which may hold what nobody should see.
    if (error !== undefined)
      throw wrongUse(
        `--offline: ${path}, line ${lineAt(text, error.pos[0])} is no YAML (${error.code}).`,
      );
    const value = valueOf(document, path);
    return isEntity(value) && KINDS.includes(value.kind.toLowerCase()) ? [value] : [];
  });
}

function valueOf(document: Document, path: string): unknown {
  try {
    return document.toJS();
  } catch {
    throw wrongUse(`--offline: ${path} has more aliases than can be followed.`);
  }
}

function isEntity(value: unknown): value is Entity {
  if (typeof value !== 'object' || value === null) return false;
  const { apiVersion, kind, metadata } = value as {
    apiVersion?: unknown;
    kind?: unknown;
    metadata?: { name?: unknown } | null;
  };
  return (
    typeof apiVersion === 'string' &&
    apiVersion.startsWith('backstage.io/') &&
    typeof kind === 'string' &&
    typeof metadata?.name === 'string'
  );
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
