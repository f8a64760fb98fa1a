import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { PrincipalRef } from 'backstage-plugin-deploy-windows-common';

/** Who asks: `user:default/ann` with the groups she acts for, or `external:ci-noipm`, which stands for itself alone. */
export interface Principal {
  readonly ref: PrincipalRef;
  readonly memberOf: readonly PrincipalRef[];
}

export interface PrincipalSource {
  principalOf(credentials: BackstageCredentials): Promise<Principal>;
}
