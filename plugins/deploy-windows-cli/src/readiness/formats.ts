import type { Values } from '../arguments/options';

export type Format = 'text' | 'json' | 'markdown';
export type FailOn = 'must' | 'any' | 'nothing';

export function formatOf({ format = 'text' }: Values): Format {
  return format as Format;
}

export function failOnOf(values: Values): FailOn {
  return (values['fail-on'] ?? 'must') as FailOn;
}
