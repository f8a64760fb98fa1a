import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useAsked } from 'backstage-plugin-infra-overview-react';

/** Who is reading, as far as the portal knows. The backend decides what is theirs. */
export function useReader(): string | undefined {
  const identity = useApi(identityApiRef);
  const asked = useAsked(
    'reader',
    async () => (await identity.getBackstageIdentity()).userEntityRef,
  );
  return asked.state === 'answered' ? asked.answer : undefined;
}
