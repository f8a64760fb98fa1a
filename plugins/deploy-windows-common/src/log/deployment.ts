import type { ChangeType, PrincipalRef, TargetKey } from '../schedule';
import type { Instant } from '../time';

export type DeploymentResult = 'running' | 'succeeded' | 'failed' | 'cancelled';

/** One deployment as a pipeline reported it. */
export interface Deployment {
  readonly id: string;
  readonly target: TargetKey;
  readonly changeType: ChangeType;
  readonly version?: string;
  readonly source: string;
  readonly externalId: string;
  readonly by?: PrincipalRef;
  readonly permitId?: string;
  readonly startedAt: Instant;
  readonly finishedAt?: Instant;
  readonly result: DeploymentResult;
}
