import type {
  AskedCheck,
  Attestation,
  CheckDefinition,
  Layers,
  Outcome,
  RequirementLevel,
  Steps,
  Subject,
  Waiver,
} from '../readiness/index';
import { DAY } from '../time';

/** 24 Nov 2026 10:00 UTC. */
export const READINESS_NOW = Date.UTC(2026, 10, 24, 10);

export function aSubject(options: Partial<Subject> & { readonly stage?: string } = {}): Subject {
  const { stage = 'production', ...rest } = options;
  const entityRef = rest.entityRef ?? 'component:default/web';
  return {
    key: `${entityRef}#${rest.environment ?? 'production'}`,
    entityRef,
    title: 'Web',
    environment: 'production',
    view: {
      kind: 'component',
      type: 'service',
      lifecycle: 'production',
      tier: '2',
      stage,
      environment: rest.environment ?? 'production',
      platform: 'heroku',
      exposure: 'public',
      static: 'no',
      owner: 'group:default/core',
      system: 'undeclared',
      domain: 'undeclared',
      tags: [],
    },
    ...rest,
  };
}

export function aCheck(options: Partial<CheckDefinition> = {}): CheckDefinition {
  return {
    id: 'backups.snapshots',
    version: 1,
    pack: 'tts@1',
    basis: 'bold',
    scope: 'environment',
    everyStage: false,
    mode: 'automatic',
    combine: 'both',
    title: 'Regular copies of data',
    why: 'Without a copy the last good state is gone with the disk.',
    group: 'backups',
    level: [],
    ...options,
  };
}

export function anAskedCheck(
  options: Partial<CheckDefinition> & {
    readonly levelled?: RequirementLevel;
    readonly requirement?: AskedCheck['requirement'];
  } = {},
): AskedCheck {
  const { levelled = 'must', requirement, ...definition } = options;
  return {
    definition: aCheck(definition),
    pack: definition.pack ?? 'tts@1',
    checklists: [],
    requirement: requirement ?? { steps: [{ level: levelled }], because: 'matrix of tts' },
  };
}

export const always = (outcome: Outcome): Steps => [{ outcome }];
export const PASS: Outcome = { status: 'pass', findings: [] };
export const FAIL: Outcome = {
  status: 'fail',
  findings: [{ code: 'NO_ITEM', fact: 'stores[db].backups' }],
};
export const UNKNOWN: Outcome = {
  status: 'unknown',
  findings: [{ code: 'ABSENT', fact: 'stores[db].backups', path: 'backups' }],
};

/** A must-have that passes, unless told otherwise. */
export function someLayers(
  options: Partial<Layers> & { readonly check?: Parameters<typeof anAskedCheck>[0] } = {},
): Layers {
  const { check, ...rest } = options;
  return {
    subject: 'component:default/web#production',
    answeredAt: 'component:default/web#production',
    asked: anAskedCheck(check),
    applicability: { state: 'applies' },
    steps: always(PASS),
    attestations: [],
    waivers: [],
    boundFacts: {},
    ...rest,
  };
}

/** Met, of ten days ago, for a year. */
export function anAttestation(options: Partial<Attestation> = {}): Attestation {
  const attestedAt = options.attestedAt ?? READINESS_NOW - 10 * DAY;
  const attestedBy = options.attestedBy ?? 'user:default/ada';
  return {
    id: 'a1',
    subject: 'component:default/web#production',
    checkId: 'backups.snapshots',
    checkVersion: 1,
    answer: 'met',
    attestedBy,
    attestedAt,
    validUntil: attestedAt + 365 * DAY,
    boundFacts: {},
    signatures: [{ by: attestedBy, at: attestedAt, outside: false }],
    source: 'person',
    ...options,
  };
}

/** Approved, of ten days ago, for ninety. */
export function aWaiver(options: Partial<Waiver> = {}): Waiver {
  const createdAt = options.createdAt ?? READINESS_NOW - 10 * DAY;
  return {
    id: 'w1',
    subject: 'component:default/web#production',
    checkId: 'backups.snapshots',
    checkVersion: 1,
    code: 'planned',
    reason: 'The new database comes with copies in January.',
    requestedBy: 'user:default/ada',
    createdAt,
    expiresAt: createdAt + 90 * DAY,
    needsApproval: true,
    approvedBy: 'user:default/grace',
    approvedAt: createdAt,
    ...options,
  };
}
