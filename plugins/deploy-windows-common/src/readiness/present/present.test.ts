import {
  always,
  anAttestation,
  aSubject,
  aWaiver,
  FAIL,
  READINESS_NOW as NOW,
  someLayers,
  UNKNOWN,
} from '../../testUtils/readinessBuilders';
import { DAY, HOUR } from '../../time';
import type { Layers } from '../effective/layers';
import { verdictOf } from '../effective/verdictOf';
import type { Pack } from '../pack/pack';
import { UNDECLARED, type Subject } from '../subject';
import {
  attestationAnswerSchema,
  checkAnswerSchema,
  compareAnswerSchema,
  packAnswerSchema,
  subjectAnswerSchema,
  subjectRowSchema,
  verdictAnswerSchema,
  waiverAnswerSchema,
} from '../wire';
import { attestationAnswer } from './attestationAnswer';
import { checkAnswer } from './checkAnswer';
import { compareAnswer } from './compareAnswer';
import type { PageContext } from './context';
import { packAnswer } from './packAnswer';
import { subjectAnswer } from './subjectAnswer';
import { subjectRow, verdictAnswer } from './verdictAnswer';
import { waiverAnswer } from './waiverAnswer';

const page = (more: Partial<PageContext> = {}): PageContext => ({
  now: NOW,
  subject: aSubject(),
  owner: 'group:default/core',
  factsReadAt: NOW - 4 * 60_000,
  gate: { mode: 'report', next: { mode: 'enforce', at: NOW + 7 * DAY } },
  titles: { 'user:default/ada': 'Ada', 'user:default/grace': 'Grace' },
  ...more,
});
const TERMS = {
  statement: 'We looked.',
  validFor: 'P365D',
  evidence: 'optional',
  by: 'owner-member',
  signatures: 1,
  boundTo: ['exposure.level'],
} as const;

const { approvedAt, approvedBy, ...ASKED } = aWaiver({ id: 'asked', createdAt: NOW - DAY });

const copies = someLayers({
  check: {
    id: 'backups.snapshots',
    rule: { declared: 'environments' },
    fix: { at: 'backups[]', yaml: '- { id: db-daily }' },
  },
  steps: always(UNKNOWN),
  waivers: [ASKED],
});
const waived = someLayers({
  check: { id: 'deploy.single-command', title: 'One command' },
  steps: always(FAIL),
  waivers: [
    aWaiver({ id: 'w2', createdAt: NOW - DAY, expiresAt: NOW + 20 * DAY, renews: 'w1' }),
    aWaiver({ id: 'w1', createdAt: NOW - 100 * DAY, expiresAt: NOW - DAY }),
  ],
});
const confirmed = someLayers({
  check: { id: 'capacity.similar-traffic', title: 'Studied', mode: 'attested', attest: TERMS },
  attestations: [
    anAttestation({ validUntil: NOW + 9 * DAY, boundFacts: { 'exposure.level': 'public' } }),
    anAttestation({ id: 'a0', attestedAt: NOW - 300 * DAY, validUntil: NOW - DAY }),
  ],
  boundFacts: { 'exposure.level': 'public' },
});
const broken = someLayers({
  check: { id: 'x.broken', title: 'Broken', broken: 'no fact named "x"', levelled: 'recommended' },
});
const ROWS: readonly Layers[] = [copies, waived, confirmed, broken];
const verdictFor = (rows = ROWS, subject: Subject = aSubject()) => verdictOf(subject, rows, NOW);

describe('every answer has the shape that travels', () => {
  it('a subject with all its checks', () => {
    const answer = subjectAnswer(
      verdictFor(),
      page({
        since: new Map([['backups.snapshots', NOW - DAY]]),
        packs: [{ pack: 'tts@1', because: 'checklists[production] of domain:default/tts' }],
        siblings: [
          { subject: 'component:default/web#staging', environment: 'staging', verdict: 'ready' },
        ],
        people: [{ ref: 'user:default/ada', title: 'Ada' }],
        document: 'read',
      }),
    );
    expect(subjectAnswerSchema.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      verdict: 'not-ready',
      sentence:
        'Not ready for production: 1 must-have open: Regular copies of data (not known). 1 confirmation ends in 9 days.',
      factsAge: 'facts read 4 min ago',
      gate: {
        words:
          'Shown here; deploys are not held by it. From 1 Dec 2026: deploys are held while it is not ready.',
      },
      ahead: [
        {
          checkId: 'capacity.similar-traffic',
          text: 'confirmation ends on 3 Dec 2026 (in 9 days)',
        },
        { checkId: 'deploy.single-command', text: 'waiver ends on 14 Dec 2026 (in 20 days)' },
      ],
    });
    expect(answer.empty).toBeUndefined();
  });

  it('the verdict, and a row of a list', () => {
    const verdict = verdictAnswer(verdictFor(), page());
    expect(verdictAnswerSchema.parse(verdict)).toEqual(verdict);
    const row = subjectRow(verdictFor(), page());
    expect(subjectRowSchema.parse(row)).toEqual(row);
    expect(row.gateMode).toBe('report');
  });

  it('two environments: the rows that differ, worst first', () => {
    const staging = aSubject({ environment: 'staging', stage: 'staging' });
    const better = someLayers({ check: { id: 'backups.snapshots' } });
    const failing = { ...waived, waivers: [] };
    const answer = compareAnswer(
      { verdict: verdictFor(), context: page() },
      {
        verdict: verdictFor([better, failing, confirmed], staging),
        context: page({ subject: staging }),
      },
    );
    expect(compareAnswerSchema.parse(answer)).toEqual(answer);
    expect(answer.rows.map(({ checkId, a, b }) => [checkId, a, b])).toEqual([
      ['deploy.single-command', 'waived', 'fail'],
      ['x.broken', 'error', undefined],
      ['backups.snapshots', 'unknown', 'pass'],
    ]);
  });

  it('a pack', () => {
    const pack: Pack = {
      name: 'tts',
      version: 1,
      title: 'TTS',
      source: { document: '002.txt', sections: ['Backups'] },
      parameters: { reach: ['page'] },
      matrix: [],
      checks: ROWS.map(({ asked }) => asked.definition),
      text: '',
    };
    const answer = packAnswer(pack, {
      from: 'shipped',
      problems: [{ severity: 'check', file: 'tts.yaml', line: 3, check: 'x', message: 'no' }],
    });
    expect(packAnswerSchema.parse(answer)).toEqual(answer);
    expect(answer.pack).toBe('tts@1');
    expect(answer.checks[2]).toMatchObject({ statement: 'We looked.', validFor: '365 days' });
  });
});

describe('a check', () => {
  const [open, through, said, damaged] = verdictFor().checks.map(judged => {
    // Parsed: refused where it has not the shape that travels.
    return checkAnswerSchema.parse(checkAnswer(judged, page()));
  });

  it('that is open says what to write, and what was asked for', () => {
    expect(open).toMatchObject({
      status: 'unknown',
      statusWords: 'Not known',
      because: 'Backups of db: not stated.',
      fix: { at: 'backups[]', entityRef: 'component:default/web' },
      approvers: 'somebody who may approve waivers, and did not ask for this one',
      waiting: [{ id: 'asked', state: 'waiting' }],
    });
    expect(open?.ruleWords.length).toBeGreaterThan(0);
  });

  it('that is waived keeps what lies beneath', () => {
    expect(through).toMatchObject({
      status: 'waived',
      statusWords: 'Waived until 14 Dec 2026 (would be: Not met)',
      underlying: { status: 'fail', words: 'Not met' },
      findings: [{ code: 'NO_ITEM' }],
      waiver: {
        id: 'w2',
        daysLeft: 20,
        state: 'active',
        renewalWords: 'first renewal, 120 days in all',
      },
    });
  });

  it('that is confirmed says by whom and until when', () => {
    expect(said).toMatchObject({
      status: 'pass',
      evidence: {
        kind: 'attested',
        words: 'confirmed by Ada on 14 Nov 2026, counts until 3 Dec 2026',
      },
      until: '2026-12-03T10:00:00Z',
      attest: { byWords: 'a member of the owning group', boundTo: { 'exposure.level': 'public' } },
      confirmation: { id: 'a1', state: 'valid' },
    });
  });

  it('that is broken names the check, not the team', () => {
    expect(damaged).toMatchObject({
      status: 'error',
      because: 'The check itself is broken: no fact named "x".',
    });
  });
});

describe('records by themselves', () => {
  it.each([
    ['the one that counts', 0, 'valid'],
    ['one that has ended', 1, 'ended'],
  ])('a confirmation: %s', (_, index, state) => {
    const attestation = confirmed.attestations[index];
    if (attestation === undefined) throw new Error('missing');
    const answer = attestationAnswer(attestation, { layers: confirmed }, page());
    expect(attestationAnswerSchema.parse(answer)).toEqual(answer);
    expect(answer.state).toBe(state);
  });

  it.each([
    ['taken back', anAttestation({ revokedAt: NOW, revokedBy: 'user:default/ada' }), 'revoked'],
    ['by a newer one', anAttestation({ id: 'b', attestedAt: NOW - 20 * DAY }), 'replaced'],
    ['without a date', anAttestation({ validUntil: 0, source: 'document' }), 'without-date'],
  ])('a confirmation: %s', (_, attestation, state) => {
    const layers = someLayers({ attestations: [attestation, anAttestation({ id: 'z' })] });
    const answer = attestationAnswer(attestation, { layers }, page());
    expect(attestationAnswerSchema.parse(answer)).toEqual(answer);
    expect(answer.state).toBe(state);
  });

  it('a confirmation of a check that nobody asks any more does not count', () => {
    expect(attestationAnswer(anAttestation(), {}, page()).state).toBe('replaced');
  });

  it('a waiver of an older check is over, and one that is not needed says so', () => {
    const superseded = waiverAnswer(aWaiver(), { checkVersion: 2 }, page());
    expect(waiverAnswerSchema.parse(superseded)).toEqual(superseded);
    expect(superseded.state).toBe('superseded');
    expect(waiverAnswer(aWaiver(), { own: 'pass' }, page()).notNeeded).toBe(true);
  });
});

it.each<[string, Partial<PageContext>, readonly Layers[], string | undefined]>([
  ['no document', { document: 'absent' }, ROWS, 'no-document'],
  ['no environment', { subject: aSubject({ environment: UNDECLARED }) }, ROWS, 'no-environment'],
  ['no pack', {}, [], 'no-pack'],
  ['a document, an environment, a pack', {}, ROWS, undefined],
])('%s: empty is %s', (_, context, rows, empty) => {
  expect(subjectAnswer(verdictFor(rows), page(context)).empty).toBe(empty);
});

it('old facts are said to be old', () => {
  expect(subjectRow(verdictFor(), page({ factsReadAt: NOW - 26 * HOUR })).factsAge).toBe(
    'Facts are old: read 26 hours ago, they may have changed since.',
  );
});

it('nobody is named to a reader who may not see them', () => {
  const hidden = someLayers({
    steps: always({
      status: 'fail',
      findings: [
        {
          code: 'PEOPLE_WITHOUT',
          fact: 'alertPeople',
          found: ['user:default/ada', 'user:default/secretive'],
        },
      ],
    }),
  });
  const text = JSON.stringify(subjectAnswer(verdictFor([hidden]), page()).checks[0]?.findings);
  expect(text).toContain('Ada and 1 more without');
  expect(text).not.toContain('secretive');
});
