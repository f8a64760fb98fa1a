import { Content, PageWithHeader } from '@backstage/core-components';
import { ReadinessPage } from '../readinessFleet/ReadinessPage';

/** Readiness of all services inside the shell of the legacy frontend system. */
export const LegacyReadinessPage = () => (
  <PageWithHeader title="Readiness" themeId="tool">
    <Content>
      <ReadinessPage />
    </Content>
  </PageWithHeader>
);
