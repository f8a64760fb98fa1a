import { dirname, join, normalize } from 'node:path';
import { wrongUse } from '../failure';
import type { Files } from '../world';
import { entitiesIn, isCatalogText, type FileDocument, type ReadFile } from './entitiesIn';

/** A larger file is refused by the catalog too: half a look would be none. */
export const LARGEST_FILE = 2 * 1024 * 1024;

export type CatalogFile =
  | { readonly path: string; readonly state: 'too-large' }
  /** Named, or included, but no text. */
  | { readonly path: string; readonly state: 'binary' }
  /** Taken over as text by an entity; what is in it is nobody's document. */
  | { readonly path: string; readonly state: 'included'; readonly text: string }
  | ({ readonly path: string; readonly state: 'read'; readonly text: string } & ReadFile);

const ENDINGS = ['.yaml', '.yml', '.json'];

/** Catalog files among files and folders, and what they include. A file that is named is read whatever it is. */
export function readFiles(given: readonly string[], files: Files): readonly CatalogFile[] {
  const read = new Map<string, CatalogFile>();
  for (const [path, isNamed] of given.flatMap(one => pathsAt(one, files))) {
    if (read.has(path)) continue;
    const file = readOne(path, files);
    if (isNamed || isOfCatalog(file)) read.set(path, file);
  }
  for (const { path, documents } of [...read.values()].flatMap(file =>
    file.state === 'read' ? [file] : [],
  )) {
    for (const target of documents.flatMap(includedIn)) {
      const included = normalize(join(dirname(path), target));
      if (!read.has(included) && files.kindOf(included) === 'file')
        read.set(included, asIncluded(readOne(included, files)));
    }
  }
  return [...read.values()];
}

function pathsAt(
  given: string,
  files: Files,
): readonly (readonly [path: string, isNamed: boolean])[] {
  const path = normalize(given).replace(/(?<=.)\/+$/, '');
  const kind = files.kindOf(path);
  if (kind === undefined) throw wrongUse(`There is no file or folder ${given}.`);
  if (kind === 'file') return [[path, true]];
  const found = [...files.list(path)].filter(file => ENDINGS.some(ending => file.endsWith(ending)));
  return found.map(file => [file, false] as const);
}

function readOne(path: string, files: Files): CatalogFile {
  const bytes = files.read(path, LARGEST_FILE);
  if (bytes === undefined) return { path, state: 'too-large' };
  const text = Buffer.from(bytes).toString('utf8');
  if (text.includes('\0')) return { path, state: 'binary' };
  if (!isCatalogText(text)) return { path, state: 'included', text };
  return { path, state: 'read', text, ...entitiesIn(text) };
}

// What is too large to be looked into may well be one.
function isOfCatalog({ path, state }: CatalogFile): boolean {
  return state === 'read' || (state === 'too-large' && !path.endsWith('.json'));
}

function asIncluded(file: CatalogFile): CatalogFile {
  return file.state === 'read' ? { path: file.path, state: 'included', text: file.text } : file;
}

function includedIn({ entity, value }: FileDocument): readonly string[] {
  return entity === undefined ? [] : [...placeholdersIn(value)];
}

function* placeholdersIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  const [[key, target] = ['', undefined]] = entries;
  const isPlaceholder = entries.length === 1 && ['$text', '$json', '$yaml'].includes(key);
  if (isPlaceholder && typeof target === 'string' && !/^[a-z][a-z\d+.-]*:/i.test(target))
    yield target;
  for (const [, inner] of entries) yield* placeholdersIn(inner);
}
