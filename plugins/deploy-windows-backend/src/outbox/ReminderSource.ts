import type { Instant, TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';

/** Something somebody should have done, or should look at. */
export interface Reminder {
  /** Entity ref of whoever it concerns. */
  readonly recipient: string;
  readonly kind: 'review-overdue' | 'override-review' | 'unpermitted' | 'availability';
  readonly text: string;
}

export interface OverdueOverride {
  readonly id: string;
  readonly target: TargetKey;
  readonly requestedBy: string;
  readonly dueAt: Instant;
}

export interface UnpermittedDeployment {
  readonly target: TargetKey;
  readonly count: number;
}

/** What is open in the stored rows. */
export interface ReminderSource {
  overdueOverrides(now: Instant): Promise<readonly OverdueOverride[]>;
  unpermitted(since: Instant): Promise<readonly UnpermittedDeployment[]>;
}
