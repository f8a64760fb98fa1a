import { DAY } from 'backstage-plugin-deploy-windows-common/evaluator';
import {
  aheadWords,
  type Change,
  type Instant,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { OutboxMessage } from '../../outbox/OutboxMessage';
import type { StoredVerdict } from '../assessment/Assessments';
import type { Opened } from './DigestReader';

/** How far a digest looks ahead, and how much of that is new a week later. */
const AHEAD = 30 * DAY;
const WEEK = 7 * DAY;
const MOST_LINES = 12;

export interface Digest {
  readonly owner: string;
  /** Of the week, in the zone of the group. */
  readonly monday: string;
  readonly subjects: readonly StoredVerdict[];
  /** In the last week. */
  readonly opened: readonly Opened[];
  readonly titleOf: (checkId: string) => string;
}

/** One message a week for everything a group owns; nothing where nothing is new. */
export function digestMessage(digest: Digest, now: Instant): OutboxMessage | undefined {
  const opened = openedLines(digest);
  const ahead = aheadOf(digest, now);
  const isNew = opened.length > 0 || ahead.some(({ change }) => change.at > now + AHEAD - WEEK);
  if (!isNew) return undefined;
  const { owner, monday } = digest;
  const lines = [...opened, ...ahead.map(({ text }) => text)];
  const more = lines.length - MOST_LINES;
  return {
    dedupeKey: `readiness-digest:${owner}:${monday}`,
    topic: 'deploy-windows.readiness-digest',
    payload: { kind: 'weekly', owner, opened: opened.length, ahead: ahead.length },
    notify: {
      recipients: [owner],
      title: titleOf(opened.length, ahead.length),
      description: [
        ...lines.slice(0, MOST_LINES),
        ...(more > 0 ? [`… and ${more} more`] : []),
      ].join('\n'),
      link: `/readiness?owner=${encodeURIComponent(owner)}`,
      severity: 'normal',
      scope: `deploy-windows:readiness:digest:${owner}`,
    },
  };
}

function openedLines({ subjects, opened }: Digest): readonly string[] {
  const lines: string[] = [];
  for (const { outline, verdict } of subjects) {
    const young = new Set(
      opened.filter(({ subject }) => subject === outline.key).map(({ checkId }) => checkId),
    );
    for (const { checkId, title } of verdict.open)
      if (young.has(checkId)) lines.push(`Open: ${title} (${nameOf(outline)})`);
  }
  return lines;
}

interface Coming {
  readonly change: Change;
  readonly text: string;
}

function aheadOf({ subjects, titleOf: title }: Digest, now: Instant): readonly Coming[] {
  const seen = new Set<string>();
  const coming: Coming[] = [];
  for (const { outline, verdict } of subjects) {
    for (const change of verdict.ahead) {
      if (change.at <= now || change.at > now + AHEAD) continue;
      if (change.what === 'result-changes') continue;
      const text = `${title(change.checkId)}: ${aheadWords(change, now)} (${nameOf(outline)})`;
      const key = `${change.checkId} ${change.what} ${change.at} ${outline.entityRef}`;
      // What holds for a whole service ends in every environment at once.
      if (seen.has(key)) continue;
      seen.add(key);
      coming.push({ change, text });
    }
  }
  return coming.sort((a, b) => a.change.at - b.change.at);
}

function titleOf(opened: number, ahead: number): string {
  const parts = [
    ...(opened > 0 ? [`${opened} must-have${opened === 1 ? '' : 's'} opened`] : []),
    ...(ahead > 0 ? [`${ahead} end${ahead === 1 ? 's' : ''} or become required in 30 days`] : []),
  ];
  return `Readiness this week: ${parts.join(', ')}`;
}

export function nameOf({
  title,
  environment,
}: {
  readonly title: string;
  readonly environment?: string;
}): string {
  return environment === undefined ? title : `${title} ${environment}`;
}
