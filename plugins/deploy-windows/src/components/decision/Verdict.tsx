import type { DecisionAnswer, Instant } from 'backstage-plugin-deploy-windows-common';
import { Fold, Muted } from 'backstage-plugin-infra-overview-react';
import { DecisionActions } from '../actions/DecisionActions';
import { TargetStateChip } from '../TargetStateChip';
import { HowItGoes } from './HowItGoes';
import { NeverOpens } from './NeverOpens';
import { VerdictFacts } from './VerdictFacts';
import { VerdictTimes } from './VerdictTimes';
import styles from './Verdict.module.css';

export interface VerdictProps {
  readonly decision: DecisionAnswer;
  /** Now, by the server's clock. */
  readonly at: Instant;
  /** `short`: what can be done about it is one press away. */
  readonly depth: 'full' | 'short';
  /** Something was done that may change the answer. */
  readonly onChanged: () => void;
}

/** One environment: may it go now, until when, if not when, who stands in the way, what can be done. */
export const Verdict = ({ decision, at, depth, onChanged }: VerdictProps) => {
  const rest = (
    <>
      {decision.procedure !== undefined && <HowItGoes decision={decision} />}
      <DecisionActions decision={decision} at={at} onChanged={onChanged} />
    </>
  );
  return (
    <div className={styles.verdict} data-state={decision.state}>
      <div className={styles.head}>
        <TargetStateChip state={decision.state} />
        <h3 className={styles.environment}>{decision.environment}</h3>
        {decision.stage !== decision.environment && <Muted>{decision.stage}</Muted>}
      </div>
      {/* The sentence is announced when it changes, and stays silent when it is only checked again. */}
      <p className={styles.sentence} aria-live="polite">
        {decision.sentence}
      </p>
      <NeverOpens decision={decision} />
      <VerdictTimes decision={decision} at={at} />
      <VerdictFacts decision={decision} at={at} />
      {depth === 'full' ? (
        rest
      ) : (
        <Fold label={`What you can do about ${decision.environment}`}>{rest}</Fold>
      )}
    </div>
  );
};
