import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { FailedRequest, SectionCard, useNow } from 'backstage-plugin-infra-overview-react';
import { DecisionRows } from './DecisionRows';
import { DecisionsLoading } from './DecisionsLoading';
import { TabLink } from './TabLink';
import { useDecisions } from './useDecisions';

/** "May I deploy?" One row an environment, production first. */
export const DecisionCard = () => {
  const { entity } = useEntity();
  const asked = useDecisions(stringifyEntityRef(entity));
  const now = useNow();
  return (
    <SectionCard
      id="may-i-deploy"
      title="May I deploy?"
      actions={<TabLink words="Windows, log and notices" />}
    >
      {asked.state === 'loading' && <DecisionsLoading />}
      {asked.state === 'failed' && (
        <FailedRequest
          title="Nobody could say whether you may deploy"
          error={asked.error}
          onRetry={asked.again}
        />
      )}
      {asked.state === 'answered' && <DecisionRows asked={asked} now={now} />}
    </SectionCard>
  );
};
