import { fitsField } from '../../document';
import { dayOf, type SeenValue } from '../compare/compareValues';
import type { YamlValue } from './yamlText';

/** A value as the document would write it; undefined where the model has no such field, or none that can say this. */
export function documentValue(path: string, value: SeenValue): YamlValue | undefined {
  for (const form of formsOf(value)) if (isWritable(path, form)) return form;
  return undefined;
}

/** As it was seen, then as a document would have it: a day for an instant, a closed word in small letters. */
function formsOf(value: SeenValue): readonly YamlValue[] {
  if (typeof value === 'string') {
    const day = dayOf(value);
    return [...(day === undefined ? [] : [day]), value, value.toLowerCase()];
  }
  if (typeof value === 'number') return Number.isFinite(value) ? [value] : [];
  if (typeof value === 'boolean') return [value];
  return [value as YamlValue];
}

function isWritable(path: string, value: YamlValue): boolean {
  if (typeof value !== 'object' || Array.isArray(value)) return fitsField(path, value);
  return Object.entries(value).every(([field, inner]) => fitsField(`${path}.${field}`, inner));
}
