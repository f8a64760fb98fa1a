import type { OverrideAnswer } from 'backstage-plugin-deploy-windows-common';
import type { Grant, GrantName } from '../../../access/useGrants';

export type OverrideActionName = 'approve' | 'revoke' | 'review';

export interface OverrideAction {
  readonly name: OverrideActionName;
  readonly label: string;
  readonly grant: Grant;
}

/** What can still be done with an override, and why its requester cannot approve it. */
export function overrideActionsFor(
  override: OverrideAnswer,
  principal: string,
  grants: Readonly<Record<GrantName, Grant>>,
): { readonly actions: readonly OverrideAction[]; readonly remark?: string } {
  const approve = { name: 'approve', label: 'Approve', grant: grants.approveOverride } as const;
  const revoke = { name: 'revoke', label: 'Revoke', grant: grants.requestOverride } as const;
  const review = { name: 'review', label: 'Review', grant: grants.approveOverride } as const;
  const isDue = override.reviewDueAt !== undefined && override.reviewedBy === undefined;
  switch (override.state) {
    case 'waiting':
      // Two people means two people, whatever a policy says.
      return override.requestedBy === principal
        ? { actions: [revoke], remark: 'Somebody else has to approve it' }
        : { actions: [approve, revoke] };
    case 'upcoming':
    case 'active':
      return { actions: isDue ? [revoke, review] : [revoke] };
    case 'used':
    case 'over':
      return { actions: isDue ? [review] : [] };
    case 'revoked':
      return { actions: [] };
    default:
      throw new Error(override.state satisfies never);
  }
}
