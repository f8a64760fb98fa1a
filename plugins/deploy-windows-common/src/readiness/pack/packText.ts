import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';

export type TextPath = readonly (string | number)[];

export interface PackText {
  readonly value: unknown;
  /** Line of what stands at a path, or of the nearest thing around it that does. */
  readonly lineOf: (path: TextPath) => number | undefined;
  readonly problem?: { readonly message: string; readonly line?: number };
}

/** YAML with its lines. Tags and repeated keys are refused: both would mean something else than what a reader sees. */
export function packText(text: string): PackText {
  try {
    return parsed(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { value: undefined, lineOf: () => undefined, problem: { message } };
  }
}

function parsed(text: string): PackText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const lineOf = (path: TextPath) => {
    const offset = offsetOf(document.contents ?? undefined, path);
    return offset === undefined ? undefined : lineAt(offset);
  };
  const wrong = document.errors[0] ?? document.warnings[0];
  if (wrong !== undefined) {
    const problem = { message: wrong.message, line: lineAt(wrong.pos[0]) };
    return { value: undefined, lineOf, problem };
  }
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  // What contains itself has no end, and what is nested without end has none for us.
  JSON.stringify(value);
  return { value, lineOf };
}

function offsetOf(start: Node | undefined, path: TextPath): number | undefined {
  let node: unknown = start;
  let offset = start?.range?.[0];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (pair === undefined) return offset;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
      continue;
    }
    if (!isSeq(node) || typeof step !== 'number') return offset;
    const item = node.items[step] as Node | undefined;
    if (item === undefined) return offset;
    offset = item.range?.[0] ?? offset;
    node = item;
  }
  return offset;
}
