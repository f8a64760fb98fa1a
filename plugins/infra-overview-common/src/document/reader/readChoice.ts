import { inField, isBlock, REFUSED, type Place } from './place';
import { readWord, refuseType } from './readLeaf';
import { isRefusal, type BlockShape, type Shape } from './shape';

/** Takes the form the value was most likely written in. */
export function readChoice(
  shape: Extract<Shape, { kind: 'choice' }>,
  value: unknown,
  place: Place,
): unknown {
  if (isBlock(value)) {
    const blocks = shape.options.filter(option => option.kind === 'block');
    const refusal = blocks.find(isRefusal);
    if (refusal && 'notNeeded' in value) return place.read(refusal, value, place);
    return readBestBlock(
      shape,
      blocks.filter(block => block !== refusal),
      value,
      place,
    );
  }
  const words = shape.options.find(option => option.kind === 'words');
  if (
    words &&
    (typeof value === 'string' || typeof value === 'number') &&
    words.words.includes(value)
  )
    return value;
  for (const option of shape.options) {
    if (takes(option, value)) return place.read(option, value, place);
  }
  if (words && typeof value === 'string') return readWord(words, value, place, shape);
  return refuseType(shape, value, place);
}

function readBestBlock(
  shape: Shape,
  blocks: readonly BlockShape[],
  value: Readonly<Record<string, unknown>>,
  place: Place,
): unknown {
  const typed = blocks.filter(block => block.fields.has('type'));
  if (typed.length > 1 && typeof value.type === 'string') {
    const named = typed.find(block => typeWord(block) === value.type);
    if (named) return place.read(named, value, place);
    const mark = place.reading.mark();
    readWord({ kind: 'words', words: typed.map(typeWord) }, value.type, inField(place, 'type'));
    place.reading.backTo(mark);
    place.reading.lose(place.path, value);
    return REFUSED;
  }
  let best: BlockShape | undefined;
  let bestScore = -1;
  for (const block of blocks) {
    const score = Object.keys(value).filter(name => block.fields.has(name)).length;
    if (score > bestScore) [best, bestScore] = [block, score];
  }
  if (!best) return refuseType(shape, value, place);
  // A form without a type is read by its fields.
  const named =
    typed.length > 1 && value.type === undefined ? { type: typeWord(best), ...value } : value;
  return place.read(best, named, place);
}

function typeWord(block: BlockShape): string {
  const type = block.fields.get('type')?.shape;
  return type?.kind === 'words' ? String(type.words[0]) : '';
}

function takes(shape: Shape, value: unknown): boolean {
  switch (shape.kind) {
    case 'list':
      return Array.isArray(value);
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'flag':
      return typeof value === 'boolean';
    case 'block':
    case 'words':
    case 'map':
    case 'choice':
      return false;
    default:
      throw new Error(shape satisfies never);
  }
}
