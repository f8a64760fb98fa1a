import type { DecisionAnswer, Instant } from 'backstage-plugin-deploy-windows-common';
import { ToneText } from 'backstage-plugin-infra-overview-react';
import { relativeWords } from '../../lib/timeWords';
import { leadWords, noticeWords } from '../../lib/words';
import { formatInstant } from '../../time/formatInstant';
import { ReadinessLine } from './ReadinessLine';
import styles from './Verdict.module.css';

export interface VerdictFactsProps {
  readonly decision: DecisionAnswer;
  readonly at: Instant;
}

// Sources that are old are said once for all environments, above them.
const SAID_ELSEWHERE = new Set([
  'CATALOG_STALE',
  'FEED_STALE',
  'TZDATA_DISPUTED',
  'INPUT_UNAVAILABLE',
  'READINESS_WARN',
]);

/** Who holds the lock, who must be told, whether it is ready, what else to mind. Nothing is said about what does not exist. */
export const VerdictFacts = ({ decision, at }: VerdictFactsProps) => {
  const { lock, notices, readiness, warnings, zone } = decision;
  return (
    <ul className={styles.facts}>
      {lock.held && (
        <li>
          <ToneText tone="bad">{lockWords(decision, at)}</ToneText>
        </li>
      )}
      {notices.map(({ audience, title, lead, state }) => (
        <li key={audience}>
          <ToneText tone={isTold(state) ? 'good' : 'warning'}>
            {title}
            {lead !== undefined && ` must know ${leadWords(lead)} before`}: {noticeWords(state)}
          </ToneText>
        </li>
      ))}
      {readiness.mode !== 'off' && (
        <li>
          <ReadinessLine decision={decision} />
        </li>
      )}
      {warnings
        .filter(({ code }) => !SAID_ELSEWHERE.has(code))
        .map(({ code, text, about, at: when }) => (
          <li key={`${code} ${about}`}>
            <ToneText tone="warning">
              {text}
              {when !== undefined && ` (${formatInstant(when, zone)})`}
            </ToneText>
          </li>
        ))}
    </ul>
  );
};

function lockWords({ lock, zone }: DecisionAnswer, at: Instant): string {
  const { holder = 'Somebody', since, reason, expiresAt, kind } = lock;
  const from = since === undefined ? '' : ` since ${formatInstant(since, zone)}`;
  const why = reason === undefined ? '' : `: ${reason}`;
  return `${holder} holds the lock${from}${why}.${lockEnd(kind, expiresAt, at)}`;
}

function lockEnd(
  kind: 'run' | 'hold' | undefined,
  expiresAt: string | undefined,
  at: Instant,
): string {
  if (expiresAt !== undefined) return ` It expires ${relativeWords(at, Date.parse(expiresAt))}.`;
  return kind === 'hold' ? ' It is kept by hand, until it is released.' : '';
}

function isTold(state: string): boolean {
  return ['free', 'announced', 'sent', 'recorded'].includes(state);
}
