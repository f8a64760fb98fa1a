import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useAsked } from 'backstage-plugin-infra-overview-react';

/** Who is reading, as far as the portal knows. Used to say in time that a second person is needed; the backend decides. */
export function useReader(): string | undefined {
  const identity = useApi(identityApiRef);
  const asked = useAsked(
    'reader',
    async () => (await identity.getBackstageIdentity()).userEntityRef,
  );
  return asked.state === 'answered' ? asked.answer : undefined;
}
