import { Content, PageWithHeader } from '@backstage/core-components';
import { FleetPage } from '../fleet/FleetPage';

/** The fleet inside the shell of the legacy frontend system. */
export const LegacyFleetPage = () => (
  <PageWithHeader title="Infrastructure" themeId="tool">
    <Content>
      <FleetPage />
    </Content>
  </PageWithHeader>
);
