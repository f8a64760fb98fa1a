import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';

export type BoundFacts = NonNullable<CheckAnswer['attest']>['boundTo'];
type Json = BoundFacts[string];

export interface FactRow {
  readonly name: string;
  readonly now: readonly string[];
  /** Absent where nothing is compared. */
  readonly before?: readonly string[];
  readonly isChanged: boolean;
  /** Of a list: what came and what went. */
  readonly came: readonly string[];
  readonly went: readonly string[];
}

/** Facts of a confirmation side by side: as they were, as they are. */
export function factRows(now: BoundFacts, before: BoundFacts | undefined): readonly FactRow[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(now)])];
  return names.map(name => {
    const current = factLines(now[name]);
    if (before === undefined) {
      return { name, now: current, isChanged: false, came: [], went: [] };
    }
    const earlier = factLines(before[name]);
    const isList = Array.isArray(now[name]) && Array.isArray(before[name]);
    return {
      name,
      now: current,
      before: earlier,
      isChanged: canonical(now[name]) !== canonical(before[name]),
      came: isList ? current.filter(line => !earlier.includes(line)) : [],
      went: isList ? earlier.filter(line => !current.includes(line)) : [],
    };
  });
}

export function sameBoundFacts(a: BoundFacts, b: BoundFacts): boolean {
  return canonical(a) === canonical(b);
}

/** A value as lines to read. Not stated, none and a value are three things. */
export function factLines(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null) return ['not stated'];
  if (Array.isArray(value)) return value.length === 0 ? ['none'] : value.map(factText);
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    return entries.length === 0
      ? ['none']
      : entries.map(([name, part]) => `${name}: ${factText(part)}`);
  }
  return [String(value)];
}

/** `alertPeople` reads `Alert people`. */
export function factName(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('.', ' ')
    .toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A value in one line. */
export function factText(value: Json | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return factLines(value).join(', ');
}

function canonical(value: Json | undefined): string {
  return JSON.stringify(sorted(value)) ?? '';
}

function sorted(value: unknown): unknown {
  // The order of a list carries no meaning, nor does that of the names of an object.
  if (Array.isArray(value)) return value.map(item => JSON.stringify(sorted(item))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
}
