import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import type { Steps } from '../effective/outcome';
import { finding, openOutcome } from './finding';
import { isOpen, lookUp, type Located, type Place } from './lookUp';
import { fail, pass, unknown } from './outcomes';
import { always, until } from './steps';
import { scalarOf } from './values';
import { instantOf } from './whileFresh';

/** Passes until the date is `length` ago. */
export function ageAtMost(place: Place, date: Located, length: string): Steps {
  return dated(place, date, length, (at, span) =>
    until(
      at + span,
      pass([finding('MET', date, { wanted: length })]),
      fail([finding('TOO_OLD', date, { wanted: length })]),
    ),
  );
}

/** Passes until the date is only `length` ahead. */
export function aheadAtLeast(place: Place, date: Located, length: string): Steps {
  return dated(place, date, length, (at, span) =>
    until(
      at - span,
      pass([finding('MET', date, { wanted: length })]),
      fail([finding('TOO_SOON', date, { wanted: length })]),
    ),
  );
}

export function precedes(earlier: Located, later: Located, by: string): Steps {
  for (const located of [earlier, later]) {
    if (isOpen(located.fact)) return always(openOutcome(located));
    if (located.fact.state === 'none') return always(fail([finding('NONE_DECLARED', located)]));
  }
  const [from, to] = [instantOf(String(scalarOf(earlier))), instantOf(String(scalarOf(later)))];
  const span = durationMilliseconds(by);
  if (from === undefined || to === undefined || span === undefined) {
    return always(unknown([finding('ABSENT', from === undefined ? earlier : later)]));
  }
  const wanted = `${by} before ${String(scalarOf(later))}`;
  return always(
    from + span <= to
      ? pass([finding('MET', earlier, { wanted })])
      : fail([finding('TOO_SOON', earlier, { wanted })]),
  );
}

function dated(
  place: Place,
  date: Located,
  length: string,
  steps: (at: number, span: number) => Steps,
): Steps {
  if (isOpen(date.fact)) return always(openOutcome(date, length));
  if (date.fact.state === 'none') {
    return always(fail([finding('NONE_DECLARED', date, { wanted: length })]));
  }
  const at = instantOf(String(scalarOf(date)));
  if (at === undefined) return always(unknown([finding('ABSENT', date)]));
  const literal = durationMilliseconds(length);
  if (literal !== undefined) return steps(at, literal);
  const fact = lookUp(place, length);
  if (isOpen(fact.fact)) return always(openOutcome(fact));
  const span = durationMilliseconds(String(scalarOf(fact)));
  return span === undefined ? always(unknown([finding('ABSENT', fact)])) : steps(at, span);
}
