import type {
  AttestationAnswer,
  CheckAnswer,
  CountsAnswer,
  SubjectAnswer,
  SubjectRow,
  VerdictsAnswer,
  WaiverAnswer,
} from 'backstage-plugin-deploy-windows-common';

export const SUBJECT = 'system:default/noipm#production';

export function someCounts(changed: Partial<CountsAnswer> = {}): CountsAnswer {
  return {
    must: { met: 1, applicable: 5 },
    mustByBasis: {
      bold: { met: 1, applicable: 3 },
      label: { met: 0, applicable: 0 },
      required: { met: 0, applicable: 2 },
      advice: { met: 0, applicable: 0 },
    },
    recommended: { met: 1, applicable: 2 },
    waived: 1,
    unknown: 2,
    expired: 1,
    error: 0,
    notApplicable: 1,
    ...changed,
  };
}

/** Regular copies of data: a rule over the document, nothing is stated. */
export function aCheck(changed: Partial<CheckAnswer> = {}): CheckAnswer {
  return {
    id: 'tts.copies',
    version: 1,
    pack: 'tts-good-production-practices@1',
    group: 'Data',
    title: 'Regular copies of data',
    why: 'What is lost without a copy is lost for ever.',
    place: 'Good Production Practices, Data, first point',
    scope: 'environment',
    mode: 'automatic',
    basis: 'bold',
    level: 'must',
    levelBecause: 'Production, in bold in the source',
    checklists: ['tts'],
    status: 'unknown',
    statusWords: 'Not known',
    because: 'addons[db]: no retention is stated',
    findings: [
      {
        code: 'ABSENT',
        fact: 'stores[db].backup.retention',
        text: 'Regular copies of addons[db]: no retention is stated',
        wanted: 'P28D',
        path: 'backups[daily].retention',
        origin: {
          path: 'backups[daily]',
          kind: 'declared',
          words: 'stated in the source of 19 Jul 2019, never confirmed',
        },
      },
    ],
    since: '2026-11-01T08:00:00Z',
    ruleWords: ['Every store that keeps data has copies', 'kept for at least 28 days'],
    fix: { at: 'backups[daily].retention', yaml: 'backups:\n  - id: daily\n    retention: P28D\n' },
    waiting: [],
    approvers: 'holders of deploy-windows.waiver.approve, not who asked',
    ...changed,
  };
}

/** Confirmed by a person, and the facts are others now. */
export function anExpiredCheck(changed: Partial<CheckAnswer> = {}): CheckAnswer {
  const { fix, ...check } = aCheck();
  return {
    ...check,
    id: 'tts.alerted',
    title: 'Someone is alerted',
    group: 'Alerts',
    mode: 'attested',
    status: 'expired',
    statusWords: 'Confirmation out of date',
    because: 'The people behind the alerts are others than when it was confirmed',
    findings: [
      {
        code: 'FACTS_CHANGED',
        fact: 'alertPeople',
        text: 'Someone is alerted: the people behind the alerts changed',
      },
    ],
    evidence: { kind: 'attested', words: 'confirmed by user:default/ada on 1 Sep 2026' },
    attest: {
      statement: 'Each of these people answers an alert within the hour.',
      validFor: 'P90D',
      evidence: 'optional',
      by: 'owner-member',
      byWords: 'A member of the owning group',
      signatures: 1,
      boundTo: { alertPeople: ['user:default/ada', 'user:default/cyn'] },
    },
    confirmation: aConfirmation(),
    ...changed,
  };
}

export function aConfirmation(changed: Partial<AttestationAnswer> = {}): AttestationAnswer {
  return {
    id: 'a1',
    subject: SUBJECT,
    checkId: 'tts.alerted',
    checkTitle: 'Someone is alerted',
    checkVersion: 1,
    answer: 'met',
    attestedBy: 'user:default/ada',
    attestedAt: '2026-09-01T12:00:00Z',
    validUntil: '2026-11-30T12:00:00Z',
    boundFacts: { alertPeople: ['user:default/ada', 'user:default/bo'] },
    factsFingerprint: 'sha256:1',
    signatures: [{ by: 'user:default/ada', at: '2026-09-01T12:00:00Z', outside: false }],
    source: 'person',
    state: 'facts-changed',
    ...changed,
  };
}

export function aWaiver(changed: Partial<WaiverAnswer> = {}): WaiverAnswer {
  return {
    id: 'w1',
    subject: SUBJECT,
    checkId: 'tts.two-instances',
    checkTitle: 'Two instances',
    code: 'planned',
    reason: 'The second instance comes with the new plan in December.',
    requestedBy: 'user:default/bo',
    createdAt: '2026-11-10T12:00:00Z',
    expiresAt: '2026-12-07T12:00:00Z',
    daysLeft: 13,
    needsApproval: true,
    approvedBy: 'user:default/cyn',
    state: 'active',
    ...changed,
  };
}

/** Five must-haves, one of them without use here; two recommended ones; one that nobody asks. */
export function someChecks(): readonly CheckAnswer[] {
  return [
    aCheck(),
    anExpiredCheck(),
    aCheck({
      id: 'tts.two-instances',
      title: 'Two instances',
      group: 'Availability',
      status: 'waived',
      statusWords: 'Waived until 7 Dec 2026 (would be: Not met)',
      because: 'One instance of web is stated',
      underlying: { status: 'fail', words: 'Not met' },
      waiver: aWaiver(),
    }),
    aCheck({
      id: 'tts.https',
      title: 'Encrypted on the way',
      group: 'Exposure',
      status: 'pass',
      statusWords: 'Met',
      because: 'Every public host has a certificate',
      evidence: { kind: 'inherited', words: 'provided by cloud.gov' },
      findings: [],
    }),
    aCheck({
      id: 'tts.restore-tested',
      title: 'A restore was tried',
      status: 'pass',
      statusWords: 'Met',
      because: 'Tried on 4 Jul 2026',
      until: '2026-12-03T12:00:00Z',
      evidence: { kind: 'declared', words: 'stated in the source of 4 Jul 2026' },
      findings: [],
    }),
    aCheck({
      id: 'tts.sandbox',
      title: 'Sandbox without personal data',
      status: 'not-applicable',
      statusWords: 'Does not apply',
      because: 'It is no sandbox',
      findings: [],
    }),
    aCheck({
      id: 'tts.status-page',
      title: 'A status page',
      group: 'Talking to users',
      level: 'recommended',
      basis: 'advice',
      because: 'no status page is stated',
      becomes: {
        level: 'must',
        at: '2027-03-01T00:00:00Z',
        words: 'will be required on 1 March 2027',
      },
    }),
    aCheck({
      id: 'tts.analytics',
      title: 'Visits are counted',
      group: 'Talking to users',
      level: 'recommended',
      basis: 'advice',
      status: 'pass',
      statusWords: 'Met',
      because: 'Web analytics are stated',
      findings: [],
    }),
    aCheck({
      id: 'tts.queue',
      title: 'A public queue of work',
      level: 'off',
      status: 'not-applicable',
      statusWords: 'Does not apply',
      because: 'It is not asked at this stage',
      findings: [],
    }),
  ];
}

export function aSubjectRow(changed: Partial<SubjectRow> = {}): SubjectRow {
  return {
    subject: SUBJECT,
    entityRef: 'system:default/noipm',
    environment: 'production',
    stage: 'production',
    title: 'NOIPM',
    owner: 'group:default/noipm-core-team',
    system: 'system:default/noipm',
    verdict: 'not-ready',
    sentence:
      'Not ready for production: 2 must-haves open: Regular copies of data (not known), Someone is alerted (confirmation out of date).',
    open: [
      { checkId: 'tts.copies', title: 'Regular copies of data', status: 'unknown' },
      { checkId: 'tts.alerted', title: 'Someone is alerted', status: 'expired' },
    ],
    waived: [
      {
        checkId: 'tts.two-instances',
        title: 'Two instances',
        status: 'waived',
        until: '2026-12-07T12:00:00Z',
      },
    ],
    counts: someCounts(),
    at: '2026-11-24T17:00:00Z',
    validUntil: '2026-11-30T12:00:00Z',
    factsReadAt: '2026-11-24T16:56:00Z',
    factsAge: 'facts read 4 min ago',
    gateMode: 'report',
    ...changed,
  };
}

/** What the server says of an entity without an environment: its production. */
export function someVerdicts(row: SubjectRow = aSubjectRow()): VerdictsAnswer {
  return { results: [{ entity: row.entityRef, verdict: row }] };
}

export function aSubject(changed: Partial<SubjectAnswer> = {}): SubjectAnswer {
  const { gateMode, ...row } = aSubjectRow();
  return {
    ...row,
    parts: [
      { text: 'Not ready for production: 2 must-haves open: ' },
      { text: 'Regular copies of data', checkId: 'tts.copies' },
      { text: ' (not known), ' },
      { text: 'Someone is alerted', checkId: 'tts.alerted' },
      { text: ' (confirmation out of date).' },
    ],
    gate: { mode: 'report', words: 'Deploys are not held: readiness is only reported.' },
    checks: [...someChecks()],
    ahead: [
      {
        at: '2026-12-03T12:00:00Z',
        checkId: 'tts.restore-tested',
        title: 'A restore was tried',
        what: 'result-changes',
        text: 'The last restore will be too old',
      },
    ],
    siblings: [
      { subject: SUBJECT, environment: 'production', verdict: 'not-ready' },
      { subject: 'system:default/noipm#staging', environment: 'staging', verdict: 'ready' },
    ],
    packs: [
      {
        pack: 'tts-good-production-practices@1',
        title: 'Good production practices',
        because: 'domain:default/tts adopts it',
      },
    ],
    people: [{ ref: 'user:default/ada', title: 'Ada' }],
    problems: [],
    sourceUrl: 'https://git.example/noipm/catalog-info.yaml',
    ...changed,
  };
}
