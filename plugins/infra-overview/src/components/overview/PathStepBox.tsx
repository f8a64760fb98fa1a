import type { PlacedStep } from '../../lib/pathLayout';
import { ElementLink, ToneText, cx } from '../kit';
import { MarkChip } from '../impact/MarkChip';
import { usePathMark } from '../impact/PathMarks';
import styles from './RequestPath.module.css';

export interface PathStepBoxProps {
  readonly step: PlacedStep;
  /** Not in the drawing until asked for. */
  readonly folded: boolean;
}

/** A box of the path: what it is, on what it runs, how it stands. Opens everything about the thing behind it. */
export const PathStepBox = ({ step, folded }: PathStepBoxProps) => {
  const mark = usePathMark(step.id);
  return (
    <ElementLink
      path={step.element}
      look="plain"
      className={cx(
        styles.step,
        styles[step.tone],
        folded && mark === undefined && styles.folded,
        mark && styles[mark],
      )}
    >
      <span className={styles.label}>{step.label}</span>
      {mark !== undefined && (
        <span className={styles.mark}>
          <MarkChip mark={mark} />
        </span>
      )}
      {step.sublabel !== undefined && step.sublabel !== step.toneText && (
        <span className={cx(styles.sublabel, styles.plain)}>{step.sublabel}</span>
      )}
      {step.toneText !== undefined && (
        <span className={styles.sublabel}>
          <ToneText tone={step.tone}>{step.toneText}</ToneText>
        </span>
      )}
      {step.via !== undefined && (
        <span className={cx(styles.sublabel, styles.plain)}>when: {step.via}</span>
      )}
      {step.also.map(way => (
        <span key={way} className={cx(styles.sublabel, styles.plain, styles.also)}>
          {way}
        </span>
      ))}
      <span className={styles.sentence}>{step.sentence}</span>
    </ElementLink>
  );
};
