import { Content, PageWithHeader } from '@backstage/core-components';
import { DeployWindowsPage } from '../fleet/DeployWindowsPage';

/** The calendar inside the shell of the legacy frontend system. */
export const LegacyDeployWindowsPage = () => (
  <PageWithHeader title="Deploys" themeId="tool">
    <Content>
      <DeployWindowsPage />
    </Content>
  </PageWithHeader>
);
