import type { VerdictAnswer } from 'backstage-plugin-deploy-windows-common';
import { CheckLink } from './CheckLink';
import styles from './Readiness.module.css';

/** The verdict as a sentence; each check that it names leads to its row. Announced when it changes. */
export const VerdictSentence = ({ parts, sentence }: Pick<VerdictAnswer, 'parts' | 'sentence'>) => (
  <p className={styles.sentence} aria-live="polite">
    {parts.length === 0
      ? sentence
      : parts.map(({ text, checkId }, index) =>
          checkId === undefined ? (
            // Parts have no identity but their place.
            // eslint-disable-next-line react/no-array-index-key
            <span key={index}>{text}</span>
          ) : (
            <CheckLink key={`${checkId}`} check={checkId}>
              {text}
            </CheckLink>
          ),
        )}
  </p>
);
