import type { JsonValue } from '@backstage/types';

export type Parameters = Readonly<Record<string, JsonValue>>;

const REFERENCE = /^P\.([A-Za-z]\w*)$/;
/** Texts for people may begin with `P.`; these parts of a check ask. */
const ASKING_PARTS: readonly string[] = [
  'rule',
  'applies',
  'onlyIf',
  'attest',
  'level',
  'observedMaxAge',
];
const WORDS: ReadonlySet<string> = new Set(['statement']);

export interface PutIn {
  readonly value: unknown;
  /** Names that were asked for. */
  readonly used: ReadonlySet<string>;
  readonly missing: readonly {
    readonly name: string;
    readonly path: readonly (string | number)[];
  }[];
}

/** A check with the values of its parameters in place of `P.x`. */
export function putParametersIn(
  check: Readonly<Record<string, unknown>>,
  values: Parameters,
): PutIn {
  const used = new Set<string>();
  const missing: { name: string; path: readonly (string | number)[] }[] = [];

  const valueOf = (reference: string, path: readonly (string | number)[]): unknown => {
    const name = REFERENCE.exec(reference)?.[1];
    if (name === undefined) return reference;
    used.add(name);
    if (Object.hasOwn(values, name)) return values[name];
    missing.push({ name, path });
    return reference;
  };

  const walk = (value: unknown, path: readonly (string | number)[]): unknown => {
    if (typeof value === 'string') return valueOf(value, path);
    if (Array.isArray(value)) {
      // A list inside a list is the list written out.
      return value.flatMap((item: unknown, index) =>
        typeof item === 'string' ? valueOf(item, [...path, index]) : [walk(item, [...path, index])],
      );
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, item]) => [
      key,
      WORDS.has(key) ? item : walk(item, [...path, key]),
    ]);
    return Object.fromEntries(entries);
  };

  const result = Object.fromEntries(
    Object.entries(check).map(([key, value]) => [
      key,
      ASKING_PARTS.includes(key) ? walk(value, [key]) : value,
    ]),
  );
  return { value: result, used, missing };
}
