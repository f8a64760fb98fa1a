import type { ObservedFact, ObservedFields } from '../../observed';
import { parseInstant, type Instant } from '../../time';

/** A fact without who saw it and when. */
export type FactDraft = Pick<ObservedFact, 'kind' | 'words' | 'value' | 'tone'>;

export function textOf(fields: ObservedFields, name: string): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function flagOf(fields: ObservedFields, name: string): boolean | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'boolean' ? value : undefined;
}

export function numberOf(fields: ObservedFields, name: string): number | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'number' ? value : undefined;
}

export function instantOf(fields: ObservedFields, name: string): Instant | undefined {
  const text = textOf(fields, name);
  return text === undefined ? undefined : parseInstant(text);
}
