import type { DecisionAnswer, Instant } from 'backstage-plugin-deploy-windows-common';
import { ToneText } from 'backstage-plugin-infra-overview-react';
import { overridableRules } from '../../lib/decisions';
import { cureWords } from '../../lib/words';
import { formatInstant } from '../../time/formatInstant';
import styles from './Preview.module.css';

export interface OverrideConsequencesProps {
  readonly decision: DecisionAnswer;
  readonly rules: ReadonlySet<string>;
  readonly end: Instant;
  readonly use: 'single' | 'timed' | 'emergency';
}

/** What follows from it, and what stays in the way all the same. */
export const OverrideConsequences = ({ decision, rules, end, use }: OverrideConsequencesProps) => {
  const { zone, reasons } = decision;
  const chosen = overridableRules(decision).filter(({ rule }) => rules.has(rule));
  const hard = chosen.filter(reason => reason.hard === true);
  const remaining = reasons.filter(({ rule }) => rule === undefined || !rules.has(rule));
  const tellsLater = chosen.some(
    ({ code }) => code === 'NOTICE_REQUIRED' || code === 'NOTICE_PENDING',
  );
  return (
    <section className={styles.preview} aria-label="What it would do" aria-live="polite">
      <ul>
        <li>
          It ends {formatInstant(new Date(end).toISOString(), zone)} ({zone})
          {use === 'timed' ? '.' : ', or as soon as it was used.'}
        </li>
        {tellsLater && (
          <li>
            {use === 'emergency'
              ? 'The audience must be told within an hour after it.'
              : 'The audience is not told by it: tell them yourself.'}
          </li>
        )}
        <li>It is in the log under your name and has to be reviewed afterwards.</li>
        <li>Where two people are required, it counts only once somebody else approved it.</li>
        {hard.map(({ rule, title, overridableBy = [] }) => (
          <li key={rule}>
            <ToneText tone="warning">
              {title ?? 'This freeze'} is hard: only{' '}
              {overridableBy.length === 0 ? 'nobody' : overridableBy.join(', ')} can set it aside.
            </ToneText>
          </li>
        ))}
        {remaining.map(({ code, rule, text, clearedBy }) => (
          <li key={`${code} ${rule}`}>
            <ToneText tone="bad">
              It does not set aside: {text}
              {clearedBy.length > 0 && ` (helped by ${cureWords(clearedBy)})`}.
            </ToneText>
          </li>
        ))}
      </ul>
    </section>
  );
};
