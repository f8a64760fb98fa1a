import { Container } from '@backstage/ui';
import { DeployWindowsPage } from '../fleet/DeployWindowsPage';

/** The calendar inside the shell of the new frontend system, which draws the header and leaves the landmark to us. */
export const DeployWindowsPageContent = () => (
  <main>
    <Container>
      <DeployWindowsPage />
    </Container>
  </main>
);
