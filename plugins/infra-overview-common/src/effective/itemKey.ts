import type { JsonObject, JsonValue } from '@backstage/types';

/** The word that stands for an item in a path: its id, name, or key. Undefined: the item has none. */
export function itemKey(listPattern: string, item: JsonObject): string | undefined {
  switch (lastField(listPattern)) {
    case 'environments':
    case 'processes':
      return text(isDefaultsEntry(listPattern) ? item.id : item.name);
    case 'tags':
    case 'annotations':
      return text(item.key);
    case 'conformance':
      return answerKey(item);
    case 'edges':
      return text(item.id) ?? `${String(item.from)}->${String(item.to)}`;
    case 'links':
    case 'documents':
      return text(item.id) ?? slug(text(item.title));
    default:
      return text(item.id);
  }
}

/** Two statements are about the same item when this is equal. Names of environments are the same in any case. */
export function identity(listPattern: string, key: string): string {
  return listPattern === 'environments' ? key.toLowerCase() : key;
}

function isDefaultsEntry(listPattern: string): boolean {
  return /(?:^defaults|\.provides)\.[a-z]+$/.test(listPattern);
}

/** An item answered for two scopes has two answers. */
function answerKey(answer: JsonObject): string | undefined {
  const item = text(answer.item);
  const scope = [...words(answer.environments), ...words(answer.stages)].sort();
  return item === undefined || scope.length === 0 ? item : `${item}@${scope.join('+')}`;
}

function lastField(pattern: string): string {
  return pattern.slice(pattern.lastIndexOf('.') + 1);
}

function slug(title: string | undefined): string | undefined {
  const made = title
    ?.toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return made === '' ? undefined : made;
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function words(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter(word => typeof word === 'string') : [];
}
