/** Which items of a list a step means: all of them, the one with a name, or those whose field has a value. */
export type FactSelector =
  | { readonly kind: 'every' }
  | { readonly kind: 'item'; readonly name: string }
  | { readonly kind: 'where'; readonly field: string; readonly value: string };

export interface FactStep {
  readonly field: string;
  readonly select?: FactSelector;
}

/** Names facts of a document: `backups[of=db].retention`, or asks about one: `addons[db].role=primary`. */
export interface FactPath {
  readonly steps: readonly FactStep[];
  readonly equals?: string;
}

// Letters that have a meaning of their own in a path; a name with one of them is written in quotes.
const SPECIAL_IN_FIELD = /[.[\]="\\]|^$/;
const SPECIAL_IN_SELECTOR = /[[\]="\\]|^$/;

/** Reads the grammar of fact paths; undefined when the text is not one. */
export function parseFactPath(text: string): FactPath | undefined {
  const steps: FactStep[] = [];
  let at = 0;
  for (;;) {
    const field = readName(text, at, '.[=');
    if (!field) return undefined;
    at = field.end;
    if (text[at] === '[') {
      const select = readSelector(text, at + 1);
      if (!select) return undefined;
      steps.push({ field: field.name, select: select.selector });
      at = select.end;
    } else {
      steps.push({ field: field.name });
    }
    if (at === text.length) return { steps };
    if (text[at] === '=') return { steps, equals: text.slice(at + 1) };
    if (text[at] !== '.') return undefined;
    at += 1;
  }
}

/** The text of a path; reading it gives the same path again. */
export function factPathText(path: FactPath): string {
  const steps = path.steps.map(
    step => fieldText(step.field) + (step.select ? selectorText(step.select) : ''),
  );
  return steps.join('.') + (path.equals === undefined ? '' : `=${path.equals}`);
}

/** A field of what a path names. */
export function fieldPath(parent: string, field: string): string {
  return parent === '' ? fieldText(field) : `${parent}.${fieldText(field)}`;
}

/** One item of the list a path names. */
export function itemPath(list: string, name: string): string {
  return `${list}[${nameText(name)}]`;
}

/** The same path with every selector emptied: where in the model it is, whichever items it names. */
export function modelPath(path: string): string {
  const parsed = parseFactPath(path);
  if (!parsed) return path;
  return factPathText({
    steps: parsed.steps.map(step =>
      step.select ? { field: step.field, select: { kind: 'every' } } : step,
    ),
  });
}

function selectorText(selector: FactSelector): string {
  switch (selector.kind) {
    case 'every':
      return '[]';
    case 'item':
      return `[${nameText(selector.name)}]`;
    case 'where':
      return `[${nameText(selector.field)}=${nameText(selector.value)}]`;
    default:
      throw new Error(selector satisfies never);
  }
}

function fieldText(name: string): string {
  return SPECIAL_IN_FIELD.test(name) ? JSON.stringify(name) : name;
}

function nameText(name: string): string {
  return SPECIAL_IN_SELECTOR.test(name) ? JSON.stringify(name) : name;
}

function readSelector(
  text: string,
  start: number,
): { selector: FactSelector; end: number } | undefined {
  if (text[start] === ']') return { selector: { kind: 'every' }, end: start + 1 };
  const first = readName(text, start, '=]');
  if (!first) return undefined;
  if (text[first.end] === ']')
    return { selector: { kind: 'item', name: first.name }, end: first.end + 1 };
  if (text[first.end] !== '=') return undefined;
  const value = readName(text, first.end + 1, ']');
  if (!value || text[value.end] !== ']') return undefined;
  return { selector: { kind: 'where', field: first.name, value: value.name }, end: value.end + 1 };
}

/** A name up to one of the letters that end it, or a quoted one. */
function readName(
  text: string,
  start: number,
  ends: string,
): { name: string; end: number } | undefined {
  if (text[start] === '"') return readQuoted(text, start);
  let end = start;
  while (end < text.length && !ends.includes(text.charAt(end))) end += 1;
  const name = text.slice(start, end);
  return name === '' || name.includes('[') || name.includes(']') ? undefined : { name, end };
}

function readQuoted(text: string, start: number): { name: string; end: number } | undefined {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  if (text[end] !== '"') return undefined;
  try {
    return { name: JSON.parse(text.slice(start, end + 1)), end: end + 1 };
  } catch {
    return undefined;
  }
}
