import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { OverrideAnswer, OverrideAsked } from 'backstage-plugin-deploy-windows-common';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { PrincipalSource } from '../access/Principal';
import type { CallOptions } from '../api/route';
import type { DecisionService } from '../decision/DecisionService';
import type { WindowsService } from '../decision/WindowsService';
import type { AuthorizedSubjectService } from '../readiness/fleet/AuthorizedSubjectService';

export interface ActionsDeps {
  readonly registry: ActionsRegistryService;
  readonly decisions: Pick<DecisionService, 'decision' | 'explain' | 'next'>;
  readonly windows: WindowsService;
  readonly overrides: {
    request(wish: OverrideAsked, options: CallOptions): Promise<OverrideAnswer>;
  };
  /** Whether a second person must agree to an override of the target. */
  readonly needsSecondPerson: (
    entityRef: string,
    environment: string,
    now: Instant,
  ) => Promise<boolean>;
  readonly readiness: Pick<AuthorizedSubjectService, 'verdict' | 'subject'>;
  readonly principals: PrincipalSource;
  readonly now: () => Instant;
}

export const READS = { readOnly: true, destructive: false, idempotent: true } as const;
export const TARGET = {
  entity: 'Entity ref of the service, such as component:default/web or system:default/noipm',
  environment: 'Name of the environment, such as production',
  changeType: 'deploy (usual), config, hotfix, rollback, restart or stop',
  at: 'Another time than now: RFC 3339 with offset',
  duration: 'How long it takes, ISO 8601, such as PT20M',
  zone: 'IANA zone in which times are written; usually that of the project',
};

export async function callOf(
  { principals, now }: Pick<ActionsDeps, 'principals' | 'now'>,
  credentials: BackstageCredentials,
): Promise<CallOptions> {
  return { credentials, principal: await principals.principalOf(credentials), now: now() };
}
