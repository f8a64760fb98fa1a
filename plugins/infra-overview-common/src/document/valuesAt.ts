import type { InfraDocument } from './document';
import { fieldPath } from './factPath';
import { itemPathIn } from './fieldAt';

export interface FoundValue {
  /** Fact path with the names of the items. */
  readonly path: string;
  readonly value: unknown;
}

/** Every value a model path such as `addons[].credentials[]` reaches in one document. */
export function valuesAt(document: InfraDocument, modelPath: string): readonly FoundValue[] {
  let found: readonly FoundValue[] = [{ path: '', value: document }];
  for (const step of modelPath.split('.')) {
    const isList = step.endsWith('[]');
    const name = isList ? step.slice(0, -2) : step;
    found = found.flatMap(({ path, value }) =>
      inside(path, value, name, isList ? 'items' : 'value'),
    );
  }
  return found;
}

function inside(
  path: string,
  value: unknown,
  name: string,
  wanted: 'items' | 'value',
): readonly FoundValue[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
  const content = (value as Readonly<Record<string, unknown>>)[name];
  const at = fieldPath(path, name);
  if (content === undefined) return [];
  if (wanted === 'value') return [{ path: at, value: content }];
  if (!Array.isArray(content)) return [];
  return content.map((item, index) => ({
    // Items that are plain words have no path of their own.
    path: typeof item === 'object' ? itemPathIn(at, item, index) : at,
    value: item,
  }));
}
