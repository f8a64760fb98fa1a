import { itemPath } from '../factPath';
import { isBlock } from './place';
import type { BlockShape, Shape } from './shape';
import { idMeant } from './words';

// A longer name would make every path below it as long.
const LONGEST_NAME_IN_PATH = 100;

/** The field that names an item of a list with this shape. */
export function keyOf(item: Shape): string | undefined {
  const block = blockIn(item);
  if (!block) return undefined;
  return block.hint.key ?? (block.fields.has('id') ? 'id' : undefined);
}

/** Where an item stands: by its name, else by its position, from 1. */
export function itemPathOf(list: string, shape: Shape, item: unknown, index: number): string {
  const key = keyOf(shape);
  const name = key === undefined ? undefined : (nameOf(item, key) ?? nameOfUnnamed(shape, item));
  if (name === undefined || name === '' || name.length > LONGEST_NAME_IN_PATH) {
    return itemPath(list, String(index + 1));
  }
  return key === 'item'
    ? `${list}${itemPath('', name).replace('[', '[item=')}`
    : itemPath(list, name);
}

export function nameOf(item: unknown, key: string): string | undefined {
  if (!isBlock(item)) return undefined;
  const name = item[key];
  return typeof name === 'string' ? name : undefined;
}

/** Names of environments and processes are unique whatever the case. */
export function foldCase(name: string, key: string | undefined): string {
  return key === 'name' ? name.toLowerCase() : name;
}

function nameOfUnnamed(shape: Shape, item: unknown): string | undefined {
  const unnamed = blockIn(shape)?.hint.unnamed;
  if (unnamed === 'title') return idMeant(nameOf(item, 'title') ?? '');
  if (unnamed !== 'ends') return undefined;
  const [from, to] = [nameOf(item, 'from'), nameOf(item, 'to')];
  return from === undefined || to === undefined ? undefined : `${from}->${to}`;
}

function blockIn(shape: Shape): BlockShape | undefined {
  const options = shape.kind === 'choice' ? shape.options : [shape];
  return options.find(option => option.kind === 'block');
}
