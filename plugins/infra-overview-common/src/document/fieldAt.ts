import { infraDocumentSchema } from './document';
import { parseFactPath } from './factPath';
import { itemPathOf, keyOf } from './reader/itemName';
import { isRefusal, shapeOf, type FieldShape, type Shape } from './reader/shape';
import { expectedWords } from './reader/words';

/** A field of the model in words, for labels and their help. */
export interface FieldDescription {
  readonly name: string;
  /** `searchWindow` as `Search window`. */
  readonly label: string;
  /** One sentence. */
  readonly meaning: string;
  /** What is written there, in words. */
  readonly type: string;
  /** The words that are allowed, where they are a closed set. */
  readonly words: readonly (string | number)[];
}

const DOCUMENT = shapeOf(infraDocumentSchema);

// Where the humanised name is not how people write it.
const LABELS: Readonly<Record<string, string>> = {
  addons: 'Add-ons',
  addon: 'Add-on',
  url: 'Address',
  os: 'Operating system',
  vpc: 'VPC',
  dns: 'DNS',
  dnssec: 'DNSSEC',
  tls: 'TLS',
  hsts: 'HSTS',
  ipv6: 'IPv6',
  ssh: 'SSH',
  pitr: 'Point-in-time recovery',
  ttl: 'Time to live',
  redirectHttp: 'HTTP redirect',
  atoRules: 'ATO rules',
};

/** The field a path names, whichever items it selects; undefined when the model has no such field. */
export function fieldAt(path: string): FieldDescription | undefined {
  const field = fieldShapeAt(path);
  return field && describe(field);
}

/** `searchWindow` as `Search window`. */
export function labelOf(name: string): string {
  const known = Object.hasOwn(LABELS, name) ? LABELS[name] : undefined;
  if (known !== undefined) return known;
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** The field that names the items of a list: `id`, `name`, `key`, `item`, or undefined where only the position does. */
export function keyFieldOf(listPath: string): string | undefined {
  const item = itemShapeAt(listPath);
  return item && keyOf(item);
}

/** The path of one item of a list, as problems and origins write it. */
export function itemPathIn(listPath: string, item: unknown, index: number): string {
  return itemPathOf(listPath, itemShapeAt(listPath) ?? { kind: 'flag' }, item, index);
}

/** Whether a plain value, or a list of them, may be written at a path; false where the model has no such field. */
export function fitsField(path: string, value: unknown): boolean {
  const field = fieldShapeAt(path);
  return field !== undefined && fits(field.shape, value);
}

function fits(shape: Shape, value: unknown): boolean {
  switch (shape.kind) {
    case 'choice':
      return shape.options.some(option => fits(option, value));
    case 'list':
      return Array.isArray(value) && value.every(item => fits(shape.item, item));
    case 'words':
      return shape.words.some(word => word === value);
    case 'text':
      return typeof value === 'string' && shape.accepts(value);
    case 'number':
      return typeof value === 'number' && shape.accepts(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'block':
    case 'map':
      return false;
    default:
      throw new Error(shape satisfies never);
  }
}

function itemShapeAt(listPath: string): Shape | undefined {
  const field = fieldShapeAt(listPath);
  return field && optionsOf(field.shape).find(option => option.kind === 'list')?.item;
}

function fieldShapeAt(path: string): FieldShape | undefined {
  const parsed = parseFactPath(path);
  let within: Shape = DOCUMENT;
  let found: FieldShape | undefined;
  for (const step of parsed?.steps ?? []) {
    found = fieldOf(within, step.field);
    if (!found) return undefined;
    within = found.shape;
  }
  return found;
}

/** Looks through choices and into the items of lists. */
function fieldOf(shape: Shape, name: string): FieldShape | undefined {
  for (const option of optionsOf(shape)) {
    const inside = option.kind === 'list' ? fieldOf(option.item, name) : undefined;
    if (inside) return inside;
    if (option.kind === 'block' && !isRefusal(option) && option.fields.has(name))
      return option.fields.get(name);
  }
  return undefined;
}

function optionsOf(shape: Shape) {
  return shape.kind === 'choice' ? shape.options : [shape];
}

function describe(field: FieldShape): FieldDescription {
  return {
    name: field.name,
    label: labelOf(field.name),
    meaning: field.meaning,
    type: expectedWords(field.shape),
    words: optionsOf(field.shape).flatMap(option => (option.kind === 'words' ? option.words : [])),
  };
}
