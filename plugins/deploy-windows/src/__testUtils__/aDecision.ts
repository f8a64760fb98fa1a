import type { DecisionAnswer } from 'backstage-plugin-deploy-windows-common';

/** Tuesday 24 November 2026, 11:00 in Chicago. */
export const NOW = Date.parse('2026-11-24T17:00:00Z');

/** The example of the design: the agreed hour is over, IPM has not been told. */
export function aDecision(changed: Partial<DecisionAnswer> = {}): DecisionAnswer {
  const environment = changed.environment ?? 'production';
  return {
    outcome: 'blocked',
    state: 'notice-needed',
    sentence:
      'Not now: IPM staff must be told 24 hours before. Tell them now and you may start Wed 25 Nov, 11:00. Free without notice: Tue 1 Dec, 09:00 (America/Chicago).',
    target: `system:default/noipm#${environment}`,
    entityRef: 'system:default/noipm',
    environment,
    stage: environment,
    changeType: 'deploy',
    principal: 'user:default/reader',
    duration: 'PT20M',
    at: '2026-11-24T17:00:00Z',
    reasons: [
      {
        code: 'NOTICE_REQUIRED',
        text: 'IPM staff must be told 24 hours before',
        clearedBy: ['notice', 'waiting', 'override'],
        rule: 'notice:system:default/noipm/ipm',
        level: 'system:default/noipm#production',
        title: 'Agreed with IPM',
        audience: 'system:default/noipm/ipm',
        lead: 'PT24H',
        until: '2026-12-01T15:00:00Z',
      },
    ],
    warnings: [],
    grounds: [],
    assumes: [],
    horizon: '2027-12-29T17:00:00Z',
    horizonExceeded: false,
    nextOpen: {
      at: '2026-12-01T15:00:00Z',
      text: 'Tue 1 Dec, 09:00',
      reason: 'agreed time of IPM staff',
      latestStart: '2026-12-01T15:40:00Z',
    },
    nextClose: { at: '2026-12-01T16:00:00Z', text: 'Tue 1 Dec, 10:00' },
    nextIfNotifiedNow: {
      at: '2026-11-25T17:00:00Z',
      text: 'Wed 25 Nov, 11:00',
      tell: ['system:default/noipm/ipm'],
    },
    validUntil: '2026-11-24T17:15:00Z',
    retryAt: '2026-11-24T17:05:00Z',
    notices: [
      { audience: 'system:default/noipm/ipm', title: 'IPM staff', lead: 'PT24H', state: 'none' },
    ],
    readiness: { mode: 'warn', verdict: 'not-ready', open: ['Backups are tested'] },
    lock: { key: `system:default/noipm#${environment}`, held: false },
    overrides: [],
    procedure: {
      id: 'deploy',
      title: 'Deploy',
      steps: ['Maintenance mode on', 'Migrate and seed', 'Deploy', 'Maintenance mode off'],
    },
    impact: 'brief',
    zone: 'America/Chicago',
    tzdata: '2026e',
    evaluator: '1.0.0',
    declaredAsOf: '2026-11-24T16:59:31Z',
    inputsHash: 'sha256:1',
    ...changed,
  };
}

/** Staging: open on push. */
export function anOpenDecision(changed: Partial<DecisionAnswer> = {}): DecisionAnswer {
  const { nextOpen, nextClose, nextIfNotifiedNow, retryAt, ...blocked } = aDecision({
    environment: 'staging',
  });
  return {
    ...blocked,
    outcome: 'allowed',
    state: 'open',
    sentence: 'Yes: nothing closes it that is known today. (UTC)',
    reasons: [],
    notices: [],
    readiness: { mode: 'off', verdict: 'not-assessed' },
    grounds: [{ code: 'OPEN_BY_DEFAULT', text: 'open by default', rule: 'default:staging' }],
    zone: 'UTC',
    ...changed,
  };
}
