import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { ReadinessApi } from 'backstage-plugin-deploy-windows-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { useLocation } from 'react-router-dom';
import { readinessApiRef } from '../api';
import { ReadinessPage } from '../components/readinessFleet/ReadinessPage';
import { fakeReadinessApi } from './fakeApi';
import { someRollup, someSubjects, someTrend } from './someSubjects';

/** The page of all services at a query such as '?tab=checks', with the address beside it to look at. */
export function renderReadinessPage(
  answers: Partial<ReadinessApi>,
  at = '',
  refused: readonly string[] = [],
) {
  return renderInTestApp(
    <>
      <ReadinessPage />
      <Address />
    </>,
    {
      initialRouteEntries: [`/${at}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [
          readinessApiRef,
          fakeReadinessApi({
            subjects: async () => someSubjects(),
            trend: async () => someTrend,
            rollup: async () => someRollup,
            ...answers,
          }),
        ],
        mockApis.permission({
          authorize: ({ permission }) =>
            refused.includes(permission.name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
        }),
      ],
    },
  );
}

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}
