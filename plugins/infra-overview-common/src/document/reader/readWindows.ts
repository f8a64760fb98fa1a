import { fieldPath, itemPath } from '../factPath';
import { ID, type ReadingHint } from '../fields';
import { finishWindow } from './finishWindow';
import { EMPTY, isBlock, REFUSED, type Place } from './place';
import { refuseType } from './readLeaf';
import type { FieldShape, Shape } from './shape';
import { idMeant } from './words';

type WindowList = NonNullable<ReadingHint['windows']>;

/**
 * Reads windows so that none of them gets lost: one that cannot be read stays, and says why.
 * Left out, a freeze would no longer hold.
 */
export function readWindows(
  field: FieldShape,
  list: WindowList,
  value: unknown,
  place: Place,
): unknown {
  if (isBlock(value) && 'notNeeded' in value) return place.read(field.shape, value, place);
  if (!Array.isArray(value)) {
    const before = place.reading.problems.length;
    refuseType(field.shape, value, { ...place, lost: undefined });
    return [unreadableWindow('unreadable', place, before)];
  }
  const item = windowShape(field.shape);
  const used = new Set<string>();
  const windows: unknown[] = [];
  for (const [index, content] of value.entries()) {
    const position = index + 1;
    if (content === null || content === undefined) {
      place.reading.report(
        'empty-section',
        itemPath(place.path, `${position}`),
        'nothing is written in this item',
        'Leave it out',
      );
      continue;
    }
    const name = nameWindow(content, position, used);
    used.add(name.id);
    windows.push(
      readWindow(item, list, content, name, { ...place, path: itemPath(place.path, name.written) }),
    );
  }
  return windows;
}

interface WindowName {
  readonly id: string;
  /** As the author wrote it, for the path. */
  readonly written: string;
  readonly trouble?: 'missing' | 'twice';
}

function readWindow(
  item: Shape,
  list: WindowList,
  content: unknown,
  name: WindowName,
  place: Place,
): unknown {
  const { reading } = place;
  const before = reading.problems.length;
  if (!isBlock(content)) {
    refuseType(item, content, { ...place, lost: undefined });
    return unreadableWindow(name.id, place, before);
  }
  if (name.trouble === 'missing') {
    reading.report(
      'id-missing',
      place.path,
      'no id. The window is kept as one that cannot be read',
      'Write id, unique in its list',
    );
  }
  if (name.trouble === 'twice') {
    reading.report(
      'duplicate-id',
      place.path,
      `two windows with id ${name.written}; the second is kept as one that cannot be read`,
    );
  }
  if (name.trouble && content.id !== undefined && content.id !== null) {
    reading.lose(fieldPath(place.path, 'id'), content.id);
  }
  const named = name.trouble ? { ...content, id: name.id } : content;
  const window = place.read(item, named, place);
  if (window === REFUSED || window === EMPTY) return unreadableWindow(name.id, place, before);
  const finished = finishWindow(window as Record<string, unknown>, list, place);
  if (!name.trouble) return finished;
  return { ...finished, unreadable: reading.problems[before]?.message ?? 'no id' };
}

function unreadableWindow(id: string, place: Place, before: number) {
  return { id, unreadable: place.reading.problems[before]?.message ?? 'could not be read' };
}

function nameWindow(content: unknown, position: number, used: ReadonlySet<string>): WindowName {
  const written = isBlock(content) && typeof content.id === 'string' ? content.id : '';
  const id = ID.test(written) ? written : idMeant(written);
  if (id === undefined)
    return { id: unused(`window-${position}`, used), written: `${position}`, trouble: 'missing' };
  const shown = written.length > 100 ? `${position}` : written;
  if (used.has(id))
    return { id: unused(`${id.slice(0, 50)}-${position}`, used), written: shown, trouble: 'twice' };
  return { id, written: shown };
}

function unused(id: string, used: ReadonlySet<string>): string {
  let candidate = id;
  for (let attempt = 2; used.has(candidate); attempt += 1) candidate = `${id}-${attempt}`;
  return candidate;
}

function windowShape(shape: Shape): Shape {
  const options = shape.kind === 'choice' ? shape.options : [shape];
  for (const option of options) if (option.kind === 'list') return option.item;
  throw new Error('A list of windows is a list');
}
