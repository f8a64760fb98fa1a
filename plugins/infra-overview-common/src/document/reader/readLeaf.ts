import { refuse, REFUSED, type Place } from './place';
import { WITHHELD } from './reading';
import type { Shape } from './shape';
import { suggest } from './suggest';
import { durationMeant, expectedWords, idMeant, quote, textForms, typeWords } from './words';

type TextShape = Extract<Shape, { kind: 'text' }>;
type WordsShape = Extract<Shape, { kind: 'words' }>;
type NumberShape = Extract<Shape, { kind: 'number' }>;

/** A value of another type than the field has. */
export function refuseType(shape: Shape, value: unknown, place: Place): typeof REFUSED {
  const isScalar =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const written =
    isScalar && !place.withheld && typeof value !== 'boolean' ? `${quote(value)} is ` : '';
  const given =
    typeof value === 'boolean' && !place.withheld ? `${value} is a yes or no` : typeWords(value);
  return refuse(place, value, {
    code: 'wrong-type',
    message: `${written}${given}; expected ${expectedWords(shape)}`,
    fix: place.withheld ? undefined : mend(shape, value),
  });
}

export function readText(shape: TextShape, value: unknown, place: Place): unknown {
  if (typeof value !== 'string') return refuseType(shape, value, place);
  if (shape.accepts(value)) return value;
  const form = textForms[shape.hint.text ?? 'name'];
  const written = place.withheld ? 'the text' : quote(value);
  if (shape.hint.text === 'id') return readAsId(shape, value, written, place);
  const meant = shape.hint.text === 'duration' ? durationMeant(value) : undefined;
  return refuse(place, value, {
    code: form.code,
    message: `${written} is not ${form.noun}`,
    fix: meant ? `Write ${meant}` : form.fix,
  });
}

/** An id that is written like a title is read as the id it would be, in its item and where it is referred to. */
function readAsId(shape: TextShape, value: string, written: string, place: Place): unknown {
  const form = textForms.id;
  const meant = idMeant(value);
  if (meant === undefined || !shape.accepts(meant)) {
    return refuse(place, value, {
      code: form.code,
      message: `${written} is not ${form.noun}`,
      fix: form.fix,
    });
  }
  const readAs = place.withheld ? 'read as one' : `read as ${meant}`;
  place.reading.report(
    form.code,
    place.path,
    `${written} is not ${form.noun}; ${readAs}`,
    form.fix,
  );
  place.reading.lose(place.path, place.withheld ? WITHHELD : value);
  return meant;
}

export function readWord(
  shape: WordsShape,
  value: unknown,
  place: Place,
  all: Shape = shape,
): unknown {
  if (typeof value === 'string' || typeof value === 'number') {
    if (shape.words.includes(value)) return value;
  }
  if (typeof value !== typeof shape.words[0]) return refuseType(all, value, place);
  const meant =
    typeof value === 'string' && !place.withheld
      ? suggest(value, shape.words.map(String))
      : undefined;
  return refuse(place, value, {
    code: 'unknown-word',
    message: `${place.withheld ? 'the word' : quote(value)} is not known here; expected ${expectedWords(all)}`,
    fix: meant === undefined ? undefined : `Did you mean ${meant}?`,
  });
}

export function readNumber(shape: NumberShape, value: unknown, place: Place): unknown {
  if (typeof value !== 'number') return refuseType(shape, value, place);
  if (shape.accepts(value)) return value;
  return refuse(place, value, {
    code: 'wrong-type',
    message: `${place.withheld ? 'the number' : quote(value)} is not possible; expected ${shape.expected}`,
  });
}

function mend(shape: Shape, value: unknown): string | undefined {
  const isScalar = typeof value === 'string' || typeof value === 'number';
  if (shape.kind === 'text' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `Put it in quotes: '${value}'`;
  }
  const listed =
    shape.kind === 'choice' ? shape.options.find(option => option.kind === 'list') : shape;
  const takesScalars =
    listed?.kind === 'list' && (listed.item.kind === 'text' || listed.item.kind === 'words');
  if (takesScalars && isScalar && String(value).length <= 40) return `Write a list: [${value}]`;
  return undefined;
}
