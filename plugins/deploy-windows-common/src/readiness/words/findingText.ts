import type { JsonValue } from '@backstage/types';
import { counted, describeDuration } from 'backstage-plugin-infra-overview-common';
import type { Finding, ReasonCode } from '../effective/outcome';
import { factWords } from './factWords';
import { peopleWords, valueWords, type Titles } from './valueWords';

const NOT_ABOUT_A_FACT: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'CONFIRMATION_MISSING',
  'CONFIRMED_NOT_MET',
  'CONFIRMATION_ENDED',
  'FACTS_CHANGED',
  'MEANING_CHANGED',
  'ANSWER_WITHOUT_DATE',
  'SECOND_SIGNATURE_MISSING',
  'SECRET_FOUND',
  'CHECK_BROKEN',
  'RULE_FAILED',
]);

/** What a rule found, as a part of a sentence: no capital, no full stop. Every code has its words. */
export function findingText(finding: Finding, titles: Titles = {}): string {
  const { code, fact, path } = finding;
  const said = statement(finding, titles);
  const about = NOT_ABOUT_A_FACT.has(code) ? '' : factWords(fact === '' ? (path ?? '') : fact);
  return about === '' ? said : `${about}: ${said}`;
}

function statement({ code, fact, found, wanted, path, origin }: Finding, titles: Titles): string {
  const is = (value: JsonValue | undefined) => valueWords(value, titles);
  switch (code) {
    case 'MET':
      return found === undefined ? 'met' : is(found);
    case 'EQUAL':
      return `${is(found)}, wanted anything but ${valueWords(wanted, titles, 'or')}`;
    case 'ABSENT':
      // Of a target: that it is told is written down, by which way is not.
      return found === undefined ? 'not stated' : `not stated of ${literal(found)}`;
    case 'NONE_DECLARED':
      return noneWords(origin, titles);
    case 'NOT_EQUAL':
      return `${is(found)}, wanted ${is(wanted)}`;
    case 'NOT_ONE_OF':
      return wanted === undefined
        ? `${is(found)} does not count here`
        : `${is(found)}, wanted ${valueWords(wanted, titles, 'or')}`;
    case 'FORBIDDEN_VALUE':
      return `${is(found)} does not count`;
    case 'NOT_CONTAINED':
      return `${is(missing(found, wanted))} missing`;
    case 'TOO_FEW':
      return `${amount(found, titles)}, wanted at least ${is(wanted)}`;
    case 'TOO_MANY':
      return `${is(found)}, wanted at most ${is(wanted)}`;
    case 'TOO_OLD':
      return `${is(found)}, longer ago than ${span(wanted)}`;
    case 'TOO_SOON':
      return `${is(found)}, ${ahead(wanted)}`;
    case 'NO_ITEM':
      return 'nothing that counts here is written down';
    case 'NO_PERSON':
      return 'no person is reached';
    case 'TOO_FEW_PEOPLE':
      return `${people(found, titles)}, wanted at least ${is(wanted)}`;
    case 'PEOPLE_WITHOUT':
      return `${people(found, titles)} without`;
    case 'UNKNOWN_REF':
      return `${literal(found)} is not in the catalog`;
    case 'PLACE_ONLY':
      return `${literal(found)} is a place, not a person`;
    case 'WHO_IS_ON_IT':
      return `who is behind ${literal(found)} is not stated, name the group`;
    case 'STALE':
      return 'last seen too long ago to count';
    case 'SOURCE_FAILED':
      return 'the source that knows it did not answer';
    case 'UPSTREAM_UNKNOWN':
      return `whether ${literal(wanted)} is met there is not known`;
    case 'UPSTREAM_FAILS':
      return `${literal(wanted)} is not met there`;
    case 'CONFIRMATION_MISSING':
      return 'nobody has confirmed it';
    case 'CONFIRMED_NOT_MET':
      return 'somebody looked and says that it is not met';
    case 'CONFIRMATION_ENDED':
      return 'the confirmation has ended';
    case 'FACTS_CHANGED':
      return 'what was confirmed has changed since';
    case 'MEANING_CHANGED':
      return 'the check asks for something else since it was confirmed';
    case 'ANSWER_WITHOUT_DATE':
      return 'answered in the document, without a date';
    case 'SECOND_SIGNATURE_MISSING':
      return 'a second person has to sign';
    case 'APPLICABILITY_UNKNOWN':
      return 'not known, so it is not known whether this applies';
    case 'NOT_NEEDED_UNCONFIRMED':
      return `said to be not needed${found ? ` (${is(found)})` : ''}, and nobody who may agree has agreed`;
    case 'SECRET_FOUND':
      return `what looks like a secret (${literal(found ?? fact)})${path === undefined ? '' : ` at ${path}`}`;
    case 'CHECK_BROKEN':
      return `the check itself is broken: ${literal(found)}`;
    case 'RULE_FAILED':
      return `the rule could not be worked out: ${literal(found)}`;
    default:
      throw new Error(code satisfies never);
  }
}

/** A document says so; or what it declares was not seen to happen. */
function noneWords(origin: Finding['origin'], titles: Titles): string {
  const { seen, declared } = origin ?? {};
  if (seen === undefined) return 'none, says the document';
  const stated = `${valueWords(declared, titles)} declared`;
  return seen.what === 'failed-backup'
    ? `${stated}, and the last one seen failed`
    : `${stated}, and the last one seen is older than twice that`;
}

function people(found: JsonValue | undefined, titles: Titles): string {
  if (typeof found === 'number') return counted(found, 'person', 'people');
  if (typeof found === 'string') return peopleWords([found], titles);
  if (!Array.isArray(found)) return 'nobody';
  return peopleWords(
    found.filter(ref => typeof ref === 'string'),
    titles,
  );
}

/** Different values are counted, and named. */
function amount(found: JsonValue | undefined, titles: Titles): string {
  if (!Array.isArray(found)) return valueWords(found, titles);
  return found.length === 0 ? '0' : `${found.length} (${valueWords(found, titles)})`;
}

/** A length of time, or the fact that holds it. */
function span(wanted: JsonValue | undefined): string {
  if (typeof wanted !== 'string') return valueWords(wanted);
  return wanted.startsWith('P') ? describeDuration(wanted) : factWords(wanted);
}

/** `P30D`, or `P21D before 2026-12-01` where another date is meant than today's. */
function ahead(wanted: JsonValue | undefined): string {
  const [length, date] = typeof wanted === 'string' ? wanted.split(' before ') : [];
  return date === undefined
    ? `less than ${span(wanted)} ahead`
    : `wanted at least ${span(length)} before ${valueWords(date)}`;
}

/** As it is written in the file, so that it can be found there. */
function literal(found: JsonValue | undefined): string {
  if (found === undefined || found === null) return 'it';
  if (typeof found === 'string') return found;
  return Array.isArray(found) ? found.map(literal).join(', ') : JSON.stringify(found);
}

function missing(found: JsonValue | undefined, wanted: JsonValue | undefined): JsonValue {
  if (!Array.isArray(wanted)) return wanted ?? 'something';
  const has = Array.isArray(found) ? found : [];
  const lacks = wanted.filter(value => !has.includes(value));
  return lacks.length > 0 ? lacks : wanted;
}
