import type { DayAnswer, SegmentAnswer } from 'backstage-plugin-deploy-windows-common';
import { cx } from 'backstage-plugin-infra-overview-react';
import { describeState } from '../../lib/describe';
import { isWithin, place, positionOf } from '../../lib/placements';
import styles from './SegmentBar.module.css';

export interface SegmentBarProps {
  readonly days: readonly DayAnswer[];
  readonly segments: readonly SegmentAnswer[];
  /** Of the server. */
  readonly now: string;
}

// Narrower than this the shape has no room; the words are in the title and in the table.
const ROOM_FOR_SHAPE = 0.02;

/** Stretches of time on a bar of days: colour, pattern and shape of each state. The same words stand in the table for those who do not see it. */
export const SegmentBar = ({ days, segments, now }: SegmentBarProps) => {
  const at = Date.parse(now);
  return (
    <div className={styles.bar} aria-hidden>
      {days.slice(1).map((day, index) => (
        <span
          key={day.date}
          className={cx(
            styles.day,
            isMonday(day) && styles.week,
            day.clockChange !== undefined && styles.change,
          )}
          style={{ left: `${((index + 1) / days.length) * 100}%` }}
        />
      ))}
      {segments.map(segment => {
        const placed = place(days, segment.start, segment.end);
        if (placed === undefined) return null;
        const { word, icon } = describeState(segment.state);
        const because = segment.rules.map(({ title }) => title).join(', ');
        return (
          <span
            key={segment.start}
            className={cx(styles.segment, styles[segment.state])}
            style={{ left: `${placed.from * 100}%`, width: `${placed.width * 100}%` }}
            title={[`${word}: ${segment.text}`, because].filter(Boolean).join(' · ')}
          >
            {placed.width > ROOM_FOR_SHAPE && icon}
          </span>
        );
      })}
      {isWithin(days, at) && (
        <span className={styles.now} style={{ left: `${positionOf(days, at) * 100}%` }} />
      )}
    </div>
  );
};

function isMonday({ label }: DayAnswer): boolean {
  return label.startsWith('Mon');
}
