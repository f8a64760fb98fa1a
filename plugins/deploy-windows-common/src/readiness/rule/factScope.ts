import { FACT_TYPES, type FactType } from '../facts/factTypes';

export type FactFields = Readonly<Record<string, FactType>>;

/** What names mean where a rule stands: the item in hand first, then what it lies in, the facts of the subject last. */
export type FactScope = readonly FactFields[];

export const SUBJECT_SCOPE: FactScope = [FACT_TYPES];

/** Items of a list of texts have one field. */
export const TEXT_ITEM: FactFields = { value: 'text' };

/** `alerts[].targets` → [`alerts`, `targets`]: the targets of all alerts. */
export function pathParts(path: string): readonly string[] {
  return path.split('[].');
}

/** The type of a name, or of a field of all items of a list; undefined: nobody knows such a fact. */
export function typeOf(scope: FactScope, path: string): FactType | undefined {
  const [first = '', ...rest] = pathParts(path);
  let type = scope.find(fields => Object.hasOwn(fields, first))?.[first];
  for (const field of rest) {
    const fields = type === undefined ? undefined : fieldsOf(type);
    if (fields === undefined || !Object.hasOwn(fields, field)) return undefined;
    type = fields[field];
  }
  return type;
}

/** The fields of the items; undefined: it has no items. */
export function fieldsOf(type: FactType): FactFields | undefined {
  if (type === 'texts') return TEXT_ITEM;
  return typeof type === 'object' ? type.list : undefined;
}

export function typeWords(type: FactType): string {
  return typeof type === 'object' ? 'list' : type;
}
