import type { JsonObject, JsonValue } from '@backstage/types';
import { joined } from './joined';
import { scan } from './scan';

/** A place in a value where something looks like a secret. */
export interface SecretPlace {
  readonly rule: string;
  /** Such as `spec.infra.addons[1].note`; empty for the value itself. */
  readonly path: string;
}

interface Piece {
  readonly text: string;
  /** The path. */
  readonly from: string;
}

/** What looks like a secret anywhere in a value, the names of its fields included, by rule and place. */
export function secretsInValue(value: JsonValue, path = ''): readonly SecretPlace[] {
  const found = new Map<string, SecretPlace>();
  const { pieces, kubernetesSecrets } = textsIn(value, path);
  for (const place of kubernetesSecrets)
    found.set(`kubernetes-secret ${place}`, { rule: 'kubernetes-secret', path: place });
  const texts = joined(pieces);
  for (const { rule, index } of scan(texts.text)) {
    const place = texts.pieceAt(index)?.from;
    if (place !== undefined) found.set(`${rule} ${place}`, { rule, path: place });
  }
  return [...found.values()];
}

interface Texts {
  readonly pieces: Piece[];
  /** Their paths. */
  readonly kubernetesSecrets: string[];
}

interface Visit {
  readonly value: JsonValue | undefined;
  readonly path: string;
  /** The name it stands under: what a list holds stands under the name of the list. */
  readonly name: string;
}

/** Every text of a value with the name before it, as it would stand in a file. */
function textsIn(whole: JsonValue, start: string): Texts {
  const texts: Texts = { pieces: [], kubernetesSecrets: [] };
  // YAML may name one part many times over, to any depth: each is read once under each name.
  const read = new Map<object, Set<string>>();
  // Not by recursion: a value may be nested deeper than calls can be.
  const open: Visit[] = [{ value: whole, path: start, name: '' }];
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { value, path, name } = visit;
    if (typeof value === 'string' || typeof value === 'number') {
      texts.pieces.push({ text: name === '' ? `${value}` : `${name}: ${value}`, from: path });
      continue;
    }
    if (typeof value !== 'object' || value === null) continue;
    const names = read.get(value) ?? new Set();
    if (names.has(name)) continue;
    read.set(value, names.add(name));
    if (!Array.isArray(value)) noteObject(value, path, texts);
    open.push(...(Array.isArray(value) ? itemsIn(value, visit) : fieldsIn(value, path)).reverse());
  }
  return texts;
}

function itemsIn(list: readonly JsonValue[], { path, name }: Visit): Visit[] {
  return list.map((value, index) => ({ value, path: `${path}[${index}]`, name }));
}

function fieldsIn(object: JsonObject, path: string): Visit[] {
  return Object.entries(object).map(([name, value]) => ({ value, path: below(path, name), name }));
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function noteObject(object: JsonObject, path: string, { pieces, kubernetesSecrets }: Texts): void {
  if (isKubernetesSecret(object)) kubernetesSecrets.push(path);
  const pair = pairIn(object);
  if (pair !== undefined) pieces.push({ text: pair, from: below(path, 'value') });
}

/** `{ name: DB_PASSWORD, value: … }`, as lists of variables are written. */
function pairIn({ name, key, value }: JsonObject): string | undefined {
  const named = typeof name === 'string' ? name : key;
  return typeof named === 'string' && (typeof value === 'string' || typeof value === 'number')
    ? `${named}: ${value}`
    : undefined;
}

function isKubernetesSecret({ kind, data, stringData }: JsonObject): boolean {
  return (
    kind === 'Secret' &&
    [data, stringData].some(
      values => typeof values === 'object' && values !== null && Object.keys(values).length > 0,
    )
  );
}
