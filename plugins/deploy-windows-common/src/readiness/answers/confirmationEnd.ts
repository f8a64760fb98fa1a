import { dateStart, durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import type { Instant } from '../../time';
import type { FactItem, Facts } from '../facts/fact';
import type { AttestTerms } from '../pack/pack';

/** Where a check says nothing of its own. */
const A_YEAR = 'P365D';

/** When a confirmation ends: after the time the check grants, or at the first dated event that comes, whichever is first. */
export function confirmationEnd(
  terms: Pick<AttestTerms, 'validFor' | 'endsAt'> | undefined,
  facts: Facts | undefined,
  attestedAt: Instant,
): Instant {
  const lasts =
    durationMilliseconds(terms?.validFor ?? A_YEAR) ?? durationMilliseconds(A_YEAR) ?? 0;
  const event = nextEvent(terms?.endsAt, facts, attestedAt);
  return Math.min(attestedAt + lasts, event ?? Infinity);
}

/** `capacity.events.at`: the field `at` of the list `capacity.events`. */
function nextEvent(
  endsAt: string | undefined,
  facts: Facts | undefined,
  after: Instant,
): Instant | undefined {
  if (endsAt === undefined || facts === undefined) return undefined;
  const list = Object.entries(facts.fields).find(([name]) => endsAt.startsWith(`${name}.`));
  if (list === undefined || list[1].state !== 'list') return undefined;
  const field = endsAt.slice(list[0].length + 1);
  const days = list[1].items
    .map(item => dayOf(item, field))
    .filter(day => day !== undefined && day > after);
  return days.length === 0 ? undefined : Math.min(...days.filter(day => day !== undefined));
}

function dayOf({ fields }: FactItem, field: string): Instant | undefined {
  const fact = fields[field];
  return fact?.state === 'stated' ? dateStart(String(fact.value)) : undefined;
}
