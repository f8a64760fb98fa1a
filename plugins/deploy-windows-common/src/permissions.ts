import { createPermission } from '@backstage/plugin-permission-common';

/** An entity and its environment, as policies see it: whose it is, which stage, what kind of change. */
export const RESOURCE_TYPE_TARGET = 'deploy-windows-target';

const onTarget = (name: string, action: 'read' | 'create' | 'update') =>
  createPermission({
    name: `deploy-windows.${name}`,
    attributes: { action },
    resourceType: RESOURCE_TYPE_TARGET,
  });
const basic = (name: string, action: 'read' | 'create') =>
  createPermission({ name: `deploy-windows.${name}`, attributes: { action } });

/** Decisions, explanations, openings, timelines, windows and logs. Whether the entity may be seen stays with the catalog. */
export const decisionReadPermission = onTarget('decision.read', 'read');
export const windowCreatePermission = onTarget('window.create', 'create');
export const windowUpdatePermission = onTarget('window.update', 'update');
/** On the target of the freeze's own level, not of the service that wants out. */
export const exemptionGrantPermission = onTarget('exemption.grant', 'create');
export const overrideRequestPermission = onTarget('override.request', 'create');
export const overrideApprovePermission = onTarget('override.approve', 'update');
export const overrideEmergencyPermission = onTarget('override.emergency', 'create');
export const permitCreatePermission = onTarget('permit.create', 'create');
export const deploymentRecordPermission = onTarget('deployment.record', 'create');
export const noticeSendPermission = onTarget('notice.send', 'create');
export const noticeRecordPermission = onTarget('notice.record', 'create');
export const lockHoldPermission = onTarget('lock.hold', 'create');
export const lockBreakPermission = onTarget('lock.break', 'update');

/** Verdicts, results, packs and history of readiness. */
export const readinessReadPermission = onTarget('readiness.read', 'read');
/** People only; the check says besides who may sign. */
export const attestationCreatePermission = onTarget('attestation.create', 'create');
export const waiverCreatePermission = onTarget('waiver.create', 'create');
/** Nobody until it is granted: waivers of must-haves, and "does not apply" of them. */
export const waiverApprovePermission = onTarget('waiver.approve', 'update');
export const breakGlassPermission = onTarget('readiness.break-glass', 'create');

/** A freeze with a scope, or at a Domain: it holds the services of several owners. */
export const broadFreezePermission = basic('freeze.create-broad', 'create');
export const incidentFreezePermission = basic('incident-freeze.create', 'create');
export const calendarTokenPermission = basic('calendar-token.create', 'create');
export const logExportPermission = basic('log.export', 'read');
/** Whether ownership is true, and what a leaver breaks. */
export const ownershipReadPermission = basic('ownership.read', 'read');
export const readinessExportPermission = basic('readiness.export', 'read');

export const targetPermissions = [
  decisionReadPermission,
  windowCreatePermission,
  windowUpdatePermission,
  exemptionGrantPermission,
  overrideRequestPermission,
  overrideApprovePermission,
  overrideEmergencyPermission,
  permitCreatePermission,
  deploymentRecordPermission,
  noticeSendPermission,
  noticeRecordPermission,
  lockHoldPermission,
  lockBreakPermission,
  readinessReadPermission,
  attestationCreatePermission,
  waiverCreatePermission,
  waiverApprovePermission,
  breakGlassPermission,
];

export const basicPermissions = [
  broadFreezePermission,
  incidentFreezePermission,
  calendarTokenPermission,
  logExportPermission,
  ownershipReadPermission,
  readinessExportPermission,
];
