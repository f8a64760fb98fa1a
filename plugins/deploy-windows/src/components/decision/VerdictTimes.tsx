import type { DecisionAnswer, Instant } from 'backstage-plugin-deploy-windows-common';
import type { ReactNode } from 'react';
import { relativeWords } from '../../lib/timeWords';
import { formatInstant } from '../../time/formatInstant';
import { reader } from '../../time/reader';
import styles from './Verdict.module.css';

export interface VerdictTimesProps {
  readonly decision: DecisionAnswer;
  readonly at: Instant;
}

interface Moment {
  readonly at: string;
  readonly text: string;
  readonly reason?: string;
  readonly inYourZone?: string;
}

/** Until when, or from when: in the project's zone, in the reader's, and how long that is. */
export const VerdictTimes = ({ decision, at }: VerdictTimesProps) => {
  const { outcome, nextOpen, nextClose, nextIfNotifiedNow } = decision;
  const line = (label: string, moment: Moment | undefined) =>
    moment !== undefined && (
      <MomentLine label={label} moment={moment} zone={decision.zone} at={at} />
    );
  if (outcome === 'allowed') {
    return nextClose === undefined ? null : (
      <dl className={styles.times}>{line('Be done by', nextClose)}</dl>
    );
  }
  if (nextOpen === undefined && nextIfNotifiedNow === undefined) return null;
  return (
    <dl className={styles.times}>
      {line('If they are told now', nextIfNotifiedNow)}
      {line(nextIfNotifiedNow === undefined ? 'Opens' : 'Free anyway', nextOpen)}
      {line('and closes', nextClose)}
    </dl>
  );
};

interface MomentLineProps {
  readonly label: string;
  readonly moment: Moment;
  readonly zone: string;
  readonly at: Instant;
}

function MomentLine({ label, moment, zone, at }: MomentLineProps) {
  const notes: ReactNode[] = [
    relativeWords(at, Date.parse(moment.at)),
    ...(zone === reader.zone
      ? []
      : [`${moment.inYourZone ?? formatInstant(moment.at)} your time (${reader.zone})`]),
    ...(moment.reason === undefined ? [] : [moment.reason]),
  ];
  return (
    <div className={styles.time}>
      <dt>{label}</dt>
      <dd>
        <time dateTime={moment.at}>
          {moment.text} ({zone})
        </time>{' '}
        <span className={styles.soft}>{notes.map(note => `· ${note}`).join(' ')}</span>
      </dd>
    </div>
  );
}
