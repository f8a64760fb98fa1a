import type { Grant, GrantName } from '../access/useGrants';

const NAMES: readonly GrantName[] = [
  'approveOverride',
  'breakLock',
  'createWindow',
  'emergencyOverride',
  'grantExemption',
  'holdLock',
  'record',
  'recordNotice',
  'requestOverride',
  'sendNotice',
  'takePermit',
  'updateWindow',
];

/** All granted, but for those named. */
export function someGrants(changed: Partial<Record<GrantName, Grant['state']>> = {}) {
  return Object.fromEntries(
    NAMES.map(name => [
      name,
      { state: changed[name] ?? 'granted', permission: `deploy-windows.${name}` },
    ]),
  ) as unknown as Readonly<Record<GrantName, Grant>>;
}
