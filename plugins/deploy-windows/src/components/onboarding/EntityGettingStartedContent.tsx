import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useAsked } from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../api';
import { NotJudged } from '../readiness/NotJudged';
import { ReadinessFailed } from '../readiness/ReadinessFailed';
import { ReadinessLoading } from '../readiness/ReadinessLoading';
import { isUnknownSubject } from '../readiness/useSubject';
import { GettingStarted } from './GettingStarted';
import { useRole } from './useRole';

/** The tab "Getting started": written from the same facts as everything else. */
export const EntityGettingStartedContent = () => {
  const api = useApi(readinessApiRef);
  const { entity } = useEntity();
  const { role, environment } = useRole();
  const entityRef = stringifyEntityRef(entity);
  const asked = useAsked(`getting started ${entityRef} ${environment} ${role}`, signal =>
    api.onboarding(
      { entity: entityRef, role, ...(environment !== undefined && { environment }) },
      { signal },
    ),
  );
  switch (asked.state) {
    case 'loading':
      return <ReadinessLoading />;
    case 'failed':
      if (isUnknownSubject(asked.error)) return <NotJudged />;
      return <ReadinessFailed error={asked.error} onRetry={asked.again} />;
    case 'answered':
      return <GettingStarted answer={asked.answer} environment={environment} />;
    default:
      throw new Error(asked satisfies never);
  }
};
