import {
  dateStart,
  durationMilliseconds,
  parseInstant,
} from 'backstage-plugin-infra-overview-common';
import type { Outcome, Steps } from '../effective/outcome';
import { finding } from './finding';
import type { Located, Place } from './lookUp';
import { unknown } from './outcomes';
import { combined, until } from './steps';

const FRESH: Outcome = { status: 'pass', findings: [] };

/** What was observed counts for as long as the check allows. After that it is not known, whatever it was. */
export function whileFresh(place: Place, seen: readonly Located[], steps: Steps): Steps {
  const { observedMaxAge } = place;
  const age = observedMaxAge === undefined ? undefined : durationMilliseconds(observedMaxAge);
  if (age === undefined) return steps;
  return seen.reduce<Steps>((result, located) => {
    const { fact } = located;
    if (fact.state === 'not-stated' || fact.origin.kind !== 'observed') return result;
    const at = fact.origin.at === undefined ? undefined : instantOf(fact.origin.at);
    if (at === undefined) return result;
    const stale = unknown([finding('STALE', located, { wanted: observedMaxAge })]);
    return combined([result, until(at + age, FRESH, stale)], ([outcome, freshness]) =>
      freshness?.status === 'unknown' ? freshness : (outcome ?? stale),
    );
  }, steps);
}

/** The first instant of a day, or an instant. */
export function instantOf(text: string): number | undefined {
  return dateStart(text) ?? parseInstant(text);
}
