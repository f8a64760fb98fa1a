import type { FactState } from 'backstage-plugin-infra-overview-common';
import type { ReactNode } from 'react';
import { cx } from 'backstage-plugin-infra-overview-react';
import styles from './FactText.module.css';

export interface FactTextProps {
  readonly state: FactState;
  /** The words of a stated fact, or "none", "not needed: static site", "not stated" from the core. */
  readonly text?: ReactNode;
}

/** Stated, none, not needed and not stated are four things, with four looks and four words. */
export const FactText = ({ state, text }: FactTextProps) => {
  switch (state) {
    case 'stated':
      return <span className={styles.text}>{text}</span>;
    case 'none':
      return <span className={cx(styles.text, styles.none)}>{text ?? 'none'}</span>;
    case 'not-needed':
      return <span className={cx(styles.text, styles.notNeeded)}>{text ?? 'not needed'}</span>;
    case 'not-stated':
      return <span className={cx(styles.text, styles.notStated)}>{text ?? 'not stated'}</span>;
    default:
      throw new Error(state satisfies never);
  }
};
