import type { Verified } from '../document';
import { dateStart, dateText, type Instant } from '../time';
import { freshnessOf, type Freshness } from './freshness';
import { dayWords } from './instantWords';

/** What is known of a fact beside the document. */
export interface Newer {
  /** The newest word of a person. */
  readonly confirmation?: {
    readonly state: 'in-force' | 'changed' | 'past-cadence';
    readonly answer: 'still-true' | 'not-true' | 'unknown';
    readonly by: string;
    readonly at: Instant;
    readonly words: string;
  };
  /** When a source saw the same as the document says; left out when it saw something else, or long ago. */
  readonly observedAt?: Instant;
  /** Title of that source. */
  readonly source?: string;
  readonly derived?: boolean;
}

export interface FreshnessWithOlder extends Freshness {
  /** The other words about it, newest first, for those who look closer. */
  readonly older: readonly string[];
}

interface Word {
  readonly at: Instant;
  readonly freshness: Freshness;
}

/**
 * The word to trust: an observation newer than the newest confirmation, else that confirmation, else what the document states.
 * "Not true" comes before all of them until the document changes.
 */
export function freshnessWith(
  verified: Verified | undefined,
  newer: Newer,
  now: Instant,
): FreshnessWithOlder {
  const stated = freshnessOf(verified, now, { derived: newer.derived });
  const words = [observation(newer), confirmation(newer)].filter(word => word !== undefined);
  const said = { at: statedAt(stated), freshness: stated };
  const ranked = [...words, said].sort((a, b) => rank(a) - rank(b) || b.at - a.at);
  const [first = said, ...others] = ranked;
  const older = [
    ...others.map(({ freshness }) => freshness.words),
    ...(newer.confirmation !== undefined && isPast(newer) ? [newer.confirmation.words] : []),
  ];
  if (!isDisputed(newer)) return { ...first.freshness, older };
  return {
    ...first.freshness,
    stale: true,
    words: newer.confirmation?.words ?? first.freshness.words,
    older: [first.freshness.words, ...older],
  };
}

/** Whatever somebody looked at, before what a document merely states. */
function rank({ freshness }: Word): number {
  return freshness.state === 'observed' || freshness.state === 'confirmed' ? 0 : 1;
}

function observation({ observedAt, source }: Newer): Word | undefined {
  if (observedAt === undefined) return undefined;
  const day = dayWords(observedAt);
  return {
    at: observedAt,
    freshness: {
      state: 'observed',
      at: dateText(observedAt),
      ...(source !== undefined && { source }),
      stale: false,
      words: source === undefined ? `observed ${day}` : `observed ${day}, ${source}`,
    },
  };
}

function confirmation({ confirmation: said }: Newer): Word | undefined {
  if (said === undefined || said.state !== 'in-force' || said.answer !== 'still-true')
    return undefined;
  return {
    at: said.at,
    freshness: {
      state: 'confirmed',
      at: dateText(said.at),
      by: said.by,
      stale: false,
      words: said.words,
    },
  };
}

function isDisputed({ confirmation: said }: Newer): boolean {
  return said?.state === 'in-force' && said.answer === 'not-true';
}

function isPast({ confirmation: said }: Newer): boolean {
  return said !== undefined && (said.state !== 'in-force' || said.answer === 'unknown');
}

/** A day without a time is taken at its start: what was seen that day is newer. */
function statedAt({ at }: Freshness): Instant {
  return (at === undefined ? undefined : dateStart(at)) ?? -Infinity;
}
