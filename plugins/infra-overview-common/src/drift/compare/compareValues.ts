import type { JsonValue } from '@backstage/types';
import type { ObservedValue } from '../../observed';
import { dateStart, dateText, durationMilliseconds, parseInstant } from '../../time';
import { sameBranch } from './compareBranch';
import { sameInstances, type SeenRange } from './compareInstances';
import { hostName, sameMethod, samePlan, sameProduct, sameWords } from './vocabulary';

export type SeenValue = ObservedValue | SeenRange;

/** `not-comparable`: words of two kinds, of which nobody can say whether they agree. */
export type Comparison = 'same' | 'different' | 'not-comparable';

/** Fields of which observations only suggest a value. */
const NEVER_COMPARED: ReadonlySet<string> = new Set(['purpose', 'rationale', 'note', 'statement']);
/** Written by people for people: two wordings of one thing are the rule. */
const FREE_WORDS: ReadonlySet<string> = new Set([
  'maintenanceWindow',
  'approvals',
  'isolation',
  'schedule',
  'location',
  'how',
]);

export function isCompared(field: string): boolean {
  return !field.startsWith('observed.') && !NEVER_COMPARED.has(lastOf(field));
}

export function lastOf(field: string): string {
  return field.slice(field.lastIndexOf('.') + 1);
}

/** By kind of value: counts by range, lengths of time by length, days by day, names ignoring case after the vocabulary. */
export function compareValues(field: string, declared: JsonValue, observed: SeenValue): Comparison {
  if (field === 'instances') return compareCounts(declared, observed);
  if (Array.isArray(declared) || Array.isArray(observed)) return compareLists(declared, observed);
  if (typeof declared === 'object' || typeof observed === 'object') return 'not-comparable';
  if (samePlain(lastOf(field), String(declared), String(observed))) return 'same';
  const isUnclear =
    FREE_WORDS.has(lastOf(field)) || (field === 'stage' && !isPipelineStage(declared));
  return isUnclear ? 'not-comparable' : 'different';
}

/** Platforms have few stages: what they call staging may be a sandbox or a pre-production of the document. */
function isPipelineStage(declared: JsonValue | undefined): boolean {
  return ['production', 'staging', 'development', 'review', 'test'].includes(String(declared));
}

function compareCounts(declared: JsonValue, observed: SeenValue): Comparison {
  const isCount =
    typeof observed === 'number' || (typeof observed === 'object' && !Array.isArray(observed));
  if (!isCount) return 'not-comparable';
  return sameInstances(declared, observed as number | SeenRange) ? 'same' : 'different';
}

function compareLists(declared: JsonValue, observed: SeenValue): Comparison {
  const [asked, seen] = [wordsOf(declared), wordsOf(observed as JsonValue)];
  if (asked === undefined || seen === undefined) return 'not-comparable';
  // `*`: the platform spreads them as it likes.
  if (asked.includes('*')) return 'same';
  const isIn = (list: readonly string[]) => (word: string) =>
    list.some(other => sameWords(word, other));
  return asked.every(isIn(seen)) && seen.every(isIn(asked)) ? 'same' : 'different';
}

function wordsOf(value: JsonValue): readonly string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  const words = list.flatMap(item =>
    typeof item === 'object' || item === undefined ? [] : String(item),
  );
  return words.length === list.length ? words : undefined;
}

function samePlain(key: string, declared: string, observed: string): boolean {
  if (sameWords(declared, observed)) return true;
  switch (key) {
    case 'product':
      return sameProduct(declared, observed);
    case 'plan':
    case 'size':
      return samePlan(declared, observed);
    case 'branch':
      return sameBranch(declared, observed);
    case 'method':
      return sameMethod(declared, observed);
    case 'host':
      return hostName(declared) === hostName(observed);
    case 'healthCheck':
      return pathOf(declared) === pathOf(observed);
    default:
      return sameLength(declared, observed) || sameDay(declared, observed);
  }
}

function sameLength(a: string, b: string): boolean {
  const length = durationMilliseconds(a);
  return length !== undefined && length === durationMilliseconds(b);
}

function sameDay(a: string, b: string): boolean {
  const day = dayOf(a);
  return day !== undefined && day === dayOf(b);
}

/** `2026-12-01` for a day and for an instant of that day. */
export function dayOf(text: string): string | undefined {
  if (dateStart(text) !== undefined) return text;
  const at = parseInstant(text);
  return at === undefined ? undefined : dateText(at);
}

function pathOf(address: string): string {
  const path = address.trim().replace(/^[a-z]+:\/\/[^/]*/i, '');
  return path === '' ? '/' : path;
}
