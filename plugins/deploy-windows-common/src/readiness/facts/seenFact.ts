import type { ObservedFact } from 'backstage-plugin-infra-overview-common';

const KINDS = ['last-backup', 'last-restore', 'certificate-ends'] as const;

/** What a source saw, as far as facts are known by it. */
export interface SeenFact extends Pick<
  ObservedFact,
  'path' | 'environment' | 'value' | 'tone' | 'source' | 'at'
> {
  readonly kind: (typeof KINDS)[number];
  /** Why it is no news any more. */
  readonly why?: 'STALE' | 'SOURCE_FAILED';
}

type Observed = Pick<
  ObservedFact,
  'path' | 'environment' | 'kind' | 'value' | 'tone' | 'source' | 'at'
>;

/** Without what no fact is known by, in an order of its own: the same news are the same text. */
export function seenFacts(observed: readonly Observed[]): readonly SeenFact[] {
  return observed
    .flatMap(({ path, environment, value, tone, source, at, ...rest }): readonly SeenFact[] => {
      const kind = KINDS.find(known => known === rest.kind);
      if (kind === undefined) return [];
      const isOld = tone === 'unknown' && { why: 'STALE' as const };
      return [
        {
          kind,
          path,
          ...(environment !== undefined && { environment }),
          value,
          tone,
          source,
          at,
          ...isOld,
        },
      ];
    })
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf({ path, environment = '', kind, source, value }: SeenFact): string {
  return [path, environment, kind, source, value].join('\n');
}

const QUARTER_OF_A_DAY = 6 * 3_600_000;

/**
 * Equal for news that make no difference: a source looks every few minutes, and nearly always sees what it saw before. When it last
 * looked counts by the quarter of a day.
 */
export function newsOf(seen: readonly SeenFact[]): string {
  return JSON.stringify(
    seen.map(({ at, ...rest }) => ({ ...rest, at: Math.floor(at / QUARTER_OF_A_DAY) })),
  );
}

/** Of those that speak of one thing, the one who looked last. */
export function latestSeen(
  seen: readonly SeenFact[],
  asked: Pick<SeenFact, 'kind' | 'path'> & { readonly environment: string },
): SeenFact | undefined {
  let latest: SeenFact | undefined;
  for (const fact of seen) {
    if (fact.kind !== asked.kind || fact.path !== asked.path) continue;
    const { environment = asked.environment } = fact;
    if (environment.toLowerCase() !== asked.environment.toLowerCase()) continue;
    if (latest === undefined || fact.at > latest.at) latest = fact;
  }
  return latest;
}
