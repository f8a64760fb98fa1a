import type {
  ChangeType,
  Instant,
  TargetKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';

/** A start that is permitted already, or a deployment that runs. */
export interface PlannedDeployment {
  readonly what: 'permit' | 'running';
  /** Of the permit, or of the deployment. */
  readonly id: string;
  readonly target: TargetKey;
  readonly changeType: ChangeType;
  /** Whose it is. */
  readonly by?: string;
  /** Issued, or started. */
  readonly from: Instant;
  /** A permit's `startBy`; of a running one the end its permit names, if there is one. */
  readonly to?: Instant;
}

/** Port: what a freeze finds under way. The room `log` implements it. */
export interface PlannedDeployments {
  /** Permits that may still be used at `now` and deployments without an end, of these targets. */
  of(targets: readonly TargetKey[], now: Instant): Promise<readonly PlannedDeployment[]>;
}
