import {
  aWaiver,
  always,
  anAttestation,
  FAIL,
  PASS,
  READINESS_NOW as NOW,
  someLayers,
  UNKNOWN,
} from '../../testUtils/readinessBuilders';
import { DAY, type Instant } from '../../time';
import type { CheckDefinition } from '../pack/pack';
import { confirmationAt } from './confirmationAt';
import { effective } from './effective';
import type { Applicability, Layers } from './layers';
import type { Outcome } from './outcome';
import type { Status } from './status';

const TERMS: CheckDefinition['attest'] = {
  statement: 'We looked.',
  validFor: 'P365D',
  evidence: 'optional',
  by: 'owner-member',
  signatures: 1,
  boundTo: [],
};
const ATTESTED = { mode: 'attested', attest: TERMS } as const;
const BOTH = { mode: 'hybrid', combine: 'both', attest: TERMS } as const;
const EITHER = { mode: 'hybrid', combine: 'either', attest: TERMS } as const;
const ERROR: Outcome = { status: 'error', message: 'broken', findings: [] };
const NONE: Outcome = { status: 'not-applicable', findings: [] };

const statusAt = (layers: Layers, at: Instant = NOW): Status => effective(layers, at).status;

describe('every end is half-open: one millisecond before, at and after', () => {
  const END = NOW + DAY;
  it.each<[string, Layers, readonly [Status, Status, Status]]>([
    [
      'validUntil of a confirmation',
      someLayers({ check: ATTESTED, attestations: [anAttestation({ validUntil: END })] }),
      ['pass', 'expired', 'expired'],
    ],
    [
      'validUntil of a "does not apply" of something recommended',
      someLayers({
        check: { levelled: 'recommended' },
        steps: always(FAIL),
        attestations: [anAttestation({ answer: 'not-applicable', validUntil: END })],
      }),
      ['not-applicable', 'fail', 'fail'],
    ],
    [
      'expiresAt of a waiver',
      someLayers({ steps: always(FAIL), waivers: [aWaiver({ expiresAt: END })] }),
      ['waived', 'fail', 'fail'],
    ],
    [
      'until of a step of the rule',
      someLayers({ steps: [{ until: END, outcome: PASS }, { outcome: FAIL }] }),
      ['pass', 'fail', 'fail'],
    ],
    [
      'the beginning of a requirement',
      someLayers({
        check: {
          requirement: {
            steps: [{ level: 'off' }, { level: 'must', from: END }],
            because: 'dated',
          },
        },
      }),
      ['not-applicable', 'pass', 'pass'],
    ],
    [
      'the approval of a waiver',
      someLayers({
        steps: always(FAIL),
        waivers: [aWaiver({ approvedAt: END, expiresAt: END + DAY })],
      }),
      ['fail', 'waived', 'waived'],
    ],
    [
      'a confirmation that is taken back',
      someLayers({ check: ATTESTED, attestations: [anAttestation({ revokedAt: END })] }),
      ['pass', 'unknown', 'unknown'],
    ],
    [
      'a waiver that is taken back',
      someLayers({ steps: always(FAIL), waivers: [aWaiver({ revokedAt: END })] }),
      ['waived', 'fail', 'fail'],
    ],
  ])('%s', (_, layers, [before, at, after]) => {
    expect([statusAt(layers, END - 1), statusAt(layers, END), statusAt(layers, END + 1)]).toEqual([
      before,
      at,
      after,
    ]);
  });
});

describe('a rule and what a person says', () => {
  const MET = anAttestation();
  const NOT_MET = anAttestation({ answer: 'not-met' });
  const OVER = anAttestation({ validUntil: NOW });
  it.each<[Partial<CheckDefinition>, Outcome, readonly (typeof MET)[], Status]>([
    [{}, PASS, [], 'pass'],
    [{}, FAIL, [], 'fail'],
    [{}, UNKNOWN, [], 'unknown'],
    [{}, ERROR, [], 'error'],
    [{}, NONE, [], 'not-applicable'],
    [{}, FAIL, [MET], 'fail'],
    [{}, PASS, [NOT_MET], 'fail'],
    [{ broken: 'no such fact' }, PASS, [MET], 'error'],
    [ATTESTED, PASS, [], 'unknown'],
    [ATTESTED, PASS, [MET], 'pass'],
    [ATTESTED, PASS, [NOT_MET], 'fail'],
    [ATTESTED, PASS, [OVER], 'expired'],
    [BOTH, PASS, [], 'unknown'],
    [BOTH, PASS, [MET], 'pass'],
    [BOTH, PASS, [OVER], 'expired'],
    [BOTH, PASS, [NOT_MET], 'fail'],
    [BOTH, FAIL, [MET], 'fail'],
    [BOTH, UNKNOWN, [MET], 'unknown'],
    [BOTH, ERROR, [MET], 'error'],
    [EITHER, PASS, [], 'pass'],
    [EITHER, FAIL, [MET], 'pass'],
    [EITHER, UNKNOWN, [MET], 'pass'],
    [EITHER, PASS, [NOT_MET], 'fail'],
    [EITHER, PASS, [OVER], 'pass'],
    [EITHER, FAIL, [OVER], 'expired'],
    [EITHER, FAIL, [], 'fail'],
    [EITHER, UNKNOWN, [], 'unknown'],
  ])('%j, rule %j, said %j: %s', (check, outcome, attestations, status) => {
    expect(statusAt(someLayers({ check, steps: always(outcome), attestations }))).toBe(status);
  });

  it('what both say ends with the first of them, what either says with the last', () => {
    const steps = [{ until: NOW + 5 * DAY, outcome: PASS }, { outcome: FAIL }] as const;
    const attestations = [anAttestation({ validUntil: NOW + 9 * DAY })];
    expect(effective(someLayers({ check: BOTH, steps, attestations }), NOW)).toMatchObject({
      until: NOW + 5 * DAY,
    });
    expect(effective(someLayers({ check: EITHER, steps, attestations }), NOW)).toMatchObject({
      until: NOW + 9 * DAY,
    });
  });
});

describe('whether it applies', () => {
  const findings = [{ code: 'NOT_NEEDED_UNCONFIRMED', fact: 'stores' }] as const;
  const DECLARED: Applicability = { state: 'no-declared', reason: 'no data is kept', findings };
  const UNDETERMINED: Applicability = {
    state: 'undetermined',
    findings: [{ code: 'APPLICABILITY_UNKNOWN', fact: 'platform' }],
  };
  const SAYS_NOT = anAttestation({ answer: 'not-applicable', reason: 'no-such-component' });
  it.each<[string, Parameters<typeof someLayers>[0], Status]>([
    [
      'said in the document of something recommended',
      { applicability: DECLARED, check: { levelled: 'recommended' } },
      'not-applicable',
    ],
    ['said in the document of a must-have', { applicability: DECLARED }, 'unknown'],
    ['undecided', { applicability: UNDETERMINED }, 'unknown'],
    [
      'undecided, and a person says it is not met',
      { applicability: UNDETERMINED, attestations: [anAttestation({ answer: 'not-met' })] },
      'fail',
    ],
    [
      'decided by rule',
      { applicability: { state: 'no-by-rule', findings: [] }, steps: always(FAIL) },
      'not-applicable',
    ],
    ['off', { check: { levelled: 'off' }, steps: always(FAIL) }, 'not-applicable'],
    [
      'a word of the owner on a must-have',
      { check: ATTESTED, attestations: [SAYS_NOT] },
      'unknown',
    ],
    [
      'the same, agreed',
      { check: ATTESTED, attestations: [{ ...SAYS_NOT, agreedBy: 'user:default/grace' }] },
      'not-applicable',
    ],
    [
      'the document, and a person who agrees',
      { applicability: DECLARED, attestations: [{ ...SAYS_NOT, agreedBy: 'user:default/grace' }] },
      'not-applicable',
    ],
  ])('%s', (_, layers, status) => {
    expect(statusAt(someLayers(layers))).toBe(status);
  });
});

describe('a confirmation is bound', () => {
  const bound = { exposure: 'public', stores: [{ id: 'db', size: 1 }, { id: 'cache' }] };
  const signed = anAttestation({ boundFacts: bound });
  const withFacts = (boundFacts: Layers['boundFacts'], version = 1) =>
    someLayers({ check: { ...ATTESTED, version }, attestations: [signed], boundFacts });

  it.each<[string, Layers, Status, string | undefined]>([
    ['to facts: the same', withFacts(bound), 'pass', undefined],
    [
      'to facts: in another order',
      withFacts({ stores: [{ id: 'cache' }, { size: 1, id: 'db' }], exposure: 'public' }),
      'pass',
      undefined,
    ],
    [
      'to facts: one changed',
      withFacts({ ...bound, exposure: 'team' }),
      'expired',
      'FACTS_CHANGED',
    ],
    ['to facts: one gone', withFacts({ stores: bound.stores }), 'expired', 'FACTS_CHANGED'],
    ['to the meaning', withFacts(bound, 2), 'expired', 'MEANING_CHANGED'],
  ])('%s', (_, layers, status, code) => {
    const now = effective(layers, NOW);
    expect(now.status).toBe(status);
    expect('findings' in now ? now.findings[0]?.code : undefined).toBe(code);
  });

  it('a newer meaning ends a waiver, too', () => {
    const layers = someLayers({ check: { version: 2 }, steps: always(FAIL), waivers: [aWaiver()] });
    expect(statusAt(layers)).toBe('fail');
  });
});

describe('the answer that counts', () => {
  const at = (id: string, attestedAt: Instant, more = {}) =>
    anAttestation({ id, attestedAt, validUntil: NOW + 90 * DAY, ...more });
  const morning = Date.UTC(2026, 10, 20, 8);
  const noon = Date.UTC(2026, 10, 20, 12);
  const midnight = Date.UTC(2026, 10, 20);
  const two = { ...ATTESTED, attest: { ...TERMS, signatures: 2 as const } };
  const cosigned = [
    { by: 'user:default/ada', at: morning, outside: false },
    { by: 'user:default/grace', at: noon, outside: true },
  ];
  it.each<[string, Partial<CheckDefinition>, readonly ReturnType<typeof at>[], string | undefined]>(
    [
      ['the newest', ATTESTED, [at('a', morning), at('b', noon, { answer: 'not-met' })], 'b'],
      [
        'a person may change their mind on one day',
        ATTESTED,
        [at('a', morning, { answer: 'not-met' }), at('b', noon)],
        'b',
      ],
      [
        'not met wins at one instant',
        ATTESTED,
        [at('b', noon), at('a', noon, { answer: 'not-met' })],
        'a',
      ],
      [
        'not met of the document wins on its day',
        ATTESTED,
        [at('b', noon), at('d', midnight, { answer: 'not-met', source: 'document' })],
        'd',
      ],
      [
        'a person who says not met wins over the document of that day',
        ATTESTED,
        [at('b', morning, { answer: 'not-met' }), at('d', midnight, { source: 'document' })],
        'b',
      ],
      [
        'a newer person wins over an older document',
        ATTESTED,
        [at('b', noon), at('d', midnight - DAY, { answer: 'not-met', source: 'document' })],
        'b',
      ],
      ['one to come does not count yet', ATTESTED, [at('a', morning), at('b', NOW + 1)], 'a'],
      [
        'one taken back never was',
        ATTESTED,
        [at('a', morning), at('b', noon, { revokedAt: noon + 1 })],
        'a',
      ],
      [
        'one that waits for a second signature replaces none that stands',
        two,
        [at('a', morning, { signatures: cosigned }), at('b', noon)],
        'a',
      ],
      ['but is there where none stands', two, [at('a', morning), at('b', noon)], 'b'],
      ['nothing was said', ATTESTED, [], undefined],
    ],
  )('%s', (_, check, attestations, id) => {
    const layers = someLayers({ check, attestations });
    expect(confirmationAt(layers, NOW)?.attestation.id).toBe(id);
    const reversed = { ...layers, attestations: [...attestations].reverse() };
    expect(confirmationAt(reversed, NOW)?.attestation.id).toBe(id);
  });

  it.each<[string, Partial<CheckDefinition>, object, Status, string]>([
    ['without its second signature', two, {}, 'unknown', 'SECOND_SIGNATURE_MISSING'],
    [
      'of the document without a date',
      ATTESTED,
      { validUntil: 0, source: 'document' },
      'unknown',
      'ANSWER_WITHOUT_DATE',
    ],
  ])('%s nothing is met', (_, check, more, status, code) => {
    const layers = someLayers({ check, attestations: [at('a', morning, more)] });
    expect(effective(layers, NOW)).toMatchObject({ status, findings: [{ code }] });
  });
});

describe('waivers', () => {
  it.each<[string, Parameters<typeof aWaiver>[0], Status]>([
    ['counts once a second person agreed', {}, 'waived'],
    ['waits until then', { approvedBy: 'x', approvedAt: NOW + 1 }, 'fail'],
    ['was refused', { deniedAt: NOW, deniedBy: 'user:default/grace' }, 'fail'],
    ['begins with its creation', { createdAt: NOW + 1, expiresAt: NOW + DAY }, 'fail'],
  ])('%s', (_, waiver, status) => {
    expect(statusAt(someLayers({ steps: always(FAIL), waivers: [aWaiver(waiver)] }))).toBe(status);
  });

  it('nobody has agreed: nothing changes before', () => {
    const { approvedAt, approvedBy, ...asked } = aWaiver();
    expect(statusAt(someLayers({ steps: always(FAIL), waivers: [asked] }))).toBe('fail');
    expect(
      statusAt(someLayers({ steps: always(FAIL), waivers: [{ ...asked, needsApproval: false }] })),
    ).toBe('waived');
  });

  it('what lies beneath stays, and one that is not needed is named', () => {
    const waivers = [aWaiver()];
    expect(effective(someLayers({ steps: always(UNKNOWN), waivers }), NOW)).toMatchObject({
      status: 'waived',
      underlying: { status: 'unknown', findings: UNKNOWN.findings },
    });
    expect(effective(someLayers({ waivers }), NOW)).toMatchObject({
      status: 'pass',
      waiverNotNeeded: { id: 'w1' },
    });
  });

  it('of two the longer one is shown, whatever their order', () => {
    const end = NOW + 5 * DAY;
    const waivers = [
      aWaiver({ id: 'a', expiresAt: end }),
      aWaiver({ id: 'c', expiresAt: end + 1 }),
      aWaiver({ id: 'b', expiresAt: end + 1 }),
    ];
    for (const order of [waivers, [...waivers].reverse()]) {
      expect(effective(someLayers({ steps: always(FAIL), waivers: order }), NOW)).toMatchObject({
        waiver: { id: 'c' },
      });
    }
  });
});

describe('levels', () => {
  const steps = [
    { level: 'recommended' },
    { level: 'recommended', from: NOW + DAY },
    { level: 'must', from: NOW + 2 * DAY },
  ] as const;
  it.each<[Instant, string, object | undefined]>([
    [NOW, 'recommended', { value: 'must', from: NOW + 2 * DAY }],
    [NOW + 2 * DAY - 1, 'recommended', { value: 'must', from: NOW + 2 * DAY }],
    [NOW + 2 * DAY, 'must', undefined],
  ])('at %d it is %s', (at, value, next) => {
    const layers = someLayers({ check: { requirement: { steps, because: 'x' } } });
    expect(effective(layers, at).level).toEqual({ value, ...(next && { next }) });
  });
});
