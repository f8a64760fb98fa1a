import type { ResourcePermission } from '@backstage/plugin-permission-common';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  deploymentRecordPermission,
  exemptionGrantPermission,
  lockBreakPermission,
  lockHoldPermission,
  noticeRecordPermission,
  noticeSendPermission,
  overrideApprovePermission,
  overrideEmergencyPermission,
  overrideRequestPermission,
  permitCreatePermission,
  windowCreatePermission,
  windowUpdatePermission,
} from 'backstage-plugin-deploy-windows-common';

/** Whether the reader may do something at a target, as far as the screen knows: the backend decides again. */
export interface Grant {
  readonly state: 'asking' | 'granted' | 'refused';
  /** The permission, as an administrator knows it. */
  readonly permission: string;
}

export type GrantName = keyof ReturnType<typeof useGrants>;

/** What the reader may do at a target. All are asked together; the host sends one request for them. */
export function useGrants(target: string) {
  return {
    approveOverride: useGrant(overrideApprovePermission, target),
    breakLock: useGrant(lockBreakPermission, target),
    createWindow: useGrant(windowCreatePermission, target),
    emergencyOverride: useGrant(overrideEmergencyPermission, target),
    grantExemption: useGrant(exemptionGrantPermission, target),
    holdLock: useGrant(lockHoldPermission, target),
    record: useGrant(deploymentRecordPermission, target),
    recordNotice: useGrant(noticeRecordPermission, target),
    requestOverride: useGrant(overrideRequestPermission, target),
    sendNotice: useGrant(noticeSendPermission, target),
    takePermit: useGrant(permitCreatePermission, target),
    updateWindow: useGrant(windowUpdatePermission, target),
  };
}

/** One permission at one target. */
export function useGrant(permission: ResourcePermission, target: string): Grant {
  const { loading, allowed, error } = usePermission({ permission, resourceRef: target });
  // Nobody could be asked: the button works, and the backend answers.
  if (error !== undefined) return { state: 'granted', permission: permission.name };
  if (loading) return { state: 'asking', permission: permission.name };
  return { state: allowed ? 'granted' : 'refused', permission: permission.name };
}
