import fc from 'fast-check';
import { aChain, aSubject, asked, PACKS } from './__testUtils__/askedCases';
import { someFacts, turned } from './__testUtils__/randomFacts';
import { list, notNeeded, ORG, stated, target } from './__testUtils__/ruleCases';
import type { Attestation } from './answers/attestation';
import { assess, type AssessInput } from './assess';
import { effective } from './effective/effective';
import type { Facts } from './facts/fact';
import { askedChecks } from './pack/askedChecks';
import type { AskedCheck, CheckDefinition } from './pack/pack';
import { shippedPacks } from './pack/shipped';

const NOW = Date.parse('2026-11-24T17:00Z');
const SUBJECT = aSubject();

function anInput(part: Partial<AssessInput> = {}): AssessInput {
  return {
    subject: SUBJECT,
    facts: { fields: {} },
    asked: [],
    org: ORG,
    records: { attestations: [], waivers: [] },
    upstream: () => undefined,
    ...part,
  };
}

function aCheck(part: Partial<CheckDefinition>): AskedCheck {
  const definition: CheckDefinition = {
    id: 'a.b',
    version: 1,
    pack: 'p@1',
    basis: 'bold',
    scope: 'environment',
    everyStage: false,
    mode: 'automatic',
    combine: 'both',
    title: 'T',
    why: 'W',
    group: 'a',
    level: [],
    rule: { declared: 'platform' },
    ...part,
  };
  return {
    definition,
    pack: 'p@1',
    checklists: [],
    requirement: { steps: [{ level: 'must' }], because: 'test' },
  };
}

const one = (check: AskedCheck, facts: Facts['fields'] = {}, part: Partial<AssessInput> = {}) => {
  const [layers] = assess(anInput({ asked: [check], facts: { fields: facts }, ...part }));
  if (layers === undefined) throw new Error('Every check has a row');
  return layers;
};
const now = (...row: Parameters<typeof one>) => effective(one(...row), NOW);

describe('what applies', () => {
  it.each([
    ['applies', { stage: 'production' }, 'unknown'],
    ['is for others', { stage: 'sandbox' }, 'not-applicable'],
  ])('%s, by the subject', (_what, subject, status) => {
    expect(now(aCheck({ applies: { subject } })).status).toBe(status);
  });

  it('says what of the subject is other', () => {
    const subject = { $all: [{ stage: { $in: ['sandbox'] } }, { platform: 'heroku' }] };
    expect(one(aCheck({ applies: { subject } })).applicability).toEqual({
      state: 'no-by-rule',
      findings: [{ code: 'NOT_ONE_OF', fact: 'stage', found: 'production', wanted: ['sandbox'] }],
    });
  });

  it.each([
    ['met', { logDebug: stated(true), platform: stated('aws') }, 'pass'],
    ['not met', { logDebug: stated(false), platform: stated('aws') }, 'not-applicable'],
    ['not decided, and never skipped', { platform: stated('aws') }, 'unknown'],
  ])('by facts: %s', (_what, facts, status) => {
    const applies = { facts: { is: { logDebug: true } } };
    expect(now(aCheck({ applies }), facts).status).toBe(status);
  });

  it('for a time, by facts', () => {
    const check = aCheck({ applies: { facts: { ageAtMost: { launchDate: 'P90D' } } } });
    const layers = one(check, { launchDate: stated('2026-11-01'), platform: stated('aws') });
    const end = Date.parse('2027-01-30');
    const statuses = [end - 1, end].map(at => effective(layers, at).status);
    expect(statuses).toEqual(['pass', 'not-applicable']);
  });

  it('"not needed" is the document\'s word: of a must-have somebody has to agree', () => {
    const check = aCheck({});
    expect(one(check, { platform: notNeeded }).applicability).toMatchObject({
      state: 'no-declared',
      reason: 'a static site',
    });
    expect(now(check, { platform: notNeeded }).status).toBe('unknown');
    const advice = {
      ...check,
      requirement: { steps: [{ level: 'recommended' }] as const, because: '' },
    };
    expect(now(advice, { platform: notNeeded })).toMatchObject({
      status: 'not-applicable',
      why: 'declared',
      reason: 'a static site',
    });
  });

  it('"not needed" beside something that is missing is an open question', () => {
    const check = aCheck({
      rule: { all: [{ declared: 'platform' }, { declared: 'hosting.vpc' }] },
    });
    expect(one(check, { platform: notNeeded }).applicability).toEqual({ state: 'applies' });
  });
});

describe('where a check looks', () => {
  it('one of the whole service at the facts of the reference environment, its answers with the entity', () => {
    const serviceFacts = { fields: { platform: stated('aws') } };
    const layers = one(aCheck({ scope: 'service' }), {}, { serviceFacts });
    expect(layers.answeredAt).toBe('component:default/web');
    expect(effective(layers, NOW).status).toBe('pass');
    expect(now(aCheck({}), {}, { serviceFacts }).status).toBe('unknown');
  });

  it('answers are found by their place and check, newest first', () => {
    const answer = (
      id: string,
      subject: string,
      checkId: string,
      attestedAt: number,
    ): Attestation => ({
      id,
      subject,
      checkId,
      checkVersion: 1,
      answer: 'met',
      attestedBy: 'user:default/ada',
      attestedAt,
      validUntil: NOW + 1,
      boundFacts: {},
      signatures: [],
      source: 'document',
    });
    const attestations = [
      answer('old', SUBJECT.key, 'a.b', 1),
      answer('new', SUBJECT.key, 'a.b', 2),
      answer('other check', SUBJECT.key, 'a.c', 3),
      answer('elsewhere', SUBJECT.entityRef, 'a.b', 3),
    ];
    const layers = one(aCheck({}), {}, { records: { attestations, waivers: [] } });
    expect(layers.attestations.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it("a confirmation is bound to today's facts and to the words of a question", () => {
    const attest = {
      statement: 'S',
      validFor: 'P1Y',
      evidence: 'none',
      by: 'any',
      signatures: 1,
      boundTo: ['platform'],
    } as const;
    const { rule: _, ...definition } = aCheck({ mode: 'attested', attest }).definition;
    const check = { ...aCheck({}), definition, bound: { statement: 'S' } };
    expect(one(check, { platform: stated('aws') }).boundFacts).toEqual({
      platform: 'aws',
      statement: 'S',
    });
  });
});

describe('whatever happens', () => {
  const shipped = shippedPacks().flatMap(({ pack }) => pack ?? []);
  const all = askedChecks({
    subject: SUBJECT,
    effective: aChain({}),
    packs: shipped,
    config: [{ pack: 'tts-good-production-practices@1' }, { pack: 'tts-hosting@1' }],
  }).asked;
  const statusOf = (facts: Facts, checks = all) =>
    new Map(
      assess(anInput({ facts, asked: checks })).map(layers => [
        layers.asked.definition.id,
        effective(layers, NOW).status,
      ]),
    );

  it('every check has one row', () => {
    expect(all.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(someFacts, facts => {
        expect(statusOf(facts).size).toBe(all.length);
      }),
      { numRuns: 15 },
    );
  });

  it.each<readonly [string, Partial<CheckDefinition>]>([
    ['that could not be read', { broken: 'no rule' }],
    ['with a fact nobody knows', { rule: { declared: 'nope' } }],
    ['with a condition that goes wrong', { applies: { facts: { declared: 'nope' } } }],
    [
      'with a predicate that goes wrong',
      { applies: { subject: { $all: [], kind: 'x' } as never } },
    ],
  ])('a check %s changes its own row alone', (_what, part) => {
    fc.assert(
      fc.property(someFacts, fc.nat(all.length - 1), (facts, index) => {
        const before = statusOf(facts);
        const checks = all.map((check, at) =>
          at === index
            ? { ...check, definition: { ...check.definition, mode: 'automatic' as const, ...part } }
            : check,
        );
        const after = statusOf(facts, checks);
        const broken = all[index]?.definition.id ?? '';
        expect(after.get(broken)).not.toBe('pass');
        before.delete(broken);
        after.delete(broken);
        expect(after).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });

  it('the order of facts, checks and records says nothing', () => {
    fc.assert(
      fc.property(someFacts, facts => {
        expect(statusOf(turned(facts), [...all].reverse())).toEqual(statusOf(facts));
      }),
      { numRuns: 15 },
    );
  });

  it('somebody who leaves makes nothing better', () => {
    const check = aCheck({ rule: { people: { in: 'owner', atLeast: 1 } } });
    const facts = { owner: list(target('group:default/team')) };
    const { 'user:default/ada': _, ...users } = ORG.users;
    expect(now(check, facts).status).toBe('pass');
    expect(now(check, facts, { org: { ...ORG, users } }).status).toBe('pass');
    expect(now(check, facts, { org: { ...ORG, users: {} } }).status).toBe('fail');
  });
});

it('asks the packs of the test as they are', () => {
  expect(PACKS).toHaveLength(3);
  expect(asked({}).map(({ definition }) => definition.id)).toEqual(['x.owner']);
});
