import { z } from 'zod';
import { parseDuration } from '../time/duration';
import { dateStart } from '../time/instant';

/** Texts with a form of their own. Each has one problem code, one example, and a test. */
export type TextKind =
  | 'id'
  | 'date'
  | 'duration'
  | 'url'
  | 'time-zone'
  | 'local-time'
  | 'local-date-time'
  | 'entity-ref'
  | 'recurrence'
  | 'lead-time'
  | 'edge-id'
  | 'name'
  | 'reason'
  | 'currency';

/** What the reader needs to know of a field beyond its shape. */
export interface ReadingHint {
  readonly text?: TextKind;
  /** The field that names an item of a list; `id` where nothing is said. */
  readonly key?: 'name' | 'key' | 'item';
  /** What names an item that was written without an id. */
  readonly unnamed?: 'title' | 'ends';
  /** Written by the reader, never accepted from a document. */
  readonly outputOnly?: true;
  /** What an unreadable value is read as, where "not stated" would open a gate. */
  readonly unreadableAs?: boolean | string;
  /** What has to be looked at once all fields are read. */
  readonly finish?: 'window' | 'deploy' | 'credential-location' | 'conformance';
  /** Where the list stands that windows are read from. */
  readonly windows?: 'windows' | 'freezes' | 'busyHours';
  /** Values are never repeated, neither in messages nor among what was not understood. */
  readonly withheld?: true;
}

/** Hints travel with copies that `.describe()` makes, since a copy knows its parent. */
export const readingHints = z.registry<ReadingHint>();

/** A field that may be left out, and what it means. */
export function field<S extends z.ZodType>(schema: S, meaning: string): z.ZodOptional<S> {
  return schema.optional().describe(meaning);
}

/** A field without which its item says nothing, and what it means. */
export function required<S extends z.ZodType>(schema: S, meaning: string): S {
  return schema.describe(meaning);
}

/** The same type, all the way down read-only. */
export type ReadonlyDeep<T> = T extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> }
    : T;

/** What a schema reads, read-only. */
export type Read<S extends z.ZodType> = ReadonlyDeep<z.output<S>>;

export const ID = /^[a-z0-9][a-z0-9.-]{0,62}$/;
// No user info before the host: `https://name:word@host` is where credentials hide.
const URL_FORM = /^(?:https:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?|mailto:[^\s@:/]+@[^\s@:/?]+(?:\?\S*)?)$/i;
const ENTITY_REF =
  /^(?:[a-z][a-z0-9-]{0,62}:)?(?:[a-z0-9-]{1,63}\/)?[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/i;
// Area/City or UTC. `CST` and `+02:00` say nothing about summer time.
const TIME_ZONE = /^(?:[A-Za-z][A-Za-z0-9_+-]{1,31}(?:\/[A-Za-z0-9_+-]{1,31}){1,3}|UTC)$/;
const LOCAL_TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const LOCAL_DATE_TIME = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

export const text = z.string();
export const texts = z.array(text);
export const flag = z.boolean();
export const count = z.number().int().min(0);

export const id = z.string().regex(ID).register(readingHints, { text: 'id' });
/** `*` stands for everything the list does not name. */
export const idOrStar = z
  .string()
  .regex(/^(?:[a-z0-9][a-z0-9.-]{0,62}|\*)$/)
  .register(readingHints, { text: 'id' });
export const url = z.string().regex(URL_FORM).register(readingHints, { text: 'url' });
export const entityRef = z
  .string()
  .regex(ENTITY_REF)
  .register(readingHints, { text: 'entity-ref' });
/** `group:default/core-team`, `role:owner`, or words, which are shown and never resolved to a person. */
export const party = z.string();
export const parties = z.array(party);
export const timeZone = z.string().regex(TIME_ZONE).register(readingHints, { text: 'time-zone' });
export const localTime = z
  .string()
  .regex(LOCAL_TIME)
  .register(readingHints, { text: 'local-time' });
export const date = z
  .string()
  .refine(value => dateStart(value) !== undefined)
  .meta({ format: 'date' })
  .register(readingHints, { text: 'date' });
export const localDateTime = z
  .string()
  .regex(LOCAL_DATE_TIME)
  .refine(value => dateStart(value.slice(0, 10)) !== undefined)
  .register(readingHints, { text: 'local-date-time' });
export const duration = z
  .string()
  .refine(value => parseDuration(value) !== undefined)
  .meta({ format: 'duration' })
  .register(readingHints, { text: 'duration' });

/** Text that says something: an empty name or reason is none. */
export const name = z.string().regex(/\S/).register(readingHints, { text: 'name' });
export const reason = z.string().regex(/\S/).register(readingHints, { text: 'reason' });

/** Refuses a whole list or block, with the reason. */
export const notNeededSchema = z.object({
  notNeeded: required(reason, 'Why this is not needed, one sentence.'),
});
export type NotNeeded = Read<typeof notNeededSchema>;

/** Items, `[]` for "none, and we know it", or the reason why none are needed. */
export function listOf<S extends z.ZodType>(item: S) {
  return z.union([z.array(item), notNeededSchema]);
}
export type List<T> = readonly T[] | NotNeeded;

/** The block itself, `none`, or the reason why it is not needed. */
export function blockOf<S extends z.ZodType>(block: S) {
  // The refusal first: a block whose fields may all be left out would take it, and drop its reason.
  return z.union([notNeededSchema, block, z.literal('none')]);
}
export type Block<T> = T | 'none' | NotNeeded;
