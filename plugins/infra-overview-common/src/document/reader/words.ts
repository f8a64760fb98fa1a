import type { Shape } from './shape';
import type { TextKind } from '../fields';
import type { ProblemCode } from '../problem';

const LONGEST_QUOTE = 40;
const MOST_NAMES = 12;

interface TextForm {
  readonly code: ProblemCode;
  readonly noun: string;
  readonly fix: string;
}

/** How each form of text is spoken about. */
export const textForms: Readonly<Record<TextKind, TextForm>> = {
  id: {
    code: 'bad-id',
    noun: 'an id',
    fix: 'Write small letters, digits, dots and dashes, such as main-db',
  },
  date: { code: 'bad-date', noun: 'a date', fix: 'Write a day such as 2019-07-19' },
  duration: {
    code: 'bad-duration',
    noun: 'a duration',
    fix: 'Write one such as P28D, P4W or PT1H',
  },
  url: {
    code: 'bad-url',
    noun: 'an address',
    fix: 'Write https:// or mailto:, without a user name',
  },
  'time-zone': { code: 'bad-zone', noun: 'an IANA zone', fix: 'Write one such as America/Chicago' },
  'local-time': {
    code: 'bad-schedule',
    noun: 'a time of day',
    fix: 'Write 24 hours, such as 09:00',
  },
  'local-date-time': {
    code: 'bad-schedule',
    noun: 'a day with a time',
    fix: 'Write wall clock without an offset, such as 2026-12-20T00:00',
  },
  'entity-ref': {
    code: 'bad-ref',
    noun: 'an entity ref',
    fix: 'Write one such as resource:default/orders-db',
  },
  recurrence: {
    code: 'bad-schedule',
    noun: 'a recurrence rule for days',
    fix: 'Write FREQ=DAILY, WEEKLY, MONTHLY or YEARLY with its parts, such as FREQ=MONTHLY;BYDAY=2TU',
  },
  'lead-time': {
    code: 'bad-duration',
    noun: 'a lead time',
    fix: 'Write one such as PT24H, or 2bd for two business days',
  },
  'edge-id': { code: 'bad-id', noun: 'an id', fix: 'Write one such as web->db, or leave it out' },
  name: { code: 'wrong-type', noun: 'text', fix: 'Write at least one letter' },
  reason: { code: 'reason-missing', noun: 'a reason', fix: 'Write one sentence' },
  currency: { code: 'wrong-type', noun: 'a currency', fix: 'Write its three letters, such as USD' },
};

/** A value as a message shows it: short, in quotes, on one line. */
export function quote(value: unknown): string {
  if (typeof value === 'string') {
    // Cut before splitting, since a hostile text is long.
    const letters = [...value.slice(0, 2 * LONGEST_QUOTE + 2)];
    const cut =
      letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('')}…` : value;
    return JSON.stringify(cut);
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeWords(value);
}

/** `text`, `a number`, `a list`: what a value is, in words. */
export function typeWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
    case 'bigint':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'object':
      return 'a block of fields';
    default:
      return `a ${typeof value}`;
  }
}

/** What would have been right, in words. */
export function expectedWords(shape: Shape): string {
  switch (shape.kind) {
    case 'block':
      return shape.fields.size === 1 && shape.fields.has('notNeeded')
        ? '{ notNeeded: reason }'
        : 'a block of fields';
    case 'list':
      return 'a list';
    case 'choice':
      return [...new Set(shape.options.map(expectedWords))].join(' or ');
    case 'words':
      return shape.words.length === 1
        ? String(shape.words[0])
        : `one of ${names(shape.words.map(String))}`;
    case 'text':
      return shape.hint.text ? textForms[shape.hint.text].noun : 'text';
    case 'number':
      return shape.expected;
    case 'flag':
      return 'true or false';
    case 'map':
      return 'a block of fields';
    default:
      throw new Error(shape satisfies never);
  }
}

/** A list of names that stays short. */
export function names(list: readonly string[]): string {
  if (list.length <= MOST_NAMES) return list.join(', ');
  return `${list.slice(0, MOST_NAMES).join(', ')} and ${list.length - MOST_NAMES} more`;
}

/** `4 weeks` → P4W, `2 hours` → PT2H: what was most likely meant. */
export function durationMeant(text: string): string | undefined {
  const match = /^(\d{1,4})\s*(minute|min|hour|day|week|month|year)s?$/i.exec(text.trim());
  const [amount, unit] = [match?.[1], match?.[2]?.toLowerCase()];
  if (amount === undefined || unit === undefined) return undefined;
  if (unit === 'week') return `P${Number(amount) * 7}D or P${amount}W`;
  const letter = unit.charAt(0).toUpperCase();
  return unit === 'hour' || unit.startsWith('min') ? `PT${amount}${letter}` : `P${amount}${letter}`;
}

/** The nearest text that is an id: `Sumo Logic` → `sumo-logic`; undefined when nothing is left. */
export function idMeant(text: string): string | undefined {
  const slug = text
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 63)
    .replace(/[.-]+$/, '');
  return slug === '' ? undefined : slug;
}
