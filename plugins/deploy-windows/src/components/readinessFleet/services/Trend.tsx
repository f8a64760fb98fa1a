import { useApi } from '@backstage/core-plugin-api';
import { Muted, SectionCard, useAsked } from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../../api';
import { AskedPage } from '../AskedPage';
import { usePageParameters } from '../usePageParameters';
import { TrendPicture } from './TrendPicture';

const DAYS = 90;

/** How the numbers went over the last 90 days. */
export const Trend = () => {
  const api = useApi(readinessApiRef);
  const { parameters } = usePageParameters();
  const { stage, domain, system, owner } = parameters;
  const ref = owner ?? system ?? domain;
  const asked = useAsked(`trend ${ref} ${stage}`, signal =>
    api.trend(
      { days: DAYS, ...(ref !== undefined && { ref }), ...(stage !== undefined && { stage }) },
      { signal },
    ),
  );
  return (
    <SectionCard id="trend" title={`The last ${DAYS} days`}>
      {ref !== undefined && (
        <p>
          <Muted>{ref}</Muted>
        </p>
      )}
      <AskedPage what="The days before" asked={asked}>
        {({ days }) =>
          days.length < 2 ? (
            <p>It is kept from day to day; there is not enough yet to draw.</p>
          ) : (
            <TrendPicture days={days} />
          )
        }
      </AskedPage>
    </SectionCard>
  );
};
