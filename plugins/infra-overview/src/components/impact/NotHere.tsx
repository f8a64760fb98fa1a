import { nearestChoices, type FailureChoice } from 'backstage-plugin-infra-overview-common';
import styles from './Impact.module.css';

export interface NotHereProps {
  readonly choices: readonly FailureChoice[];
  readonly down: string;
  readonly environment: string;
  readonly onChoose: (path: string) => void;
}

/** An old link, or a part of another environment: says so, and what may be meant. */
export const NotHere = ({ choices, down, environment, onChoose }: NotHereProps) => {
  const near = nearestChoices(choices, down, 3);
  const place = environment === '' ? 'this document' : environment;
  return (
    <div role="status">
      <p>{`Nothing in ${place} can go down by the name ${down}.`}</p>
      {near.length > 0 && (
        <ul className={styles.near} aria-label="Perhaps">
          {near.map(({ path, title }) => (
            <li key={path}>
              <button type="button" className={styles.nearButton} onClick={() => onChoose(path)}>
                {title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
