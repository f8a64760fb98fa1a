import type { SubjectAnswer } from 'backstage-plugin-deploy-windows-common';
import { ToneText, failureOf, useNow, type Asked } from 'backstage-plugin-infra-overview-react';
import { useMemo } from 'react';
import { useOwners } from '../../access/useOwners';
import { useReader } from '../../access/useReader';
import { useReadinessGrants } from '../../access/useReadinessGrants';
import { serverNow } from '../../lib/decisions';
import { Ahead } from './Ahead';
import { CarryOver } from './CarryOver';
import { Compare } from './Compare';
import { Forms } from './Forms';
import { Head } from './Head';
import { MustHavesSection } from './MustHavesSection';
import { NothingJudged } from './NothingJudged';
import { Packs } from './Packs';
import { PeopleSection } from './PeopleSection';
import { ReadinessContext, type Readiness } from './ReadinessContext';
import { RecommendedSection } from './RecommendedSection';
import { WhereToBegin } from './WhereToBegin';
import styles from './Readiness.module.css';

export interface ReadinessTabProps {
  readonly asked: Extract<Asked<SubjectAnswer>, { state: 'answered' }>;
}

/** The chosen environment: verdict, must-haves, what is recommended, what is to come. */
export const ReadinessTab = ({ asked }: ReadinessTabProps) => {
  const { answer, answeredAt, failure, again } = asked;
  const at = serverNow(answer, answeredAt, useNow());
  const grants = useReadinessGrants(answer.subject);
  const owners = useOwners();
  const reader = useReader();
  const readiness = useMemo<Readiness>(
    () => ({ answer, at, grants, owners, reader, onChanged: again }),
    [answer, at, grants, owners, reader, again],
  );
  return (
    <ReadinessContext.Provider value={readiness}>
      <div className={styles.tab}>
        {failure !== undefined && (
          <p role="status">
            <ToneText tone="warning">
              This may be old: it could not be asked for again ({failureOf(failure).message}).
            </ToneText>
          </p>
        )}
        <Head />
        {answer.empty === undefined ? (
          <div className={styles.columns}>
            <div className={styles.main}>
              <WhereToBegin />
              <Forms />
              <MustHavesSection />
              <RecommendedSection />
              <Compare />
              <CarryOver />
            </div>
            <aside className={styles.side} aria-label="Beside the checks">
              <Ahead />
              <PeopleSection />
              <Packs />
            </aside>
          </div>
        ) : (
          <NothingJudged empty={answer.empty} />
        )}
      </div>
    </ReadinessContext.Provider>
  );
};
