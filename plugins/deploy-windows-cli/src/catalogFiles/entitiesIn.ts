import type { Entity } from '@backstage/catalog-model';
import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import { wrongUse } from '../failure';
import { offsetOf } from './offsetOf';

/** An entity as a file holds it. */
export interface FileEntity {
  readonly entity: Entity;
  /** Where it begins. */
  readonly line: number;
  /** Of a path below `spec.infra`, or of the nearest thing around it. */
  readonly lineOf: (path: string) => number | undefined;
}

// Other YAML, such as templates of charts, may lie beside it and need not be valid.
const IS_CATALOG = /^\s*["']?apiVersion["']?\s*:\s*["']?backstage\.io\//m;

export function isCatalogText(text: string): boolean {
  return IS_CATALOG.test(text);
}

/** @param place how the file is called in what is said about it */
export function entitiesIn(text: string, place: string): readonly FileEntity[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { prettyErrors: false, lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  return [...documents].flatMap(document => {
    const [error] = document.errors;
    // The parser's own message quotes the line, which may hold what nobody should see.
    if (error !== undefined)
      throw wrongUse(`${place}, line ${lineAt(error.pos[0])} is no YAML (${error.code}).`);
    const value = valueOf(document, place);
    if (!isEntity(value)) return [];
    const start = document.contents?.range?.[0] ?? 0;
    const lineOf = (path: string) => lineAt(offsetOf(document, path) ?? start);
    return [{ entity: value, line: lineAt(start), lineOf }];
  });
}

function valueOf(document: Document, place: string): unknown {
  try {
    return document.toJS();
  } catch {
    throw wrongUse(`${place} has more aliases than can be followed.`);
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
