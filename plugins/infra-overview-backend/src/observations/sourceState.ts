import { counted, type Instant, type SourceState } from 'backstage-plugin-infra-overview-common';
import type { LastRuns } from './store/RunStore';

const MINUTE = 60_000;

/** How one source is doing, for a page about these subjects. */
export function sourceState(
  { id, title, maxAge }: { readonly id: string; readonly title: string; readonly maxAge: number },
  runs: LastRuns | undefined,
  { now, among }: { readonly now: Instant; readonly among: ReadonlySet<string> },
): SourceState {
  if (!runs) {
    return {
      source: id,
      title,
      state: 'never-ran',
      stale: false,
      dropped: [],
      words: `${title} has not looked yet`,
    };
  }
  const { last, lastGood } = runs;
  const mine = last.dropped.filter(({ subject }) => among.has(subject));
  const reason = last.reason ?? mine.flatMap(entry => ('reason' in entry ? entry.reason : []))[0];
  const seenAt = lastGood?.finishedAt;
  return {
    source: id,
    title,
    state: last.outcome,
    ...(reason !== undefined && { reason }),
    ranAt: last.finishedAt,
    ...(seenAt !== undefined && { seenAt }),
    stale: seenAt === undefined || now - seenAt > maxAge,
    dropped: mine.flatMap(entry => ('path' in entry ? [`${entry.subject}: ${entry.path}`] : [])),
    words: words(title, runs, reason, now),
  };
}

function words(
  title: string,
  { last, lastGood }: LastRuns,
  reason: string | undefined,
  now: Instant,
): string {
  const seen = lastGood
    ? `looked ${ago(now - lastGood.finishedAt)}`
    : 'has not brought anything yet';
  switch (last.outcome) {
    case 'ok':
      return `${title} ${seen}`;
    case 'partial':
      return `${title} ${seen}, not at everything`;
    case 'failed':
      return `${title} could not look: ${reason ?? 'no reason is known'}; it last ${seen}`.replace(
        'it last has not',
        'it has not',
      );
    case 'disabled':
      return `${title} is switched off: ${reason ?? 'no reason is known'}`;
    default:
      throw new Error(last.outcome satisfies never);
  }
}

function ago(milliseconds: number): string {
  const minutes = Math.floor(Math.max(0, milliseconds) / MINUTE);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${counted(minutes, 'minute')} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${counted(hours, 'hour')} ago`;
  return `${counted(Math.floor(hours / 24), 'day')} ago`;
}
