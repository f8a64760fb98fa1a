import { ALLOWED_TAGS, TAG_ATTRIBUTES, type AllowedTag } from './allowList';
import type { TerraformResource } from './resource';
import { isTextOf, shaped, type Shape, type ShapedValue } from './shapes';

type Picked = Pick<TerraformResource, 'values' | 'unread'>;

// A list of more items than this is no list of aliases or origins.
const MOST_ITEMS = 500;
const TAG_NAMES = new Map(ALLOWED_TAGS.map(tag => [tag.toLowerCase(), tag]));
const NOTHING: TerraformResource['tags'] = Object.freeze({});

/** The allowed attributes of a resource, one by one. Nothing is copied as a whole. */
export function pickAllowed(allowed: Readonly<Record<string, Shape>>, attributes: unknown): Picked {
  const values: Record<string, ShapedValue | readonly ShapedValue[]> = {};
  const unread: string[] = [];
  for (const [path, shape] of Object.entries(allowed)) {
    const [field = '', inner] = path.split('[]');
    const raw = fieldOf(attributes, field);
    if (inner === undefined) {
      const picked = shaped(shape, raw);
      if (picked.outcome === 'value') values[path] = picked.value;
      else if (picked.outcome === 'other-form') unread.push(path);
      continue;
    }
    const items = shapedItems(shape, raw, inner.slice(1));
    values[path] = items.values;
    if (items.unread) unread.push(path);
  }
  return { values, unread };
}

/** Project, Environment and Name; other tags are not looked at. */
export function pickTags(attributes: unknown): {
  readonly tags: TerraformResource['tags'];
  readonly unread: readonly string[];
} {
  let tags: Partial<Record<AllowedTag, string>> | undefined;
  const unread: string[] = [];
  for (const field of TAG_ATTRIBUTES) {
    const raw = fieldOf(attributes, field);
    if (!isRecord(raw)) continue;
    for (const [key, value] of Object.entries(raw)) {
      const tag = TAG_NAMES.get(key.toLowerCase());
      if (tag === undefined || tags?.[tag] !== undefined || value === '') continue;
      if (isTextOf('tag', value)) (tags ??= {})[tag] = value;
      else if (value !== null) unread.push(`${field}.${tag}`);
    }
  }
  return { tags: tags ?? NOTHING, unread };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own field: a state may name one `constructor`. */
export function fieldOf(value: unknown, field: string): unknown {
  return isRecord(value) && Object.hasOwn(value, field) ? value[field] : undefined;
}

function shapedItems(
  shape: Shape,
  raw: unknown,
  inner: string,
): { readonly values: readonly ShapedValue[]; readonly unread: boolean } {
  if (raw === undefined || raw === null) return { values: [], unread: false };
  if (!Array.isArray(raw) || raw.length > MOST_ITEMS) return { values: [], unread: true };
  const values: ShapedValue[] = [];
  let unread = false;
  for (const item of raw) {
    const picked = shaped(shape, inner === '' ? item : fieldOf(item, inner));
    if (picked.outcome === 'value') values.push(picked.value);
    else if (picked.outcome === 'other-form') unread = true;
  }
  return { values, unread };
}
