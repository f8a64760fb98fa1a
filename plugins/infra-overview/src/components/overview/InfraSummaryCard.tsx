import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useNow } from '../../time/useNow';
import { SectionCard } from '../kit';
import { FailedRequest } from '../states/FailedRequest';
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
      {asked.state === 'failed' && <FailedRequest error={asked.error} onRetry={asked.retry} />}
      {asked.state === 'answered' && <SummaryAnswers overview={asked.overview} now={now} />}
    </SectionCard>
  );
};
