import type { Instant } from 'backstage-plugin-deploy-windows-common';
import { cx, type Asked } from 'backstage-plugin-infra-overview-react';
import { isNothingDeclared, serverNow, type Decisions } from '../../lib/decisions';
import { AgeNotice } from './AgeNotice';
import { NothingDeclared } from './NothingDeclared';
import { StaleNotice } from './StaleNotice';
import { UnansweredEnvironments } from './UnansweredEnvironments';
import { Verdict } from './Verdict';
import { ReadinessSentences } from './ReadinessSentences';
import { expiryOf } from './useDecisions';
import styles from './Verdict.module.css';

export interface DecisionRowsProps {
  readonly asked: Extract<Asked<Decisions>, { state: 'answered' }>;
  readonly now: Instant;
}

/** The answer for every environment, with its age as soon as it cannot be trusted any more. */
export const DecisionRows = ({ asked, now }: DecisionRowsProps) => {
  const { answer, answeredAt, again } = asked;
  if (isNothingDeclared(answer)) return <NothingDeclared />;
  const isExpired = now > (expiryOf(answer, answeredAt) ?? Infinity);
  return (
    <div className={styles.list}>
      <AgeNotice asked={asked} now={now} isExpired={isExpired} />
      <StaleNotice decisions={answer.decisions} />
      <UnansweredEnvironments failures={answer.failures} />
      <ReadinessSentences decisions={answer.decisions} answeredAt={answeredAt}>
        <ul className={cx(styles.rows, isExpired && styles.expired)} aria-label="Environments">
          {answer.decisions.map((decision, index) => (
            <li key={decision.target} className={styles.row}>
              <Verdict
                decision={decision}
                at={serverNow(decision, answeredAt, now)}
                depth={index === 0 ? 'full' : 'short'}
                onChanged={again}
              />
            </li>
          ))}
        </ul>
      </ReadinessSentences>
    </div>
  );
};
