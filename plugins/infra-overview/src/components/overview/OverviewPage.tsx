import type { Instant, Overview } from 'backstage-plugin-infra-overview-common';
import type { ReactElement } from 'react';
import { ImpactPanel } from '../impact/ImpactPanel';
import { NoDocument } from '../states/NoDocument';
import { RefusedDocument } from '../states/RefusedDocument';
import { ViewProvider } from './context';
import { ElementDrawer } from './ElementDrawer';
import { HeaderStrip } from './HeaderStrip';
import { InheritedNotice } from './InheritedNotice';
import { ProblemsPanel } from './ProblemsPanel';
import { SectionIndex } from './SectionIndex';
import { SectionList } from './SectionList';
import styles from './OverviewPage.module.css';

export interface OverviewPageProps {
  readonly overview: Overview;
  readonly now: Instant;
  readonly answers: readonly ReactElement[];
}

/** One answer of the backend as a page: layout only. */
export const OverviewPage = ({ overview, now, answers }: OverviewPageProps) => {
  const { effective, outcome } = overview;
  if (effective === undefined) {
    return (
      <div className={styles.box}>
        {outcome === 'refused' ? (
          <RefusedDocument overview={overview} />
        ) : (
          <NoDocument entity={overview.entity} />
        )}
      </div>
    );
  }
  return (
    <ViewProvider overview={overview} effective={effective} now={now}>
      <div className={styles.box}>
        <div className={styles.page}>
          <div className={styles.printTitle}>
            <h1>{overview.entity.title}</h1>
          </div>
          {outcome === 'refused' && <RefusedDocument overview={overview} />}
          <HeaderStrip />
          {outcome !== 'read' && <InheritedNotice />}
          <SectionList answers={answers} afterPath={<BelowFirstScreen />} />
          <ProblemsPanel place="end" />
        </div>
      </div>
      <ElementDrawer />
    </ViewProvider>
  );
};

function BelowFirstScreen() {
  return (
    <>
      <ImpactPanel />
      <SectionIndex />
      <ProblemsPanel place="near-top" />
    </>
  );
}
