import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ReactElement } from 'react';
import { FailedRequest, useNow } from 'backstage-plugin-infra-overview-react';
import { LoadingPage } from '../states/LoadingPage';
import { OverviewPage } from './OverviewPage';
import { useOverview } from './useOverview';

export interface EntityInfraContentProps {
  /** What other plugins add to the answer "Deploys". */
  readonly answers?: readonly ReactElement[];
}

/** The infrastructure tab: asks once, then draws what came. */
export const EntityInfraContent = ({ answers = [] }: EntityInfraContentProps) => {
  const { entity } = useEntity();
  const asked = useOverview(stringifyEntityRef(entity));
  const now = useNow();
  switch (asked.state) {
    case 'loading':
      return <LoadingPage />;
    case 'failed':
      return (
        <FailedRequest
          title="The infrastructure could not be loaded"
          error={asked.error}
          onRetry={asked.retry}
        />
      );
    case 'answered':
      return <OverviewPage overview={asked.overview} now={now} answers={answers} />;
    default:
      throw new Error(asked satisfies never);
  }
};
