import { DEFAULT_CADENCE, type Verified } from '../document';
import type { EffectiveInfra, Origin } from '../effective';
import { dateEnd, durationMilliseconds, type Instant } from '../time';
import { dateWords } from './dateWords';
import { partyWords } from './partyWords';

/** How it is known, since when, and whether it is time to look again. */
export type Freshness = {
  readonly state: FreshnessState;
  readonly at?: string;
  readonly by?: string;
  readonly source?: string;
  readonly stale: boolean;
  /** "stated in a document of 19 Jul 2019, never confirmed" */
  readonly words: string;
};

export type FreshnessState = 'observed' | 'confirmed' | 'stated' | 'undated';

export function freshnessOf(
  verified: Verified | undefined,
  now: Instant,
  options: { readonly derived?: boolean | undefined } = {},
): Freshness {
  const between = options.derived === true ? ', read between the lines' : '';
  if (verified === undefined) return { state: 'undated', stale: false, words: `no date${between}` };
  const { at, by, source } = verified;
  return {
    state: at === undefined ? 'undated' : stateOf(verified.method),
    ...(at !== undefined && { at }),
    ...(by !== undefined && { by }),
    ...(source !== undefined && { source }),
    stale: isStale(verified, now),
    words: `${words(verified)}${between}`,
  };
}

/** Of everything the project itself says, the oldest date. What it inherits counts only where it says nothing. */
export function freshnessOfDocument(
  effective: Pick<EffectiveInfra, 'document' | 'origins'>,
  now: Instant,
): Freshness {
  const origins = Object.values(effective.origins);
  const own = origins.filter(({ level }) => level === 'system' || level === 'component');
  const oldest = oldestOf(own.length > 0 ? own : origins);
  return freshnessOf(oldest ?? effective.document.verified, now);
}

function oldestOf(origins: readonly Origin[]): Verified | undefined {
  let oldest: Verified | undefined;
  for (const { verified } of origins) {
    if (verified?.at === undefined) continue;
    // ISO dates sort as text.
    if (oldest?.at === undefined || verified.at < oldest.at) oldest = verified;
  }
  return oldest;
}

/** Stale from the day after the cadence has passed. */
function isStale({ at, cadence }: Verified, now: Instant): boolean {
  const known = at === undefined ? undefined : dateEnd(at);
  const lasts = durationMilliseconds(cadence ?? DEFAULT_CADENCE);
  return known !== undefined && lasts !== undefined && now >= known + lasts;
}

function stateOf(method: Verified['method']): FreshnessState {
  switch (method) {
    case 'observed':
      return 'observed';
    case 'human':
      return 'confirmed';
    case 'document':
      return 'stated';
    default:
      throw new Error(method satisfies never);
  }
}

function words({ method, at, by, source }: Verified): string {
  const date = at === undefined ? undefined : dateWords(at);
  switch (method) {
    case 'observed':
      return listed(date === undefined ? 'observed, no date' : `observed ${date}`, source);
    case 'human': {
      const who = by === undefined ? '' : ` by ${partyWords(by)}`;
      return date === undefined
        ? `checked by hand${who}, no date`
        : `checked by hand ${date}${who}, says the file`;
    }
    case 'document':
      return date === undefined
        ? 'stated in a document without a date, never confirmed'
        : `stated in a document of ${date}, never confirmed`;
    default:
      throw new Error(method satisfies never);
  }
}

function listed(first: string, second: string | undefined): string {
  return second === undefined ? first : `${first}, ${second}`;
}
