import { SectionCard } from 'backstage-plugin-infra-overview-react';
import { formatDay } from '../../time/formatDay';
import { relativeWords } from '../../lib/timeWords';
import { CheckLink } from './CheckLink';
import { useReadiness } from './ReadinessContext';
import styles from './Readiness.module.css';

const DAY = 86_400_000;
const AHEAD = 60 * DAY;

/** What ends or becomes required in the next 60 days. */
export const Ahead = () => {
  const { answer, at } = useReadiness();
  const soon = answer.ahead.filter(({ at: when }) => Date.parse(when) - at <= AHEAD);
  return (
    <SectionCard id="ahead" title="In the next 60 days" count={soon.length}>
      {soon.length === 0 ? (
        <p>Nothing ends and nothing becomes required.</p>
      ) : (
        <ul className={styles.plain}>
          {soon.map(({ at: when, checkId, title, what, text }) => (
            <li key={`${checkId} ${what} ${when}`}>
              <span className={styles.soft}>
                <time dateTime={when}>{formatDay(when)}</time>,{' '}
                {relativeWords(at, Date.parse(when))}
              </span>
              <br />
              <CheckLink check={checkId}>{title}</CheckLink>: {text}
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
};
