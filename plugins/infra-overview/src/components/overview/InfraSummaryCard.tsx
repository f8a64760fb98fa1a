import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { FailedRequest, useNow } from 'backstage-plugin-infra-overview-react';
import { SectionCard } from '../kit';
import { SummaryAnswers } from './SummaryAnswers';
import { SummaryLoading } from './SummaryLoading';
import { useOverview } from './useOverview';

/** The four answers in short, with the way to the whole page. */
export const InfraSummaryCard = () => {
  const { entity } = useEntity();
  const asked = useOverview(stringifyEntityRef(entity));
  const now = useNow();
  return (
    <SectionCard id="infrastructure-summary" title="Infrastructure">
      {asked.state === 'loading' && <SummaryLoading />}
      {asked.state === 'failed' && (
        <FailedRequest
          title="The infrastructure could not be loaded"
          error={asked.error}
          onRetry={asked.retry}
        />
      )}
      {asked.state === 'answered' && <SummaryAnswers overview={asked.overview} now={now} />}
    </SectionCard>
  );
};
