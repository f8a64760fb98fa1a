import type { DayAnswer } from 'backstage-plugin-deploy-windows-common';
import styles from './SegmentBar.module.css';

/** The days above bars: each of a week, or the first of every week where there are more. */
export const DayLabels = ({ days }: { readonly days: readonly DayAnswer[] }) => {
  const every = days.length > 7 ? 7 : 1;
  return (
    <div className={styles.labels}>
      {days
        .filter((_, index) => index % every === 0)
        .map(({ date, label }) => (
          <span key={date} style={{ width: `${(100 * every) / days.length}%` }}>
            {label}
          </span>
        ))}
    </div>
  );
};
