import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';

export type Fields = Readonly<Record<string, unknown>>;

/** A pipeline file as plain data, with the line of what is at a path. */
export interface ParsedPipeline {
  readonly root: Fields;
  lineOf(path: readonly (string | number)[]): number | undefined;
}

/** Why a file could not be read, in our words: its text is never repeated. */
export class PipelineFileError extends Error {
  override readonly name = 'PipelineFileError';
}

const MAX_CHARACTERS = 1_000_000;
const MAX_ALIASES = 1000;

/** @throws PipelineFileError */
export function parsePipeline(text: string): ParsedPipeline {
  if (text.length > MAX_CHARACTERS)
    throw new PipelineFileError(`larger than ${MAX_CHARACTERS / 1_000_000} MB`);
  const lines = new LineCounter();
  const document = parseDocument(text, { merge: true, lineCounter: lines, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new PipelineFileError(`no YAML at line ${line}, column ${col} (${error.code})`);
  }
  const root = toData(document);
  if (!isFields(root)) throw new PipelineFileError('no mapping at the top');
  return { root, lineOf: path => lineAt(document, path, lines) };
}

function toData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    // The only reason is an alias that is unknown or repeated too often.
    throw new PipelineFileError('its aliases cannot be resolved, or are repeated too often');
  }
}

function lineAt(
  document: Document,
  path: readonly (string | number)[],
  lines: LineCounter,
): number | undefined {
  let node: unknown = document.contents;
  for (const step of path) {
    node = resolved(node, document);
    if (isMap(node)) {
      node = node.items.find(
        pair => isScalar(pair.key) && String(pair.key.value) === String(step),
      )?.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
    } else {
      return undefined;
    }
  }
  const range = (resolved(node, document) as Node | undefined)?.range;
  return range ? lines.linePos(range[0]).line : undefined;
}

function resolved(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
