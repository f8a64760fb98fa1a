import { cx, useNow, SectionCard, type Asked } from 'backstage-plugin-infra-overview-react';
import { useCallback, useMemo } from 'react';
import { serverNow, type Decisions } from '../../lib/decisions';
import { reader } from '../../time/reader';
import { AgeNotice } from '../decision/AgeNotice';
import { StaleNotice } from '../decision/StaleNotice';
import { UnansweredEnvironments } from '../decision/UnansweredEnvironments';
import { ReadinessSentences } from '../decision/ReadinessSentences';
import { expiryOf } from '../decision/useDecisions';
import { Verdict } from '../decision/Verdict';
import verdictStyles from '../decision/Verdict.module.css';
import { TabContext, type Tab } from './TabContext';
import { TabSections } from './TabSections';
import { TabStrip } from './TabStrip';
import { useRevision } from './useRevision';
import { useTabParameters } from './useTabParameters';
import styles from './Tab.module.css';

export interface DeployTabProps {
  readonly entityRef: string;
  readonly asked: Extract<Asked<Decisions>, { state: 'answered' }>;
}

/** The chosen environment: verdict, four weeks, windows, log, notices, locks, overrides. */
export const DeployTab = ({ entityRef, asked }: DeployTabProps) => {
  const { answer, answeredAt, again } = asked;
  const now = useNow();
  const parameters = useTabParameters();
  const { revision, onDone } = useRevision(answer);
  const [first] = answer.decisions;
  const decision =
    answer.decisions.find(({ environment }) => environment === parameters.environment) ?? first;
  const onChanged = useCallback(() => {
    onDone();
    again();
  }, [onDone, again]);
  const at = decision === undefined ? now : serverNow(decision, answeredAt, now);
  const zone = parameters.zone === 'yours' ? reader.zone : decision?.zone;
  const tab = useMemo<Tab | undefined>(
    () =>
      decision === undefined || zone === undefined
        ? undefined
        : { entityRef, environment: decision.environment, decision, zone, at, revision, onChanged },
    [entityRef, decision, zone, at, revision, onChanged],
  );
  if (tab === undefined || decision === undefined) return null;
  const isExpired = now > (expiryOf(answer, answeredAt) ?? Infinity);
  return (
    <TabContext.Provider value={tab}>
      <div className={styles.tab}>
        <TabStrip
          answer={answer}
          decision={decision}
          zone={tab.zone}
          at={at}
          parameters={parameters}
        />
        <AgeNotice asked={asked} now={now} isExpired={isExpired} />
        <StaleNotice decisions={[decision]} />
        <UnansweredEnvironments failures={answer.failures} />
        <SectionCard id="verdict" title="May I deploy?">
          <div className={cx(isExpired && verdictStyles.expired)}>
            <ReadinessSentences decisions={[decision]} answeredAt={answeredAt}>
              {/* Another environment is another set of forms: nothing typed for one is sent for another. */}
              <Verdict
                key={decision.target}
                decision={decision}
                at={at}
                depth="full"
                onChanged={onChanged}
              />
            </ReadinessSentences>
          </div>
        </SectionCard>
        <TabSections key={`sections ${decision.target}`} />
      </div>
    </TabContext.Provider>
  );
};
