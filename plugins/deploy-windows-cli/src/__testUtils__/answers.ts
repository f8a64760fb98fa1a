import type {
  DecisionAnswer,
  DeploymentAnswer,
  LockAnswer,
  PermitAnswer,
} from 'backstage-plugin-deploy-windows-common';

const TARGET = {
  target: 'system:default/noipm#production',
  entityRef: 'system:default/noipm',
  environment: 'production',
} as const;

/** Blocked as in section 14 of the design, unless told otherwise. */
export function aDecision(fields: Partial<DecisionAnswer> = {}): DecisionAnswer {
  return {
    ...TARGET,
    outcome: 'blocked',
    state: 'notice-needed',
    sentence:
      'Not now: IPM staff must be told 24 hours before. Free without notice: Tue 1 Dec, 09:00 (America/Chicago).',
    stage: 'production',
    changeType: 'deploy',
    principal: 'external:ci-noipm',
    at: '2026-11-24T17:00:00Z',
    reasons: [
      {
        code: 'NOTICE_REQUIRED',
        text: 'IPM staff must be told 24 hours before',
        clearedBy: ['notice', 'waiting', 'override'],
        rule: 'notice:system:default/noipm/ipm',
        until: '2026-12-01T15:00:00Z',
      },
    ],
    warnings: [],
    grounds: [],
    assumes: [],
    horizon: '2027-12-29T17:00:00Z',
    horizonExceeded: false,
    validUntil: '2026-11-24T17:15:00Z',
    retryAt: '2026-11-24T17:05:00Z',
    notices: [],
    readiness: { mode: 'off', verdict: 'not-assessed' },
    lock: { key: TARGET.target, held: false },
    overrides: [],
    zone: 'America/Chicago',
    tzdata: '2026b',
    evaluator: '1.0.0',
    declaredAsOf: '2026-11-24T16:59:31Z',
    inputsHash: 'sha256:0',
    ...fields,
  };
}

export function anAllowedDecision(fields: Partial<DecisionAnswer> = {}): DecisionAnswer {
  const { retryAt: _, ...blocked } = aDecision();
  return {
    ...blocked,
    outcome: 'allowed',
    state: 'open',
    sentence: 'Yes, until Tue 24 Nov, 12:00: then Agreed with IPM ends (America/Chicago).',
    reasons: [],
    procedure: { id: 'deploy', title: 'Deploy a release', steps: ['Maintenance on', 'Migrate'] },
    ...fields,
  };
}

export function aPermit(fields: Partial<PermitAnswer> = {}): PermitAnswer {
  return {
    ...TARGET,
    id: 'permit-1',
    changeType: 'deploy',
    principal: 'external:ci-noipm',
    decisionId: 'decision-1',
    lock: { id: 'lock-1', key: TARGET.target, token: 7, expiresAt: '2026-11-24T17:30:00Z' },
    issuedAt: '2026-11-24T17:00:00Z',
    startBy: '2026-11-24T17:15:00Z',
    finishBy: '2026-11-24T18:00:00Z',
    ...fields,
  };
}

export function aDeployment(fields: Partial<DeploymentAnswer> = {}): DeploymentAnswer {
  return {
    ...TARGET,
    id: 'deployment-1',
    changeType: 'deploy',
    source: 'manual',
    externalId: 'permit-1',
    unpermitted: false,
    startedAt: '2026-11-24T17:01:00Z',
    result: 'running',
    ...fields,
  };
}

export function aLock(fields: Partial<LockAnswer> = {}): LockAnswer {
  return {
    id: 'lock-1',
    key: TARGET.target,
    kind: 'hold',
    holder: 'user:default/ann',
    reason: 'Restoring the database',
    target: TARGET.target,
    since: '2026-11-24T15:02:00Z',
    token: 7,
    mine: false,
    waiting: [],
    ...fields,
  };
}
