import type { DecisionAnswer, Instant } from 'backstage-plugin-deploy-windows-common';

/** What every dialog about a target gets. */
export interface TargetDialogProps {
  readonly decision: DecisionAnswer;
  /** Now, by the server's clock. */
  readonly at: Instant;
  readonly onClose: () => void;
  /** Something was saved that may change the answer. */
  readonly onChanged: () => void;
}

export const SHORTEST_REASON = 10;

/** What is missing of a reason, in words. */
export function missingReason(reason: string): string | undefined {
  return reason.trim().length < SHORTEST_REASON
    ? `Give a reason of at least ${SHORTEST_REASON} characters`
    : undefined;
}
