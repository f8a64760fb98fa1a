import type { SegmentAnswer } from 'backstage-plugin-deploy-windows-common';
import { TargetStateChip } from '../../TargetStateChip';
import styles from './Timeline.module.css';

/** The states that occur. */
export const TimelineLegend = ({ segments }: { readonly segments: readonly SegmentAnswer[] }) => {
  const states = [...new Set(segments.map(({ state }) => state))];
  return (
    <div className={styles.legend} aria-hidden>
      {states.map(state => (
        <TargetStateChip key={state} state={state} />
      ))}
    </div>
  );
};
