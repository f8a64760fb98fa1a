import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { Muted, SectionCard, useAsked } from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../api';
import { ReadinessFailed } from './ReadinessFailed';
import { ReadinessLink } from './ReadinessLink';
import { VerdictChip } from './VerdictChip';

/** Whether the production of an entity is ready, in a sentence, and the way to what is missing. */
export const ReadinessCard = () => {
  const api = useApi(readinessApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const asked = useAsked(`readiness card ${entityRef}`, async signal => {
    const { results } = await api.verdicts({ targets: [{ entity: entityRef }] }, { signal });
    return results[0]?.verdict;
  });
  return (
    <SectionCard id="readiness" title="Is it ready?">
      {asked.state === 'loading' && (
        <div role="status">
          <VisuallyHidden>Asking whether it is ready</VisuallyHidden>
          <Skeleton width="100%" height={64} />
        </div>
      )}
      {asked.state === 'failed' && <ReadinessFailed error={asked.error} onRetry={asked.again} />}
      {asked.state === 'answered' &&
        (asked.answer === undefined ? (
          <ReadinessLink entityRef={entityRef}>
            Nothing is written down about this service yet.
          </ReadinessLink>
        ) : (
          <>
            <VerdictChip verdict={asked.answer.verdict} />{' '}
            <ReadinessLink entityRef={entityRef} environment={asked.answer.environment}>
              {asked.answer.sentence}
            </ReadinessLink>{' '}
            <Muted>{asked.answer.factsAge}</Muted>
          </>
        ))}
    </SectionCard>
  );
};
