import { Container } from '@backstage/ui';
import { FleetPage } from '../fleet/FleetPage';

/** The fleet inside the shell of the new frontend system, which draws the header and leaves the landmark to us. */
export const FleetPageContent = () => (
  <main>
    <Container>
      <FleetPage />
    </Container>
  </main>
);
