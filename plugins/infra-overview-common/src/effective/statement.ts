import type { JsonObject, JsonValue } from '@backstage/types';
import { itemPath, type Verified } from '../document';
import type { ChainLevel } from './chain';
import type { Origin } from './origin';
import { itemKey } from './itemKey';
import { isObject } from './shape';

/** One document as the merge sees it. */
export interface Source {
  readonly level: ChainLevel;
  readonly entityRef: string;
  readonly document: JsonObject;
}

/** Who says something, and how sure they are: a document, or an item that carries a date of its own. */
export interface Speaker {
  readonly source: Source;
  readonly verified?: Verified;
  readonly derived?: boolean;
}

/** One value in one document. */
export interface Statement {
  readonly value: JsonValue;
  readonly speaker: Speaker;
  /** Its path in that document. */
  readonly path: string;
}

export function documentSpeaker(source: Source): Speaker {
  return speakerOf(source.document, { source });
}

/** An item's own date beats the one of what contains it. The same object is returned where it has none, so that speakers compare by identity. */
export function speakerOf(holder: JsonObject, outer: Speaker): Speaker {
  const verified = verifiedOf(holder, outer);
  const derived = typeof holder.derived === 'boolean' ? holder.derived : outer.derived;
  if (verified === outer.verified && derived === outer.derived) return outer;
  return {
    source: outer.source,
    ...(verified !== undefined && { verified }),
    ...(derived !== undefined && { derived }),
  };
}

/** How often to look again is a habit of the document; an item need not repeat it. */
function verifiedOf({ verified }: JsonObject, outer: Speaker): Verified | undefined {
  if (!isObject(verified)) return outer.verified;
  const cadence = verified.cadence ?? outer.verified?.cadence;
  const own = cadence === undefined ? verified : { ...verified, cadence };
  return own as unknown as Verified;
}

export function originFrom(speaker: Speaker, path: string): Origin {
  return {
    level: speaker.source.level,
    entityRef: speaker.source.entityRef,
    path,
    ...(speaker.verified !== undefined && { verified: speaker.verified }),
    ...(speaker.derived === true && { derived: true }),
  };
}

/** `addons[db]` and `plan` → `addons[db].plan`. */
export function fieldPath(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}

export interface ItemStatement extends Statement {
  readonly key: string;
}

/** What one list says about each of its items. */
export function itemStatements(pattern: string, list: Statement): readonly ItemStatement[] {
  const items: ItemStatement[] = [];
  if (!Array.isArray(list.value)) return items;
  for (const [index, value] of list.value.entries()) {
    if (!isObject(value)) continue;
    const key = itemKey(pattern, value) ?? String(index + 1);
    const speaker = speakerOf(value, list.speaker);
    items.push({ key, value, speaker, path: itemPath(list.path, key) });
  }
  return items;
}

/** What several objects say about one field, nearest first. */
export function fieldStatements(
  objects: readonly Statement[],
  field: string,
): readonly Statement[] {
  const statements: Statement[] = [];
  for (const { value, speaker, path } of objects) {
    const said = isObject(value) ? value[field] : undefined;
    if (said !== undefined) statements.push({ value: said, speaker, path: fieldPath(path, field) });
  }
  return statements;
}

/** The statements before the first that ends the matter: `none`, `[]` and `notNeeded` win whole. */
export function leading(
  statements: readonly Statement[],
  goesOn: (value: JsonValue) => boolean,
): readonly Statement[] {
  const end = statements.findIndex(({ value }) => !goesOn(value));
  return end === -1 ? statements : statements.slice(0, end);
}
