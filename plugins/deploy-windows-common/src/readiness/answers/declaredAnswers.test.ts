import { anInput, type Sections } from '../__testUtils__/builders';
import { factsFor } from '../facts/factsFor';
import type { AskedCheck, CheckDefinition } from '../pack/pack';
import { declaredAnswers, type FirstSeen } from './declaredAnswers';

function asked(fields: Partial<CheckDefinition> = {}): AskedCheck {
  return {
    definition: {
      id: 'logging.no-sensitive-data',
      version: 2,
      pack: 'p@1',
      basis: 'bold',
      scope: 'environment',
      everyStage: false,
      mode: 'attested',
      combine: 'both',
      title: 'Nothing sensitive is logged',
      why: 'Logs are read by many',
      group: 'logging',
      attest: {
        statement: 'We looked.',
        validFor: 'P365D',
        evidence: 'optional',
        by: 'owner-member',
        signatures: 1,
        boundTo: ['captures'],
      },
      level: [],
      ...fields,
    },
    pack: 'p@1',
    checklists: [],
    requirement: { steps: [{ level: 'must' }], because: 'the test' },
  };
}

const never: FirstSeen = () => undefined;
const at = (text: string) => Date.parse(text);
type Answers = NonNullable<Sections['conformance']>;

function answers(
  conformance: Answers,
  check: AskedCheck,
  options: {
    readonly firstSeen?: FirstSeen;
    readonly sections?: Sections;
    readonly environment?: string;
  } = {},
) {
  const input = anInput(
    {
      environments: [{ name: 'production' }, { name: 'staging' }],
      observability: { logs: [{ id: 'a', captures: ['error'] }] },
      conformance,
      ...options.sections,
    },
    options.environment === undefined ? {} : { environment: options.environment },
  );
  if (input.effective === undefined) throw new Error('The input has a document');
  const { effective, subject } = input;
  return declaredAnswers(effective, subject, [check], options.firstSeen ?? never, () =>
    factsFor(input),
  );
}

const MET: Answers[number] = {
  item: 'logging.no-sensitive-data',
  status: 'met',
  text: 'Read a day of logs',
  evidence: ['the notes', 'https://example.org/notes'],
  verified: { method: 'human', at: '2026-10-12', by: 'group:default/team' },
};

describe('answers in the document', () => {
  it('are confirmations with a date, an end and the facts they are bound to', () => {
    expect(answers([MET], asked())).toEqual([
      {
        id: expect.stringMatching(/^document:component:default\/web#production:/),
        subject: 'component:default/web#production',
        checkId: 'logging.no-sensitive-data',
        checkVersion: 2,
        answer: 'met',
        note: 'Read a day of logs',
        evidence: 'https://example.org/notes',
        attestedBy: 'group:default/team',
        attestedAt: at('2026-10-12'),
        validUntil: at('2027-10-12'),
        boundFacts: { captures: ['error'] },
        signatures: [],
        source: 'document',
      },
    ]);
  });

  it('stay bound to what was true when they were first read', () => {
    const seen: string[] = [];
    const firstSeen: FirstSeen = (checkId, hash) => {
      seen.push(`${checkId} ${hash}`);
      return { boundFacts: { captures: ['request'] }, at: at('2026-10-13') };
    };
    const [answer] = answers([MET], asked(), { firstSeen });
    expect(answer?.boundFacts).toEqual({ captures: ['request'] });
    answers([{ ...MET, text: 'Read a week of logs' }], asked(), { firstSeen });
    expect(new Set(seen).size).toBe(2);
  });

  it('without a date end at once, and keep the day they were first seen', () => {
    const { verified, ...undated } = MET;
    expect(verified).toBeDefined();
    const firstSeen: FirstSeen = () => ({ boundFacts: {}, at: at('2026-10-13') });
    expect(answers([undated], asked(), { firstSeen })).toMatchObject([
      { validUntil: 0, attestedAt: at('2026-10-13'), attestedBy: 'component:default/web' },
    ]);
    expect(answers([undated], asked())).toMatchObject([{ validUntil: 0, attestedAt: 0 }]);
  });

  it('have the date of their document where they have none of their own', () => {
    const { verified, ...undated } = MET;
    expect(verified).toBeDefined();
    const sections: Sections = { verified: { method: 'document', at: '2026-01-01' } };
    expect(answers([undated], asked(), { sections })).toMatchObject([
      { attestedAt: at('2026-01-01'), validUntil: at('2027-01-01') },
    ]);
  });

  it.each<[string, Answers, Partial<CheckDefinition>, string, number]>([
    ['here', [{ ...MET, environments: ['staging'] }], {}, 'staging', 1],
    ['elsewhere', [{ ...MET, environments: ['staging'] }], {}, 'production', 0],
    [
      'of the service in production',
      [{ ...MET, stages: ['production'] }],
      { scope: 'service' },
      'staging',
      1,
    ],
    [
      'of the service elsewhere',
      [{ ...MET, stages: ['staging'] }],
      { scope: 'service' },
      'staging',
      0,
    ],
    ['to another question', [{ ...MET, item: 'other' }], {}, 'production', 0],
  ])('%s', (_, conformance, check, environment, count) => {
    expect(answers(conformance, asked(check), { environment })).toHaveLength(count);
  });

  it('of the service are kept under the entity', () => {
    expect(answers([MET], asked({ scope: 'service' }))).toMatchObject([
      { subject: 'component:default/web' },
    ]);
  });

  it('to a policy count for the check it names, unless that is answered', () => {
    const sections: Sections = {
      policies: [{ id: 'no-secrets', check: { id: 'logging.no-sensitive-data' } }],
    };
    const toPolicy: Answers[number] = { item: 'no-secrets', status: 'not-met' };
    expect(answers([toPolicy], asked(), { sections })).toMatchObject([{ answer: 'not-met' }]);
    expect(answers([toPolicy, MET], asked(), { sections })).toMatchObject([{ answer: 'met' }]);
  });

  it('that it does not apply carry the reason and nobody agreed yet', () => {
    const conformance: Answers = [
      { ...MET, status: 'not-applicable', reason: 'no-such-component' },
    ];
    const [answer] = answers(conformance, asked());
    expect(answer).toMatchObject({ answer: 'not-applicable', reason: 'no-such-component' });
    expect(answer).not.toHaveProperty('agreedBy');
  });
});
