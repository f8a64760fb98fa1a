import type { GateMode } from 'backstage-plugin-infra-overview-common';
import {
  always,
  anAttestation,
  aSubject,
  aWaiver,
  FAIL,
  PASS,
  READINESS_NOW as NOW,
  someLayers,
  UNKNOWN,
} from '../../testUtils/readinessBuilders';
import { DAY, HOUR, MINUTE } from '../../time';
import { effective } from '../effective/effective';
import type { Layers } from '../effective/layers';
import { REASON_CODES, type Finding } from '../effective/outcome';
import { STATUSES, VERDICTS } from '../effective/status';
import { verdictOf } from '../effective/verdictOf';
import { FACT_TYPES } from '../facts/factTypes';
import type { FactOrigin } from '../facts/fact';
import { UNDECLARED } from '../subject';
import { aheadWords } from './aheadWords';
import { becauseWords } from './becauseWords';
import { ageWords, inDays, utcDay } from './dayWords';
import { factWords } from './factWords';
import { findingText } from './findingText';
import { gateAt, gateWords } from './gateWords';
import { becomesWords, levelLabel } from './levelWords';
import { originWords } from './originWords';
import { renewalWords } from './renewalWords';
import { statusLabel, statusWords, verdictLabel } from './statusWords';
import { verdictParts, verdictSentence } from './verdictParts';

const TITLES = { 'user:default/ada': 'Ada', 'group:default/core': 'Core team' };
const sentence = (rows: readonly Layers[], subject = aSubject()) =>
  verdictSentence(verdictParts(verdictOf(subject, rows, NOW), { titles: TITLES }));
const titled = (title: string, options: Parameters<typeof someLayers>[0] = {}) =>
  someLayers({ ...options, check: { id: title.toLowerCase(), title, ...options.check } });

describe('the sentence', () => {
  const alerted = titled('Someone is alerted', {
    steps: always({ status: 'fail', findings: [{ code: 'NO_PERSON', fact: '' }] }),
  });
  const copies = titled('Regular copies of data', { steps: always(UNKNOWN) });
  const ending = titled('Recovery is written down', {
    check: { mode: 'attested' },
    attestations: [anAttestation({ validUntil: NOW + 9 * DAY })],
  });
  const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(name =>
    titled(name, { steps: always(UNKNOWN) }),
  );
  it.each<[string, readonly Layers[], string]>([
    [
      'names each open must-have with the reason, and what ends soon',
      [alerted, copies, ending],
      'Not ready for production: 2 must-haves open: Someone is alerted (no person is reached), Regular copies of data (not known). 1 confirmation ends in 9 days.',
    ],
    [
      'a waiver with its end',
      [titled('A', { steps: always(FAIL), waivers: [aWaiver({ expiresAt: NOW + 13 * DAY })] })],
      'Ready for production with 1 waiver, which ends on 7 Dec 2026 (in 13 days).',
    ],
    [
      'of two waivers the first end',
      ['A', 'B'].map((name, index) =>
        titled(name, {
          steps: always(FAIL),
          waivers: [aWaiver({ expiresAt: NOW + (9 + index) * DAY })],
        }),
      ),
      'Ready for production with 2 waivers, the first ends on 3 Dec 2026 (in 9 days).',
    ],
    ['all met', [titled('A'), titled('B')], 'Ready for production: all 2 must-haves are met.'],
    ['the one is met', [titled('A')], 'Ready for production: the 1 must-have is met.'],
    [
      'nothing is required',
      [titled('A', { check: { levelled: 'off' } })],
      'Ready for production: nothing is required at this stage.',
    ],
    ['no pack', [], 'Not assessed: no pack of checks is asked here.'],
    [
      'nothing written down',
      [copies],
      'Not assessed for production: nothing is written down that decides a must-have. 1 must-have open: Regular copies of data (not known).',
    ],
    [
      'many are counted, not all named',
      [titled('Z', { steps: always(FAIL) }), ...many],
      'Not ready for production: 8 must-haves open: Z (backups of db: nothing that counts here is written down), A (not known), B (not known), C (not known), D (not known) and 3 more.',
    ],
    [
      'what becomes required',
      [
        titled('A'),
        titled('B', {
          steps: always(FAIL),
          check: {
            requirement: {
              steps: [{ level: 'recommended' }, { level: 'must', from: NOW + 30 * DAY }],
              because: 'dated',
            },
          },
        }),
      ],
      'Ready for production: the 1 must-have is met. 1 more check will be required on 24 Dec 2026.',
    ],
  ])('%s', (_, rows, words) => {
    expect(sentence(rows)).toBe(words);
  });

  it('says that no environment is declared', () => {
    const subject = aSubject({ environment: UNDECLARED });
    expect(sentence([copies], subject)).toBe('Not assessed: no environment is declared.');
  });

  it('each check in it can be followed', () => {
    const parts = verdictParts(verdictOf(aSubject(), [alerted, copies], NOW));
    expect(parts.flatMap(({ checkId }) => checkId ?? [])).toEqual([
      'someone is alerted',
      'regular copies of data',
    ]);
  });
});

describe('a finding', () => {
  it.each<[Finding, string]>([
    [
      { code: 'ABSENT', fact: 'stores[db].backups[daily].retention' },
      'retention of daily: not stated',
    ],
    [{ code: 'ABSENT', fact: 'deploy.rollback' }, 'way back after a deploy: not stated'],
    [
      { code: 'TOO_FEW', fact: 'processes[web].min', found: 1, wanted: 2 },
      'instances of web: 1, wanted at least 2',
    ],
    [
      { code: 'TOO_MANY', fact: 'monitors[ping].interval', found: 'PT10M', wanted: 'PT5M' },
      'time between two tests of ping: 10 minutes, wanted at most 5 minutes',
    ],
    [
      {
        code: 'NOT_ONE_OF',
        fact: 'deploy.strategy',
        found: 'recreate',
        wanted: ['blue-green', 'canary'],
      },
      'way of replacing the old version: old one stops, new one starts, wanted blue-green or canary',
    ],
    [
      { code: 'NOT_CONTAINED', fact: 'tagKeys', found: ['Name'], wanted: ['Name', 'Project'] },
      'tags on resources: Project missing',
    ],
    [
      { code: 'TOO_OLD', fact: 'alerts[a].lastTested', found: '2025-03-01', wanted: 'P180D' },
      'date of the last test of a: 1 Mar 2025, longer ago than 180 days',
    ],
    [
      { code: 'NOT_EQUAL', fact: 'artifact.pruned', found: false, wanted: true },
      'only what production needs is shipped: no, wanted yes',
    ],
    [
      { code: 'MET', fact: 'domains[www.example.gov].tls.source', found: 'platform' },
      'certificate of www.example.gov: platform',
    ],
    [
      { code: 'UNKNOWN_REF', fact: 'owner', found: 'group:default/gone' },
      'owner: group:default/gone is not in the catalog',
    ],
    [
      { code: 'WHO_IS_ON_IT', fact: 'alerts[a].targets', found: 'PagerDuty' },
      'recipients of a: who is behind PagerDuty is not stated, name the group',
    ],
    [
      { code: 'TOO_FEW_PEOPLE', fact: 'deploy.by', found: ['user:default/ada'], wanted: 2 },
      'people who can deploy: Ada, wanted at least 2',
    ],
    [
      {
        code: 'TOO_SOON',
        fact: 'monitors[a].since',
        found: '2026-11-20',
        wanted: 'P21D before 2026-12-01',
      },
      'since of a: 20 Nov 2026, wanted at least 21 days before 1 Dec 2026',
    ],
    [
      {
        code: 'TOO_SOON',
        fact: 'domains[a.example].tls.expires',
        found: '2026-12-01',
        wanted: 'P30D',
      },
      'end of the certificate of a.example: 1 Dec 2026, less than 30 days ahead',
    ],
    [
      { code: 'EQUAL', fact: 'statusPage.platform', found: 'aws', wanted: ['aws', 'heroku'] },
      'platform of the status page: AWS, wanted anything but AWS or Heroku',
    ],
    [
      { code: 'TOO_FEW', fact: 'alerts', found: ['uptime'], wanted: 2 },
      'alerts: 1 (uptime checks), wanted at least 2',
    ],
    [
      { code: 'NOT_ONE_OF', fact: 'alerts[a].targets', found: '#ops' },
      'recipients of a: #ops does not count here',
    ],
    [
      {
        code: 'UPSTREAM_FAILS',
        fact: 'component:default/db',
        found: 'fail',
        wanted: 'scalability.two-instances',
      },
      'db: scalability.two-instances is not met there',
    ],
    [
      {
        code: 'PEOPLE_WITHOUT',
        fact: 'alertPeople',
        found: ['user:default/ada', 'user:default/x', 'user:default/y'],
      },
      'people behind the alerts: Ada and 2 more without',
    ],
    [
      { code: 'PEOPLE_WITHOUT', fact: 'alertPeople', found: ['user:default/x'] },
      'people behind the alerts: 1 person without',
    ],
    [
      { code: 'SECRET_FOUND', fact: 'secretFindings', found: 'aws-access-key', path: 'notes[a]' },
      'what looks like a secret (aws-access-key) at notes[a]',
    ],
    [
      { code: 'CHECK_BROKEN', fact: '', found: 'no fact named "x"' },
      'the check itself is broken: no fact named "x"',
    ],
  ])('%j', (finding, words) => {
    expect(findingText(finding, TITLES)).toBe(words);
  });

  it.each(REASON_CODES)('%s has words without any value, and with one', code => {
    for (const finding of [
      { code, fact: '' },
      { code, fact: 'stores[db].redundancy', found: 3, wanted: ['a'] },
    ]) {
      const words = findingText(finding);
      expect(words).toMatch(/\w/);
      expect(words).not.toMatch(
        /undefined|null|object|^:|: :|\bscore\b|\bgrade\b|\brank\b|compliant/i,
      );
    }
  });
});

it.each(Object.keys(FACT_TYPES))('the fact %s has a name for people', fact => {
  expect(factWords(fact)).toMatch(/^[a-zA-Z][a-zA-Z ,]+$/);
});

it.each<[FactOrigin, string]>([
  [
    { kind: 'declared', path: 'x', method: 'document', at: '2019-07-19' },
    'stated in a document of 19 Jul 2019, never confirmed',
  ],
  [
    { kind: 'declared', path: 'x', method: 'human', at: '2026-10-12', by: 'group:default/core' },
    'checked by hand 12 Oct 2026 by core, says the file',
  ],
  [{ kind: 'declared', path: 'x', by: 'built-in default' }, 'built-in default'],
  [{ kind: 'declared', path: 'x' }, 'stated in a document without a date, never confirmed'],
  [{ kind: 'inherited', path: 'x', by: 'cloud.gov' }, 'provided by cloud.gov'],
  [{ kind: 'inherited', path: 'x', by: 'domain:default/tts' }, 'set by the standard of tts'],
  [
    { kind: 'observed', path: 'x', by: 'Heroku', at: '2026-11-24T09:56:00Z' },
    'seen by Heroku 4 min ago',
  ],
  [
    {
      kind: 'observed',
      path: 'x',
      by: 'heroku',
      at: '2026-11-24T09:56:00Z',
      seen: { what: 'backup', at: '2026-11-24T07:00:00Z' },
    },
    'last backup 3 hours ago, seen by Heroku',
  ],
])('%j: %s', (origin, words) => {
  expect(originWords(origin, NOW)).toBe(words);
});

describe('the reason of a check', () => {
  it.each<[string, Layers, string]>([
    [
      'met',
      someLayers({
        steps: always({
          status: 'pass',
          findings: [{ code: 'MET', fact: 'deploy.strategy', found: 'canary' }],
        }),
      }),
      'Way of replacing the old version: canary.',
    ],
    ['met, nothing to show', someLayers(), 'Everything asked for is there.'],
    ['not known', someLayers({ steps: always(UNKNOWN) }), 'Backups of db: not stated.'],
    [
      'several reasons',
      someLayers({
        steps: always({
          status: 'fail',
          findings: [
            { code: 'MET', fact: 'platform', found: 'aws' },
            { code: 'ABSENT', fact: 'deploy.command' },
            { code: 'ABSENT', fact: 'deploy.pipeline' },
          ],
        }),
      }),
      'Command that deploys: not stated, and 1 more.',
    ],
    [
      'out of date',
      someLayers({
        check: { mode: 'attested' },
        attestations: [anAttestation({ validUntil: NOW - DAY })],
      }),
      'The confirmation of 14 Nov 2026 by Ada ended on 23 Nov 2026.',
    ],
    [
      'confirmed',
      someLayers({ check: { mode: 'attested' }, attestations: [anAttestation()] }),
      'Confirmed by Ada on 14 Nov 2026, counts until 14 Nov 2027.',
    ],
    [
      'said not to be met',
      someLayers({
        attestations: [anAttestation({ answer: 'not-met', note: 'No copy since June' })],
      }),
      'Not met, says the answer of 14 Nov 2026 by Ada: No copy since June.',
    ],
    [
      'waived',
      someLayers({ steps: always(FAIL), waivers: [aWaiver()] }),
      'Waived by grace (planned): The new database comes with copies in January.',
    ],
    [
      'meant for another platform',
      someLayers({
        applicability: {
          state: 'no-by-rule',
          findings: [{ code: 'NOT_EQUAL', fact: 'platform', found: 'heroku', wanted: 'aws' }],
        },
      }),
      'It does not apply, platform: Heroku.',
    ],
    [
      'nothing it could apply to',
      someLayers({
        steps: always({
          status: 'not-applicable',
          findings: [{ code: 'NO_ITEM', fact: 'stores' }],
        }),
      }),
      'Nothing is written down that it could apply to: data stores.',
    ],
    ['off', someLayers({ check: { levelled: 'off' } }), 'It is not asked of this stage.'],
    [
      'not needed',
      someLayers({
        check: { levelled: 'recommended' },
        applicability: { state: 'no-declared', reason: 'no data is kept', findings: [] },
      }),
      'The document says that it is not needed: no data is kept.',
    ],
    [
      'broken',
      someLayers({ check: { broken: 'no fact named "x"' } }),
      'The check itself is broken: no fact named "x".',
    ],
  ])('%s', (_, layers, words) => {
    expect(becauseWords(effective(layers, NOW), { titles: TITLES })).toBe(words);
  });
});

it('every status and verdict has its word', () => {
  expect(STATUSES.map(statusLabel)).toEqual([
    'Not met',
    'Confirmation out of date',
    'Could not be checked',
    'Not known',
    'Waived',
    'Met',
    'Does not apply',
  ]);
  expect(VERDICTS.map(verdictLabel)).toEqual([
    'Not ready',
    'Not assessed',
    'Ready with waivers',
    'Ready',
  ]);
  const waived = effective(someLayers({ steps: always(FAIL), waivers: [aWaiver()] }), NOW);
  expect(statusWords(waived)).toBe('Waived until 12 Feb 2027 (would be: Not met)');
  expect(statusWords(effective(someLayers({ steps: always(PASS) }), NOW))).toBe('Met');
});

it.each`
  value            | words
  ${'must'}        | ${'will be required on 1 Mar 2027'}
  ${'recommended'} | ${'will be recommended from 1 Mar 2027'}
  ${'off'}         | ${'will not be asked from 1 Mar 2027'}
`('a level that becomes $value $words', ({ value, words }) => {
  const from = Date.UTC(2027, 2, 1);
  expect(becomesWords({ value: 'off', next: { value, from } })).toBe(words);
  expect(becomesWords({ value })).toBeUndefined();
  expect(levelLabel(value)).toMatch(/^[A-Z]/);
});

it('days and ages', () => {
  expect(utcDay(Date.UTC(2026, 11, 3, 23, 59))).toBe('3 Dec 2026');
  expect([inDays(NOW, NOW + HOUR), inDays(NOW, NOW + DAY), inDays(NOW, NOW - DAY)]).toEqual([
    'today',
    'in 1 day',
    'today',
  ]);
  expect(
    [MINUTE - 1, 4 * MINUTE, 26 * HOUR, 50 * HOUR].map(age => ageWords(NOW, NOW - age)),
  ).toEqual(['just now', '4 min ago', '26 hours ago', '2 days ago']);
  expect(aheadWords({ what: 'waiver-ends', at: NOW + 9 * DAY }, NOW)).toBe(
    'waiver ends on 3 Dec 2026 (in 9 days)',
  );
});

describe('renewals', () => {
  const day = (days: number) => NOW + days * DAY;
  const first = aWaiver({ id: 'a', createdAt: day(0), expiresAt: day(90) });
  const second = aWaiver({ id: 'b', createdAt: day(85), expiresAt: day(150), renews: 'a' });
  const third = aWaiver({ id: 'c', createdAt: day(150), expiresAt: day(240), renews: 'b' });
  it.each([
    [first, undefined],
    [second, 'first renewal, 150 days in all'],
    [third, 'second renewal, 240 days in all'],
    [aWaiver({ id: 'd', renews: 'gone' }), undefined],
    [aWaiver({ id: 'e', renews: 'e' }), undefined],
  ])('%#: %s', (waiver, words) => {
    expect(renewalWords(waiver, [third, first, second, waiver])).toBe(words);
  });
});

it.each<[readonly [GateMode, number?][], string]>([
  [[], 'Deploys do not ask for readiness.'],
  [[['report']], 'Shown here; deploys are not held by it.'],
  [
    [['report'], ['enforce', NOW + 7 * DAY]],
    'Shown here; deploys are not held by it. From 1 Dec 2026: deploys are held while it is not ready.',
  ],
  [
    [
      ['enforce', NOW],
      ['warn', NOW + DAY],
    ],
    'Deploys are held while it is not ready.',
  ],
])('gate %j: %s', (demands, words) => {
  const gate = gateAt(
    demands.map(([mode, from]) => ({
      mode,
      level: 'configuration',
      ...(from !== undefined && { from }),
    })),
    NOW,
  );
  expect(gateWords(gate)).toBe(words);
});
