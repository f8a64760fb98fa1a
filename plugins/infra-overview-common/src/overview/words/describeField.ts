import type { JsonValue } from '@backstage/types';
import type { FactState, Tone } from '../tone';
import { describeAbout } from './describeAbout';
import { describeDate } from './describeDate';
import { describeDuration, describeFrequency, describeLead } from './describeDuration';
import { describeParty } from './describeParty';
import { NONE } from './emptiness';
import { productName } from './productName';
import { storeLabel, wordLabel } from './wordLabels';

export interface FieldWords {
  readonly text: string;
  readonly fact: FactState;
  readonly tone: Tone;
  readonly href?: string;
}

const DURATION = /^P(?=\d|T\d)(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?$/;
const ENTITY = /^(group|user|role|resource|component|system|domain|api):\S+$/i;
const RECURRING = new Set(['frequency', 'cadence', 'wipe', 'interval']);
const PRODUCTS = new Set(['product', 'platform', 'provider', 'runsOn']);
const CLOSED_WORDS = new Set([
  'category',
  'kind',
  'stage',
  'status',
  'level',
  'expected',
  'method',
  'delivery',
  'trigger',
  'strategy',
  'impact',
  'builtIn',
  'redundancy',
  'failover',
  'operatedBy',
  'selection',
  'enforcedBy',
  'indexing',
  'channel',
  'severity',
  'reason',
  'type',
  'mustFit',
  'mode',
  'readiness',
  'onUnavailable',
  'scaling',
  'migrations',
  'rollout',
  'unit',
  'require',
  'directConnections',
  'role',
]);
// Where "none" is not bad news.
const GOOD_NONE = new Set(['downtime', 'impact', 'password']);
const NEUTRAL_NONE = new Set(['migrations', 'directConnections', 'receives', 'method']);
const BAD_NO = new Set([
  'durable',
  'autoRenew',
  'redirectHttp',
  'reachesPerson',
  'offsite',
  'snapshotBefore',
]);

/** One plain value of the document in words. Objects and lists are the business of `fieldRows`. */
export function describeField(key: string, value: string | number | boolean): FieldWords {
  if (typeof value === 'boolean') return describeYesNo(key, value);
  if (value === 'none') return { text: NONE, fact: 'none', tone: toneOfNone(key) };
  if (typeof value === 'number') return stated(String(value));
  const href = safeHref(value);
  return href === undefined ? stated(describeText(key, value)) : { ...stated(value), href };
}

function stated(text: string): FieldWords {
  return { text, fact: 'stated', tone: 'neutral' };
}

function describeYesNo(key: string, value: boolean): FieldWords {
  if (value) return stated('yes');
  return { text: 'no', fact: 'none', tone: BAD_NO.has(key) ? 'bad' : 'neutral' };
}

function toneOfNone(key: string): Tone {
  if (GOOD_NONE.has(key)) return 'good';
  return NEUTRAL_NONE.has(key) ? 'neutral' : 'bad';
}

function describeText(key: string, value: string): string {
  if (key === 'about') return describeAbout(value);
  if (key === 'lead') return describeLead(value);
  if (DURATION.test(value))
    return RECURRING.has(key) ? describeFrequency(value) : describeDuration(value);
  if (DATE.test(value)) return describeDate(value);
  const place = /^(platform|environment):(.+)$/.exec(value);
  if (place)
    return place[1] === 'platform'
      ? `the platform ${productName(place[2] ?? '')}`
      : `the environment ${place[2]}`;
  if (ENTITY.test(value)) return describeParty(value);
  if (key === 'store') return storeLabel(value);
  if (PRODUCTS.has(key)) return productName(value);
  return CLOSED_WORDS.has(key) ? wordLabel(value) : value;
}

/** An address that is safe to put into a link: https and mailto only, whatever a document says. */
export function safeHref(text: string): string | undefined {
  return /^(https:\/\/[^\s<>"']+|mailto:[^\s<>"']+)$/i.test(text) ? text : undefined;
}

export function isPlain(value: JsonValue | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
