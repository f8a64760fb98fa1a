import { useApi } from '@backstage/core-plugin-api';
import type { OwnershipAnswer } from 'backstage-plugin-deploy-windows-common';
import { SectionCard, useAsked } from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../../api';
import { AskedPage } from '../AskedPage';
import { usePageParameters } from '../usePageParameters';
import { Impact } from './Impact';
import { OwnershipFindings } from './OwnershipFindings';
import { OwnershipGroups } from './OwnershipGroups';

/** Not how much a group owns, but whether it is true; and what breaks when somebody leaves. */
export const OwnershipTab = () => {
  const api = useApi(readinessApiRef);
  const { parameters } = usePageParameters();
  const { group } = parameters;
  const asked = useAsked(`ownership ${group}`, signal =>
    api.ownership(group === undefined ? {} : { group }, { signal }),
  );
  return (
    <>
      <AskedPage what="The ownership" asked={asked}>
        {answer => (
          <>
            <SectionCard id="coverage" title="Is it true who owns what?">
              <p>{coverageWords(answer.coverage)}</p>
              <OwnershipGroups groups={answer.groups} />
            </SectionCard>
            <OwnershipFindings findings={answer.findings} />
          </>
        )}
      </AskedPage>
      <Impact />
    </>
  );
};

function coverageWords({ valid, all }: OwnershipAnswer['coverage']): string {
  return all === 0
    ? 'There is nothing that could be owned.'
    : `${valid} of ${all} entities have an owner that exists and has active people.`;
}
