import { instantText, parseInstant } from 'backstage-plugin-infra-overview-common';
import type { Fact, FactOrigin, Scalar, Sight } from './fact';
import type { Said } from './said';
import type { SeenFact } from './seenFact';

/** What a source saw, with the place of the document that it is about. */
export function sightOf(
  said: Said<Scalar>,
  { source, at, value }: SeenFact,
  what: Sight['what'],
): FactOrigin {
  const { entityRef, path } = said.origin;
  return {
    ...(entityRef !== undefined && { entityRef }),
    path,
    kind: 'observed',
    at: instantText(at),
    by: source,
    seen: { what, at: value },
    ...(said.value !== undefined && { declared: said.value }),
  };
}

/** A source saw otherwise, and nobody knows whether it still is so: that is no reason to believe what is written. */
export function notKnown(said: Said<Scalar>, why: NonNullable<SeenFact['why']>): Fact {
  return {
    state: 'not-stated',
    wanted: said.path,
    why,
    ...(said.value !== undefined && { declared: said.value }),
  };
}

export function happenedAt({ value }: SeenFact): number | undefined {
  return parseInstant(value);
}
