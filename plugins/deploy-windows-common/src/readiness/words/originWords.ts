import { describeParty, freshnessOf, productName } from 'backstage-plugin-infra-overview-common';
import type { Instant } from '../../time';
import type { EvidenceKind, FactOrigin } from '../facts/fact';
import { ageWords } from './dayWords';

/** How a value is known: `stated in a document of 19 Jul 2019, never confirmed`, `provided by cloud.gov`. */
export function originWords(origin: FactOrigin, now: Instant): string {
  const { kind, at, by } = origin;
  switch (kind) {
    case 'declared':
      return declaredWords(origin, now);
    case 'observed':
      return `seen by ${by ?? 'a source'}${when(at, now)}`;
    case 'inherited':
      return providedBy(by);
    case 'attested':
      return `confirmed by ${by === undefined ? 'a person' : describeParty(by)}${when(at, now)}`;
    default:
      throw new Error(kind satisfies never);
  }
}

function declaredWords({ at, by, method, cadence }: FactOrigin, now: Instant): string {
  if (method === undefined) return at === undefined && by !== undefined ? by : undated(at, now);
  return freshnessOf(
    {
      method,
      ...(at !== undefined && { at }),
      ...(by !== undefined && { by }),
      ...(cadence !== undefined && { cadence }),
    },
    now,
  ).words;
}

function undated(at: string | undefined, now: Instant): string {
  return freshnessOf({ method: 'document', ...(at !== undefined && { at }) }, now).words;
}

/** A platform guarantees it, or a standard fills it in. */
function providedBy(by: string | undefined): string {
  if (by === undefined) return 'provided by the platform';
  return by.includes(':')
    ? `set by the standard of ${describeParty(by)}`
    : `provided by ${productName(by)}`;
}

export function evidenceLabel(kind: EvidenceKind): string {
  switch (kind) {
    case 'declared':
      return 'Stated';
    case 'observed':
      return 'Seen';
    case 'inherited':
      return 'Provided';
    case 'attested':
      return 'Confirmed';
    default:
      throw new Error(kind satisfies never);
  }
}

function when(at: string | undefined, now: Instant): string {
  const instant = at === undefined ? NaN : Date.parse(at);
  return Number.isNaN(instant) ? ', no date' : ` ${ageWords(now, instant)}`;
}
