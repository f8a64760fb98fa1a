import { isBlock, type Place } from './place';
import { readBlock } from './readBlock';
import { readChoice } from './readChoice';
import { readNumber, readText, readWord, refuseType } from './readLeaf';
import { readList } from './readList';
import type { Shape } from './shape';

/**
 * Reads a value as its shape says, field by field: what cannot be read is listed and left out, the rest is kept.
 * Gives the value, or REFUSED, or EMPTY.
 */
export function readShape(shape: Shape, value: unknown, place: Place): unknown {
  switch (shape.kind) {
    case 'block':
      return readBlock(shape, value, place);
    case 'list':
      return readList(shape.item, value, place);
    case 'choice':
      return readChoice(shape, value, place);
    case 'words':
      return readWord(shape, value, place);
    case 'text':
      return readText(shape, value, place);
    case 'number':
      return readNumber(shape, value, place);
    case 'flag':
      return typeof value === 'boolean' ? value : refuseType(shape, value, place);
    case 'map':
      return isBlock(value) ? value : refuseType(shape, value, place);
    default:
      throw new Error(shape satisfies never);
  }
}
