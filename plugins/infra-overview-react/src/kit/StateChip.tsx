import type { Tone } from 'backstage-plugin-infra-overview-common';
import type { ReactElement } from 'react';
import { cx } from './cx';
import { toneIcon } from './toneIcon';
import styles from './StateChip.module.css';

export interface StateChipProps {
  /** The word of the state: "open", "Hobby plan", "prohibited". Required, for colour never says it alone. */
  readonly label: string;
  readonly tone?: Tone;
  /** More words, shown by the browser on hover; nothing that is not also elsewhere. */
  readonly title?: string;
  /** A shape of its own, for states that share a tone. */
  readonly icon?: ReactElement;
}

/** Icon, word and colour of a state. */
export const StateChip = ({ label, tone = 'neutral', title, icon }: StateChipProps) => (
  <span className={cx(styles.chip, styles[tone])} title={title}>
    {icon ?? toneIcon(tone, 12)}
    <span className={styles.label}>{label}</span>
  </span>
);
