import type { OverrideAnswer } from 'backstage-plugin-deploy-windows-common';

/** Waits for a second person. */
export function anOverride(changed: Partial<OverrideAnswer> = {}): OverrideAnswer {
  return {
    id: 'o1',
    target: 'system:default/noipm#production',
    rules: [{ rule: 'notice:system:default/noipm/ipm', title: 'Agreed with IPM' }],
    start: '2026-11-24T17:00:00Z',
    end: '2026-11-24T21:00:00Z',
    use: 'single',
    usableBy: ['user:default/other'],
    reason: 'A wrong total on every report',
    requestedBy: 'user:default/other',
    requestedAt: '2026-11-24T16:50:00Z',
    twoPerson: true,
    state: 'waiting',
    ...changed,
  };
}
