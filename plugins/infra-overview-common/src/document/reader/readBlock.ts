import { finishBlock } from './finishBlock';
import { noteEmpty, noteMissing, noteUnknown } from './notes';
import { EMPTY, inField, isBlock, REFUSED, type Lost, type Place } from './place';
import { refuseType } from './readLeaf';
import { readWindows } from './readWindows';
import { WITHHELD } from './reading';
import type { BlockShape, FieldShape, Shape } from './shape';

/** Reads field by field; without a field it needs, the block as a whole is listed and left out. */
export function readBlock(shape: BlockShape, value: unknown, place: Place): unknown {
  if (!isBlock(value)) return refuseType(shape, value, place);
  if (
    Object.keys(value).length === 0 &&
    ![...shape.fields.values()].some(field => field.required)
  ) {
    place.reading.report(
      'empty-section',
      place.path,
      'nothing follows',
      'Say what it is, or leave it out',
    );
    return EMPTY;
  }
  const mark = place.reading.mark();
  const collects = shape.hint.finish === 'window' || shape.hint.finish === 'deploy';
  const lost: Lost[] | undefined = collects ? [] : place.lost;
  const inside: Place = {
    ...place,
    lost,
    withheld: place.withheld || shape.hint.withheld === true,
  };
  const result: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(value)) {
    const field = shape.fields.get(name);
    if (!field || field.hint.outputOnly) noteUnknown(shape, name, content, inside);
    else {
      const read = readField(field, content, inField(inside, name));
      if (read !== EMPTY && read !== REFUSED) result[name] = read;
    }
  }
  if (!hasAllRequired(shape, value, result, place)) {
    // The item as a whole, instead of the parts that were lost so far.
    place.reading.backTo(mark);
    place.reading.lose(place.path, inside.withheld ? WITHHELD : value);
    return REFUSED;
  }
  const finished = finishBlock(shape.hint.finish, result, lost ?? [], inside);
  if (finished === REFUSED) {
    place.reading.backTo(mark);
    place.reading.lose(place.path, value);
    return REFUSED;
  }
  return Object.keys(result).length === 0 ? EMPTY : finished;
}

function readField(field: FieldShape, content: unknown, place: Place): unknown {
  if (content === undefined) return EMPTY;
  if (content === null) return noteEmpty(field, place);
  if (field.hint.windows) return readWindows(field, field.hint.windows, content, place);
  const read = place.read(
    field.shape,
    content,
    isSchedule(field) ? { ...place, schedule: true } : place,
  );
  if (read !== REFUSED) return read;
  if (field.hint.unreadableAs !== undefined) return field.hint.unreadableAs;
  return holdsDeploys(field.shape) ? unreadableDeploy(field.name) : REFUSED;
}

/** A block about deploys that cannot be read at all closes every gate it could have closed. */
function unreadableDeploy(name: string) {
  return {
    openByDefault: false,
    mustFit: 'enforce',
    readiness: 'enforce',
    onUnavailable: 'block',
    unreadable: [name],
  };
}

function holdsDeploys(shape: Shape): boolean {
  if (shape.kind === 'choice') return shape.options.some(holdsDeploys);
  return shape.kind === 'block' && shape.hint.finish === 'deploy';
}

function hasAllRequired(
  shape: BlockShape,
  written: Readonly<Record<string, unknown>>,
  result: Readonly<Record<string, unknown>>,
  place: Place,
): boolean {
  let complete = true;
  for (const field of shape.fields.values()) {
    if (!field.required || result[field.name] !== undefined) continue;
    complete = false;
    // Written but unreadable was listed already.
    if (written[field.name] === undefined || written[field.name] === null)
      noteMissing(shape, field, place);
  }
  return complete;
}

function isSchedule(field: FieldShape): boolean {
  return field.name === 'schedule' && field.shape.kind === 'choice';
}
