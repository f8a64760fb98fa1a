import type { Finding, Outcome } from '../effective/outcome';
import { finding, openOutcome } from './finding';
import { isOpen, itemsIn, lookUp, type Place } from './lookUp';
import { fail, notApplicable, pass, unknown } from './outcomes';

/** What each dependency is worth itself, waivers aside. One that is judged by nobody here is not known. */
export function upstreams(place: Place, checks: readonly string[]): Outcome {
  const list = lookUp(place, 'upstreams');
  if (isOpen(list.fact)) return openOutcome(list);
  const origin = list.fact.state === 'list' ? { origin: list.fact.origin } : {};
  const failing: Finding[] = [];
  const open: Finding[] = [];
  const met: Finding[] = [];
  for (const item of itemsIn(list)) {
    const stated = item.fields.ref;
    const ref = stated?.state === 'stated' ? String(stated.value) : item.name;
    for (const check of checks) {
      const status = place.upstream(ref, place.stage, check);
      const seen = { fact: 'upstreams', found: ref, wanted: check, ...origin };
      switch (status) {
        case 'pass':
          met.push({ code: 'MET', ...seen });
          break;
        case 'not-applicable':
          break;
        case 'fail':
        case 'expired':
          failing.push({ code: 'UPSTREAM_FAILS', ...seen });
          break;
        case 'unknown':
        case 'error':
        case undefined:
          open.push({ code: 'UPSTREAM_UNKNOWN', ...seen });
          break;
        default:
          throw new Error(status satisfies never);
      }
    }
  }
  if (failing.length > 0) return fail(failing);
  if (open.length > 0) return unknown(open);
  return met.length > 0 ? pass(met) : notApplicable([finding('NO_ITEM', list)]);
}
