import { VisuallyHidden } from '@backstage/ui';
import type { Tone } from 'backstage-plugin-infra-overview-common';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { toneIcon, toneWord } from './toneIcon';
import styles from './ToneText.module.css';

export interface ToneTextProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** A line of text with the icon and colour of its tone. */
export const ToneText = ({ tone, children }: ToneTextProps) => {
  const icon = toneIcon(tone);
  if (icon === undefined) return <span className={styles.text}>{children}</span>;
  return (
    <span className={cx(styles.text, styles[tone])}>
      <span className={styles.icon}>{icon}</span>
      <VisuallyHidden>{toneWord(tone)}: </VisuallyHidden>
      {children}
    </span>
  );
};
