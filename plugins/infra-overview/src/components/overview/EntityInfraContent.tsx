import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ReactElement } from 'react';
import { FailedRequest, useNow } from 'backstage-plugin-infra-overview-react';
import { ObservedProvider } from '../observed/context';
import { LoadingPage } from '../states/LoadingPage';
import { OverviewPage } from './OverviewPage';
import { useOverview } from './useOverview';

export interface EntityInfraContentProps {
  /** What other plugins add to the answer "Deploys". */
  readonly answers?: readonly ReactElement[];
}

/** The infrastructure tab: asks what is written and what is really there at the same time, and draws the one without waiting for the other. */
export const EntityInfraContent = ({ answers = [] }: EntityInfraContentProps) => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return (
    <ObservedProvider entityRef={entityRef}>
      <Written entityRef={entityRef} answers={answers} />
    </ObservedProvider>
  );
};

interface WrittenProps extends Required<EntityInfraContentProps> {
  readonly entityRef: string;
}

function Written({ entityRef, answers }: WrittenProps) {
  const asked = useOverview(entityRef);
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
}
