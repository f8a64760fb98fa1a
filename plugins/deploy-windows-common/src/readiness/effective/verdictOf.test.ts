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
import { DAY } from '../../time';
import type { Layers } from './layers';
import type { VerdictWord } from './status';
import { verdictOf } from './verdictOf';

const row = (
  id: string,
  outcome = PASS,
  options: Omit<NonNullable<Parameters<typeof someLayers>[0]>, 'steps'> = {},
): Layers =>
  someLayers({
    ...options,
    check: { id, title: id, ...options.check },
    steps: always(outcome),
  });
const basic = (id: string, outcome = PASS) =>
  row(id, outcome, { check: { pack: 'suite-basics@1' } });
const off = row('off', FAIL, { check: { levelled: 'off' } });
const advised = row('advised', FAIL, { check: { levelled: 'recommended' } });
const waived = row('waived', FAIL, { waivers: [aWaiver()] });
const waivedUnknown = row('waived', UNKNOWN, { waivers: [aWaiver()] });
const halfKnown = row('half', {
  status: 'unknown',
  findings: [{ code: 'WHO_IS_ON_IT', fact: 'alerts[a].targets', found: 'PagerDuty' }],
});

it.each<[string, readonly Layers[], VerdictWord, readonly string[]]>([
  ['all met', [row('a'), row('b')], 'ready', []],
  ['one open', [row('a'), row('b', FAIL)], 'not-ready', ['b']],
  ['not known is open', [row('a'), row('b', UNKNOWN)], 'not-ready', ['b']],
  [
    'worst first, then by title',
    [row('c', UNKNOWN), row('b', FAIL), row('a', FAIL), row('d')],
    'not-ready',
    ['a', 'b', 'c'],
  ],
  ['what is recommended holds nothing up', [row('a'), advised], 'ready', []],
  ['a waiver', [row('a'), waived], 'ready-with-waivers', []],
  ['nothing is required at this stage', [off], 'ready', []],
  ['nothing at all is asked', [], 'not-assessed', []],
  ['only basics are asked', [basic('a')], 'not-assessed', []],
  ['only basics are asked, and fail', [basic('a', FAIL)], 'not-assessed', ['a']],
  [
    'no fact decides any',
    [basic('a'), row('b', UNKNOWN), row('c', UNKNOWN)],
    'not-assessed',
    ['b', 'c'],
  ],
  ['one is decided', [row('a', FAIL), row('b', UNKNOWN)], 'not-ready', ['a', 'b']],
  [
    'there is a fact, and it says too little',
    [halfKnown, row('b', UNKNOWN)],
    'not-ready',
    ['b', 'half'],
  ],
  ['nothing known, all waived: the gate opens', [waivedUnknown], 'ready-with-waivers', []],
  [
    'nothing known, recommended only',
    [row('a', UNKNOWN, { check: { levelled: 'recommended' } })],
    'ready',
    [],
  ],
])('%s', (_, rows, verdict, open) => {
  const answer = verdictOf(aSubject(), rows, NOW);
  expect([answer.verdict, answer.open.map(({ checkId }) => checkId)]).toEqual([verdict, open]);
});

it('counts every row in one number, and a waiver in none of the met', () => {
  const rows = [
    row('a'),
    row('b', FAIL),
    row('c', UNKNOWN, { check: { basis: 'label' } }),
    { ...waived, asked: { ...waived.asked } },
    row('x', PASS, {
      check: { mode: 'attested' },
      attestations: [anAttestation({ validUntil: NOW })],
    }),
    row('e', { status: 'error', message: 'no', findings: [] }),
    advised,
    off,
  ];
  expect(verdictOf(aSubject(), rows, NOW).counts).toEqual({
    must: { met: 1, applicable: 6 },
    mustByBasis: {
      bold: { met: 1, applicable: 5 },
      label: { met: 0, applicable: 1 },
      required: { met: 0, applicable: 0 },
      advice: { met: 0, applicable: 0 },
    },
    recommended: { met: 0, applicable: 1 },
    waived: 1,
    unknown: 1,
    expired: 1,
    error: 1,
    notApplicable: 1,
  });
});

describe('what time alone changes', () => {
  const soon = NOW + 3 * DAY;
  const dated = (level: 'must' | 'recommended', from = soon) =>
    row('dated', FAIL, {
      check: {
        requirement: { steps: [{ level: 'recommended' }, { level, from }], because: 'dated' },
      },
    });
  const confirmed = (validUntil: number, levelled: 'must' | 'recommended' = 'must') =>
    row('confirmed', PASS, {
      check: { mode: 'attested', levelled },
      attestations: [anAttestation({ validUntil })],
    });
  it.each<[string, Layers, number | undefined, readonly string[]]>([
    ['the end of a confirmation', confirmed(soon), soon, ['confirmation-ends']],
    [
      'the end of one that is only recommended',
      confirmed(soon, 'recommended'),
      undefined,
      ['confirmation-ends'],
    ],
    ['an end in 60 days', confirmed(NOW + 60 * DAY), NOW + 60 * DAY, ['confirmation-ends']],
    ['an end later than that', confirmed(NOW + 60 * DAY + 1), NOW + 60 * DAY + 1, []],
    [
      'the end of a waiver',
      row('w', FAIL, { waivers: [aWaiver({ expiresAt: soon })] }),
      soon,
      ['waiver-ends'],
    ],
    [
      'the end of a waiver that is not needed',
      row('w', PASS, { waivers: [aWaiver({ expiresAt: soon })] }),
      soon,
      [],
    ],
    ['a must-have to come', dated('must'), soon, ['becomes-required']],
    ['a level that stays', dated('recommended'), undefined, []],
    [
      'a rule that knows a date',
      someLayers({ steps: [{ until: soon, outcome: PASS }, { outcome: FAIL }] }),
      soon,
      ['result-changes'],
    ],
    ['nothing', row('a'), undefined, []],
  ])('%s', (_, layers, validUntil, ahead) => {
    const answer = verdictOf(aSubject(), [layers], NOW);
    expect(answer.validUntil).toBe(validUntil);
    expect(answer.ahead.map(({ what }) => what)).toEqual(ahead);
  });

  it('a waiver followed by another is no end', () => {
    const waivers = [
      aWaiver({ id: 'a', expiresAt: soon }),
      aWaiver({ id: 'b', expiresAt: soon + DAY }),
    ];
    const answer = verdictOf(aSubject(), [row('w', FAIL, { waivers })], NOW);
    expect(answer.ahead).toEqual([{ at: soon + DAY, checkId: 'w', what: 'waiver-ends' }]);
    expect(answer.waived).toMatchObject([{ checkId: 'w', until: soon + DAY }]);
  });
});
