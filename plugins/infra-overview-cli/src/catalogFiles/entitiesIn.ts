import type { Entity } from '@backstage/catalog-model';
import type { JsonValue } from '@backstage/types';
import { parseFactPath } from 'backstage-plugin-infra-overview-common';
import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import { factPlace, offsetAt, valuePlace } from './offsetAt';

/** One YAML document of a file. */
export interface FileDocument {
  readonly value: JsonValue;
  readonly entity?: Entity;
  readonly line: number;
  /** Of a fact path below `spec.infra`, or of the nearest thing around it. */
  readonly lineOf: (factPath: string) => number;
  /** Of a path from the top, as a search for secrets writes it. */
  readonly lineAt: (path: string) => number;
}

export interface SyntaxError {
  readonly line: number;
  readonly column: number;
  /** Of the parser: its message quotes the line. */
  readonly code: string;
}

export interface ReadFile {
  readonly documents: readonly FileDocument[];
  readonly errors: readonly SyntaxError[];
}

// Other YAML, such as templates of charts, may lie beside it.
const IS_CATALOG = /^\s*(?:- )?[{\s]*["']?apiVersion["']?\s*:\s*["']?(?:[\w-]+\.)*backstage\.io\//m;

export function isCatalogText(text: string): boolean {
  return (
    IS_CATALOG.test(text) || /[{,]\s*"apiVersion"\s*:\s*"(?:[\w-]+\.)*backstage\.io\//.test(text)
  );
}

export function entitiesIn(text: string): ReadFile {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  const documents: FileDocument[] = [];
  const errors: SyntaxError[] = [];
  const lineAt = (offset: number) => lines.linePos(offset).line;
  for (const document of parsed) {
    const [error] = document.errors;
    if (error !== undefined) {
      const { line, col } = lines.linePos(error.pos[0]);
      errors.push({ line, column: col, code: error.code });
      continue;
    }
    const start = document.contents?.range?.[0] ?? 0;
    const value = valueOf(document);
    if (value === undefined) {
      errors.push({ line: lineAt(start), column: 1, code: 'TOO_MANY_ALIASES' });
      continue;
    }
    documents.push({
      value,
      ...(isEntity(value) && { entity: value }),
      line: lineAt(start),
      lineOf: path =>
        lineAt(offsetAt(document, factPlace(parseFactPath(path)?.steps ?? [])) ?? start),
      lineAt: path => lineAt(offsetAt(document, valuePlace(path)) ?? start),
    });
  }
  return { documents, errors };
}

function valueOf(document: Document): JsonValue | undefined {
  try {
    const value = (document.toJS() ?? null) as JsonValue;
    // An alias may stand inside of what it names: such a circle is no value.
    JSON.stringify(value);
    return value;
  } catch {
    return undefined;
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
    typeof apiVersion === 'string' && typeof kind === 'string' && typeof metadata?.name === 'string'
  );
}
