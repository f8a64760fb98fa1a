import { fieldPath } from '../factPath';
import { keyOf } from './itemName';
import { EMPTY, type Place } from './place';
import { WITHHELD } from './reading';
import { isRefusal, type BlockShape, type FieldShape, type Shape } from './shape';
import { suggest } from './suggest';

/** A field without which its item says nothing. */
export function noteMissing(shape: BlockShape, field: FieldShape, place: Place): void {
  const message = `no ${field.name}; this is left out`;
  place.lost?.push({ path: place.path, message: `no ${field.name}` });
  if (isRefusal(shape))
    place.reading.report(
      'reason-missing',
      place.path,
      'notNeeded has no reason',
      'Write one sentence',
    );
  else if (place.schedule) {
    place.reading.report(
      'window-incomplete',
      place.path,
      `no ${field.name}. Nothing is assumed`,
      `Write ${field.name}`,
    );
  } else if (field.name === keyOf(shape) && field.name !== 'item') {
    place.reading.report(
      'id-missing',
      place.path,
      message,
      `Write ${field.name}, unique in its list`,
    );
  } else
    place.reading.report(
      'field-missing',
      place.path,
      message,
      `Write ${field.name}: ${field.meaning}`,
    );
}

/** A field the model does not have. */
export function noteUnknown(shape: BlockShape, name: string, content: unknown, place: Place): void {
  const path = fieldPath(place.path, name);
  const meant = suggest(name, writableFields(shape));
  place.reading.report(
    'unknown-field',
    path,
    meant === undefined ? 'not understood' : `not understood; did you mean ${meant}?`,
  );
  place.reading.lose(path, place.withheld ? WITHHELD : content);
  // A schedule with a part nobody understands is not understood.
  if (place.schedule) place.lost?.push({ path, message: 'not understood' });
}

/** `key:` with nothing after it. */
export function noteEmpty(field: FieldShape, place: Place): typeof EMPTY {
  const takesNone = field.shape.kind === 'choice' && field.shape.options.some(isNoneWord);
  const takesList =
    field.shape.kind === 'list' ||
    (field.shape.kind === 'choice' && field.shape.options.some(isList));
  const takesBlock = takesNone && !takesList ? 'write none for none, or ' : '';
  const none = takesList ? 'write [] for none, or ' : takesBlock;
  place.reading.report('empty-section', place.path, `nothing follows; ${none}leave it out`);
  return EMPTY;
}

function* writableFields(shape: BlockShape): Iterable<string> {
  for (const field of shape.fields.values()) if (!field.hint.outputOnly) yield field.name;
}

function isNoneWord(shape: Shape): boolean {
  return shape.kind === 'words' && shape.words.includes('none');
}

function isList(shape: Shape): boolean {
  return shape.kind === 'list';
}
