import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';

/** What one small query says about everything that is remembered. */
export interface Epoch {
  /** Raised by every write that can change a decision. */
  readonly epoch: number;
  /** Raised when a document changed. */
  readonly policyVersion: number;
  /** When the catalog was last read whole; absent: never. */
  readonly readAt?: Instant;
  /** Raised when a verdict of readiness changed. */
  readonly readinessVersion: number;
  /** When all facts were last known to be as they are stored; absent: never. */
  readonly readinessReadAt?: Instant;
}
