import type { JsonObject } from '@backstage/types';
import { describeDate } from './describeDate';
import { describeDuration } from './describeDuration';
import { describeInstances } from './describeInstances';
import { describeMoney } from './describeMoney';
import { describeParty } from './describeParty';
import { describeScheduleFields, type ScheduleFields } from './describeSchedule';
import { textOf } from './jsonValue';
import { present } from './sentence';
import { wordLabel } from './wordLabels';

/** Objects that read better as one phrase than as a list of fields; undefined for all others and for odd shapes. */
export function describeKnownObject(key: string, value: JsonObject): string | undefined {
  if (typeof value.amount === 'number' && typeof value.currency === 'string') {
    const per =
      value.per === 'hour' || value.per === 'month' || value.per === 'year' ? value.per : undefined;
    return describeMoney({ amount: value.amount, currency: value.currency, per });
  }
  if (key === 'threshold') return describeThreshold(value);
  if (key === 'instances') return describeInstances(value);
  if (key === 'verified') return describeVerified(value);
  // The document reader has checked its fields; odd shapes were dropped there.
  if (key === 'schedule' && isSchedule(value))
    return describeScheduleFields(value as ScheduleFields);
  return undefined;
}

function isSchedule(value: JsonObject): boolean {
  return ['type', 'days', 'on', 'dates', 'rule', 'start', 'feed', 'from'].some(
    field => field in value,
  );
}

function describeThreshold(value: JsonObject): string | undefined {
  if (typeof value.value !== 'number') return undefined;
  const over = textOf(value.over);
  return present([
    `${value.value}`,
    textOf(value.unit),
    over !== undefined && `over ${describeDuration(over)}`,
  ]).join(' ');
}

function describeVerified(value: JsonObject): string {
  const at = textOf(value.at);
  const by = textOf(value.by);
  const source = textOf(value.source);
  const lines = textOf(value.lines);
  const cadence = textOf(value.cadence);
  const method =
    { document: 'stated in a document', human: 'checked by hand', observed: 'observed' }[
      String(value.method)
    ] ?? wordLabel(String(value.method));
  return present([
    at === undefined
      ? `${method}, no date`
      : `${method}${value.method === 'document' ? ' of' : ','} ${describeDate(at)}`,
    by !== undefined && `by ${describeParty(by)}`,
    source !== undefined && `source: ${source}`,
    lines !== undefined && `lines ${lines}`,
    cadence !== undefined && `look again after ${describeDuration(cadence)}`,
  ]).join(', ');
}
