import {
  describeDate,
  describeParty,
  freshnessOf,
  productName,
} from 'backstage-plugin-infra-overview-common';
import type { Instant } from '../../time';
import type { EvidenceKind, FactOrigin, Sight } from '../facts/fact';
import { ageWords } from './dayWords';

/** How a value is known: `stated in a document of 19 Jul 2019, never confirmed`, `provided by cloud.gov`. */
export function originWords(origin: FactOrigin, now: Instant): string {
  const { kind, at, by } = origin;
  switch (kind) {
    case 'declared':
      return declaredWords(origin, now);
    case 'observed': {
      const looker = `seen by ${by === undefined ? 'a source' : productName(by)}`;
      return origin.seen === undefined
        ? `${looker}${when(at, now)}`
        : `${seenWords(origin, origin.seen, now)}, ${looker}`;
    }
    case 'inherited':
      return providedBy(by);
    case 'attested':
      return `confirmed by ${by === undefined ? 'a person' : describeParty(by)}${when(at, now)}`;
    default:
      throw new Error(kind satisfies never);
  }
}

/** What was seen, and what is declared where that is something else. */
function seenWords({ declared }: FactOrigin, { what, at }: Sight, now: Instant): string {
  switch (what) {
    case 'backup':
    case 'late-backup':
      return `last backup${when(at, now)}`;
    case 'failed-backup':
      return `last backup${when(at, now)} failed`;
    case 'restore':
      return `last restore outside production${when(at, now)}`;
    case 'certificate': {
      const ends = describeDate(at.slice(0, 10));
      const stated = typeof declared === 'string' ? describeDate(declared.slice(0, 10)) : ends;
      return `certificate ends ${ends}${stated === ends ? '' : `, declared ${stated}`}`;
    }
    default:
      throw new Error(what satisfies never);
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
