import { foldCase, itemPathOf, keyOf, nameOf } from './itemName';
import { EMPTY, REFUSED, type Place } from './place';
import { refuseType } from './readLeaf';
import { WITHHELD } from './reading';
import type { Shape } from './shape';

/** Reads item by item: one that cannot be read, or has the name of an earlier one, is listed and left out. */
export function readList(item: Shape, value: unknown, place: Place): unknown {
  if (!Array.isArray(value)) return refuseType({ kind: 'list', item }, value, place);
  const key = keyOf(item);
  const seen = new Set<string>();
  const result: unknown[] = [];
  for (const [index, content] of value.entries()) {
    const path = itemPathOf(place.path, item, content, index);
    if (content === null || content === undefined) {
      place.reading.report(
        'empty-section',
        path,
        'nothing is written in this item',
        'Leave it out',
      );
      continue;
    }
    const mark = place.reading.mark();
    const read = place.read(item, content, { ...place, path });
    if (read === REFUSED || read === EMPTY) continue;
    const name = key === undefined || key === 'item' ? undefined : nameOf(read, key);
    if (name !== undefined && seen.has(foldCase(name, key))) {
      place.reading.report(
        'duplicate-id',
        place.path,
        `two items with ${key} ${name}; the second is ignored`,
      );
      place.reading.backTo(mark);
      place.reading.lose(path, place.withheld || isWithheld(item) ? WITHHELD : content);
      continue;
    }
    if (name !== undefined) seen.add(foldCase(name, key));
    result.push(read);
  }
  return result;
}

function isWithheld(shape: Shape): boolean {
  return shape.kind === 'block' && shape.hint.withheld === true;
}
