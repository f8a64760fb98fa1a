import styles from './Timeline.module.css';

const HOURS = [0, 6, 12, 18];

/** Marks of the clock over the bars; on a day on which the clocks change they are off by the hour, which its label says. */
export const TimelineHours = () => (
  <div className={styles.day} aria-hidden>
    <div className={styles.label} />
    <div className={styles.hours}>
      {HOURS.map(hour => (
        <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
          {String(hour).padStart(2, '0')}
        </span>
      ))}
    </div>
  </div>
);
