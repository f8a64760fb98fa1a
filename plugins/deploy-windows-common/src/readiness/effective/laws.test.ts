import fc from 'fast-check';
import {
  anAskedCheck,
  anAttestation,
  aSubject,
  aWaiver,
  READINESS_NOW as NOW,
} from '../../testUtils/readinessBuilders';
import { DAY, type Instant } from '../../time';
import type { Attestation } from '../answers/attestation';
import type { Waiver } from '../answers/waiver';
import type { AskedCheck } from '../pack/pack';
import { effective } from './effective';
import type { Applicability, Layers } from './layers';
import { nextChange } from './nextChange';
import type { Outcome, Steps } from './outcome';
import { verdictOf } from './verdictOf';

// Few values, so that ends meet: the laws are about what happens on one instant.
const instants = fc.integer({ min: -4, max: 8 }).map(days => NOW + days * DAY);
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const outcomes: fc.Arbitrary<Outcome> = fc.constantFrom<Outcome>(
  { status: 'pass', findings: [] },
  { status: 'fail', findings: [{ code: 'NO_ITEM', fact: 'x' }] },
  { status: 'unknown', findings: [{ code: 'ABSENT', fact: 'x' }] },
  { status: 'error', message: 'broken', findings: [] },
  { status: 'not-applicable', findings: [] },
);
const steps: fc.Arbitrary<Steps> = fc
  .tuple(fc.uniqueArray(instants, { maxLength: 2 }), fc.array(outcomes, { minLength: 3 }))
  .map(([ends, [last, ...earlier]]) => [
    ...ends
      .sort((a, b) => a - b)
      .map((until, index) => ({ until, outcome: earlier[index] as Outcome })),
    { outcome: last as Outcome },
  ]);

const attestations: fc.Arbitrary<Attestation> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    answer: fc.constantFrom('met', 'not-met', 'not-applicable'),
    source: fc.constantFrom('person', 'document'),
    checkVersion: fc.constantFrom(1, 2),
    attestedAt: instants,
    validUntil: fc.oneof(instants, fc.constant(0)),
    boundFacts: fc.constantFrom({ fact: 1 }, { fact: 2 }),
    agreedBy: maybe(fc.constant('user:default/grace')),
    revokedAt: maybe(instants),
  })
  .map(fields => ({ ...anAttestation(), ...given(fields) }) as Attestation);

const waivers: fc.Arbitrary<Waiver> = fc
  .record({
    id: fc.constantFrom('v', 'w', 'x'),
    checkVersion: fc.constantFrom(1, 2),
    createdAt: instants,
    expiresAt: instants,
    needsApproval: fc.boolean(),
    approvedAt: maybe(instants),
    deniedAt: maybe(instants),
    revokedAt: maybe(instants),
  })
  .map(fields => {
    const { approvedAt, approvedBy, ...asked } = aWaiver();
    return { ...asked, ...given(fields) } as Waiver;
  });

const uniquely = <T extends { readonly id: string }>(values: fc.Arbitrary<T>) =>
  fc.uniqueArray(values, { maxLength: 4, selector: ({ id }) => id });

const levels = fc.constantFrom('must', 'recommended', 'off');
const asked: fc.Arbitrary<AskedCheck> = fc
  .record({
    id: fc.constantFrom('one', 'two', 'three'),
    version: fc.constantFrom(1, 2),
    mode: fc.constantFrom('automatic', 'attested', 'hybrid'),
    combine: fc.constantFrom('both', 'either'),
    basis: fc.constantFrom('bold', 'label', 'required', 'advice'),
    pack: fc.constantFrom('tts@1', 'suite-basics@1'),
    signatures: fc.constantFrom(1, 2),
    level: levels,
    later: maybe(fc.tuple(levels, instants)),
  })
  .map(({ level, later, signatures, ...definition }) =>
    anAskedCheck({
      ...definition,
      attest: {
        statement: 'We looked.',
        validFor: 'P1D',
        evidence: 'none',
        by: 'any',
        signatures,
        boundTo: [],
      },
      requirement: {
        steps: later ? [{ level }, { level: later[0], from: later[1] }] : [{ level }],
        because: 'drawn',
      },
    } as Parameters<typeof anAskedCheck>[0]),
  );
const applicabilities: fc.Arbitrary<Applicability> = fc.constantFrom<Applicability>(
  { state: 'applies' },
  { state: 'applies' },
  { state: 'no-by-rule', findings: [] },
  { state: 'no-declared', reason: 'none', findings: [] },
  { state: 'undetermined', findings: [{ code: 'APPLICABILITY_UNKNOWN', fact: 'x' }] },
);

const layers: fc.Arbitrary<Layers> = fc
  .record({
    asked,
    applicability: applicabilities,
    steps,
    attestations: uniquely(attestations),
    waivers: uniquely(waivers),
  })
  .map(fields => ({
    ...fields,
    subject: 'component:default/web#production',
    answeredAt: 'component:default/web#production',
    boundFacts: { fact: 1 },
  }));
const rows = fc.uniqueArray(layers, {
  maxLength: 3,
  selector: ({ asked: { definition } }) => definition.id,
});

const verdictAt = (all: readonly Layers[], at: Instant) => verdictOf(aSubject(), all, at);
const RUNS = { numRuns: 400 };

/** The numbers of what is not met by kind, which a waiver moves from one to the other. */
const AT_EASE = { waived: 0, unknown: 0, expired: 0, error: 0 };

it('a waiver raises no number: met and applicable are the same without any', () => {
  fc.assert(
    fc.property(rows, instants, (all, at) => {
      const without = all.map(row => ({ ...row, waivers: [] }));
      const [some, none] = [verdictAt(all, at).counts, verdictAt(without, at).counts];
      expect({ ...some, ...AT_EASE }).toEqual({ ...none, ...AT_EASE });
    }),
    RUNS,
  );
});

it('what passes without a word of anybody passes when it is confirmed, too', () => {
  fc.assert(
    fc.property(layers, instants, (row, at) => {
      const attested = row.attestations.filter(({ answer }) => answer === 'met');
      const silent = effective({ ...row, attestations: [], waivers: [] }, at).status;
      const confirmed = effective({ ...row, attestations: attested, waivers: [] }, at).status;
      expect(silent === 'pass' && confirmed !== 'pass').toBe(false);
    }),
    RUNS,
  );
});

it('unknown never passes: a rule that is not known and nobody who confirms it', () => {
  fc.assert(
    fc.property(layers, instants, (row, at) => {
      const unknown: Layers = {
        ...row,
        steps: [{ outcome: { status: 'unknown', findings: [] } }],
        attestations: row.attestations.filter(({ answer }) => answer !== 'met'),
      };
      expect(effective(unknown, at).status).not.toBe('pass');
    }),
    RUNS,
  );
});

it('a "not met" that stands is never met, and is no must-have met by a waiver', () => {
  fc.assert(
    fc.property(layers, instants, (row, at) => {
      const said = anAttestation({
        id: 'z',
        answer: 'not-met',
        attestedAt: at,
        validUntil: at + 1,
        checkVersion: row.asked.definition.version,
        boundFacts: { fact: 1 },
      });
      const now = effective({ ...row, attestations: [...row.attestations, said] }, at);
      expect(now.status).not.toBe('pass');
    }),
    RUNS,
  );
});

it('the order of answers and waivers changes nothing', () => {
  fc.assert(
    fc.property(
      layers.chain(row =>
        fc.tuple(
          fc.constant(row),
          fc.shuffledSubarray([...row.attestations], { minLength: row.attestations.length }),
          fc.shuffledSubarray([...row.waivers], { minLength: row.waivers.length }),
        ),
      ),
      instants,
      ([row, said, waived], at) => {
        expect(effective({ ...row, attestations: said, waivers: waived }, at)).toEqual(
          effective(row, at),
        );
      },
    ),
    RUNS,
  );
});

it('the order of checks changes neither verdict nor what it names', () => {
  fc.assert(
    fc.property(rows, instants, (all, at) => {
      const { checks: a, ...forwards } = verdictAt(all, at);
      const { checks: b, ...backwards } = verdictAt([...all].reverse(), at);
      expect(backwards).toEqual(forwards);
    }),
    RUNS,
  );
});

it('between now and the next change a check is worth the same', () => {
  fc.assert(
    fc.property(layers, instants, fc.double({ min: 0, max: 1, noNaN: true }), (row, at, part) => {
      const end = nextChange(row, at) ?? at + 30 * DAY;
      const within = at + Math.floor((end - 1 - at) * part);
      expect(effective(row, within)).toEqual(effective(row, at));
    }),
    RUNS,
  );
});

it('until validUntil the verdict and what it names stay', () => {
  fc.assert(
    fc.property(rows, instants, fc.double({ min: 0, max: 1, noNaN: true }), (all, at, part) => {
      const now = verdictAt(all, at);
      const within = at + Math.floor(((now.validUntil ?? at + 30 * DAY) - 1 - at) * part);
      const then = verdictAt(all, within);
      expect([then.verdict, then.open, then.waived, then.counts.must]).toEqual([
        now.verdict,
        now.open,
        now.waived,
        now.counts.must,
      ]);
    }),
    RUNS,
  );
});

it('whatever is named to come does change', () => {
  fc.assert(
    fc.property(rows, instants, (all, at) => {
      for (const { at: then, checkId } of verdictAt(all, at).ahead) {
        const row = all.find(({ asked: { definition } }) => definition.id === checkId) as Layers;
        const [before, after] = [effective(row, then - 1), effective(row, then)];
        expect([after.status, after.level.value]).not.toEqual([before.status, before.level.value]);
      }
    }),
    RUNS,
  );
});
