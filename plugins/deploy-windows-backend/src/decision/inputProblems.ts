import {
  MINUTE,
  type EffectivePolicy,
  type FeedTables,
  type InputProblem,
  type Instant,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { FeedConfig, SnapshotConfig } from '../config';
import type { Epoch } from '../runtime/Epoch';
import { ageText } from '../display/ageText';

const DAY = 24 * 60 * MINUTE;

/** What is old: the documents, and the calendars that windows of the policy use. */
export function staleProblems(
  { readAt }: Epoch,
  policy: EffectivePolicy,
  feeds: FeedTables,
  {
    snapshot,
    feeds: configured,
  }: {
    readonly snapshot: Pick<SnapshotConfig, 'staleAfter' | 'maxAge'>;
    readonly feeds: readonly FeedConfig[];
  },
  now: Instant,
): readonly InputProblem[] {
  return [
    ...catalogProblems(readAt, snapshot, now),
    ...feedProblems(policy, feeds, configured, now),
  ];
}

function catalogProblems(
  readAt: Instant | undefined,
  { staleAfter, maxAge }: Pick<SnapshotConfig, 'staleAfter' | 'maxAge'>,
  now: Instant,
): readonly InputProblem[] {
  if (readAt === undefined)
    return [{ code: 'INPUT_UNAVAILABLE', source: 'catalog', text: 'the catalog was never read' }];
  const age = now - readAt;
  if (age <= staleAfter) return [];
  const text = `the catalog was last read ${ageText(age)} ago`;
  const stale: InputProblem = { code: 'CATALOG_STALE', source: 'catalog', text };
  return age <= maxAge ? [stale] : [{ code: 'INPUT_UNAVAILABLE', source: 'catalog', text }, stale];
}

function feedProblems(
  policy: EffectivePolicy,
  feeds: FeedTables,
  configured: readonly FeedConfig[],
  now: Instant,
): readonly InputProblem[] {
  const used = new Set(
    policy.windows.flatMap(({ schedule }) => (schedule?.type === 'feed' ? [schedule.feed] : [])),
  );
  return [...used].flatMap((id): readonly InputProblem[] => {
    const trustedUntil = Object.hasOwn(feeds, id) ? feeds[id]?.trustedUntil : undefined;
    const maxAge = configured.find(feed => feed.id === id)?.maxAge;
    if (trustedUntil === undefined || maxAge === undefined) return [];
    const age = now - (trustedUntil - maxAge);
    if (age <= Math.min(DAY, maxAge)) return [];
    const consequence =
      now >= trustedUntil ? '; its freezes hold, and nothing else of it counts' : '';
    return [
      {
        code: 'FEED_STALE',
        source: id,
        text: `the calendar ${id} was last read ${ageText(age)} ago${consequence}`,
      },
    ];
  });
}
