import { Container } from '@backstage/ui';
import { ReadinessPage } from '../readinessFleet/ReadinessPage';

/** Readiness of all services inside the shell of the new frontend system, which draws the header and leaves the landmark to us. */
export const ReadinessPageContent = () => (
  <main>
    <Container>
      <ReadinessPage />
    </Container>
  </main>
);
