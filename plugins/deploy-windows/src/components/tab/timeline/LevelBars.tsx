import { VisuallyHidden } from '@backstage/ui';
import type {
  LaneAnswer,
  SegmentAnswer,
  TimelineAnswer,
} from 'backstage-plugin-deploy-windows-common';
import { Muted, ToneText } from 'backstage-plugin-infra-overview-react';
import { DayLabels } from '../../schedule/DayLabels';
import { SegmentBar } from '../../schedule/SegmentBar';
import styles from './LevelBars.module.css';

export interface LevelBarsProps {
  readonly answer: TimelineAnswer;
  readonly segments: readonly SegmentAnswer[];
  readonly lanes: readonly LaneAnswer[];
}

/** The four weeks at a glance: what results, and each window of each level by itself, outermost first. */
export const LevelBars = ({ answer, segments, lanes }: LevelBarsProps) => {
  const { days, now } = answer;
  return (
    <ul className={styles.bars} aria-label="Each level by itself">
      <li className={styles.row} aria-hidden>
        <span />
        <DayLabels days={days} />
      </li>
      <li className={styles.row}>
        <span>
          <b>All together</b>
        </span>
        <SegmentBar days={days} segments={segments} now={now} />
      </li>
      {lanes.map(lane => (
        <li key={lane.window} className={styles.row}>
          <span>
            {lane.title} <Muted>{lane.level.replace(/^(\w+):default\//, '$1 ')}</Muted>
            {lane.problem !== undefined && <ToneText tone="warning">{lane.problem}</ToneText>}
          </span>
          <SegmentBar
            days={days}
            segments={lane.ranges.map(range => asSegment(range, lane))}
            now={now}
          />
          <VisuallyHidden>
            {lane.ranges.length === 0
              ? 'not in these weeks'
              : lane.ranges.map(({ text }) => text).join('; ')}
          </VisuallyHidden>
        </li>
      ))}
    </ul>
  );
};

/** An opening or an agreed time lets through, a freeze holds. */
function asSegment(
  range: LaneAnswer['ranges'][number],
  { kind, window, title, level }: LaneAnswer,
): SegmentAnswer {
  return {
    ...range,
    state: kind === 'freeze' ? 'freeze' : 'open',
    rules: [{ rule: window, title, level }],
  };
}
