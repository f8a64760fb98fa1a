import { readPack } from './readPack';
import { readPacks } from './readPacks';
import { packId, type Pack } from './pack';

const HEAD = `schema: deploy-windows.io/readiness-pack/v1
pack: acme
version: 3
`;
const CHECK = `checks:
  - id: tags.project
    basis: bold
    scope: environment
    mode: automatic
    title: Tagged
    why: So that it can be found
    rule: { declared: tagKeys }
`;
/** A second check behind a good one, of which a part is replaced. */
function withCheck(part: Readonly<Record<string, string | undefined>>): string {
  const fields = {
    id: 'a.b',
    basis: 'advice',
    scope: 'environment',
    mode: 'automatic',
    title: 'A',
    why: 'B',
    rule: '{ declared: platform }',
    ...part,
  };
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `${HEAD}${CHECK}  - ${lines.join('\n    ')}\n`;
}

const read = (text: string) => readPack(text, { file: 'acme.yaml' });

describe('a pack that is refused', () => {
  it.each<readonly [what: string, text: string, line: number, message: RegExp]>([
    ['no YAML', `${HEAD}checks: [`, 4, /flow/i],
    ['a key twice', `${HEAD}version: 4\n${CHECK}`, 4, /unique/],
    ['a tag', `${HEAD}title: !!js/function x\n${CHECK}`, 4, /tag/],
    ['another schema', `${HEAD.replace('/v1', '/v2')}${CHECK}`, 1, /readiness-pack\/v1/],
    ['a bad name', `${HEAD.replace('acme', 'Acme Inc')}${CHECK}`, 2, /is not a name/],
    ['a version of its own', `${HEAD.replace('3', '1.5')}${CHECK}`, 3, /int/],
    ['an unknown word', `${HEAD}${CHECK}check: []\n`, 12, /is not known here/],
    ['no check', HEAD, 1, /no check/],
    ['a check without id', `${HEAD}checks:\n  - title: A\n`, 5, /is missing/],
    ['an id twice', `${HEAD}${CHECK}${CHECK.split('\n').slice(1).join('\n')}`, 12, /there twice/],
    ['an unknown base', `${HEAD}extends: other@1\n${CHECK}`, 4, /not a pack that is loaded/],
    ['a base without version', `${HEAD}extends: other\n${CHECK}`, 4, /its version/],
    [
      'a change of nothing',
      `${HEAD}changes: [{ id: a.b, level: must }]\n${CHECK}`,
      4,
      /no check a\.b/,
    ],
    [
      'a change to off without a reason',
      `${HEAD}changes:\n  - { id: tags.project, level: 'off' }\n${CHECK}`,
      5,
      /says why/,
    ],
    [
      'two changes of one check',
      `${HEAD}changes:\n  - { id: tags.project, level: must }\n  - { id: tags.project, level: must }\n${CHECK}`,
      6,
      /changed twice/,
    ],
    [
      'a day that is none',
      `${HEAD}changes:\n  - { id: tags.project, level: must, enforceFrom: '2027-02-30' }\n${CHECK}`,
      5,
      /not a day/,
    ],
    [
      'a level nobody knows',
      `${HEAD}levels:\n  - levels: { bold: gold, label: must, required: must, advice: must }\n${CHECK}`,
      5,
      /must or recommended or off/,
    ],
    [
      'a predicate with an unknown operator',
      `${HEAD}levels:\n  - when: { tier: { $atLeast: 3 } }\n    levels: { bold: must, label: must, required: must, advice: must }\n${CHECK}`,
      5,
      /not a filter predicate/,
    ],
    [
      'a predicate over what a subject has not',
      `${HEAD}levels:\n  - when: { spec.type: service }\n    levels: { bold: must, label: must, required: must, advice: must }\n${CHECK}`,
      5,
      /asks for spec\.type/,
    ],
    [
      'an operator that would be dropped',
      `${HEAD}levels:\n  - when: { tier: { $in: ['1'], $exists: true } }\n    levels: { bold: must, label: must, required: must, advice: must }\n${CHECK}`,
      5,
      /beside another/,
    ],
  ])('%s', (_what, text, line, message) => {
    const { pack, problems } = read(text);
    expect(pack).toBeUndefined();
    expect(problems).toContainEqual(
      expect.objectContaining({
        severity: 'refused',
        file: 'acme.yaml',
        line,
        message: expect.stringMatching(message),
      }),
    );
  });
});

it.each([
  ['contains itself', `${HEAD}checks: &all [*all]\n`],
  [
    'says everything many times',
    `${HEAD}a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [${'*a, '.repeat(60)}]\nc: [${'*b, '.repeat(60)}]\n`,
  ],
  ['is nested without end', `${HEAD}checks: ${'['.repeat(20_000)}`],
])('a file that %s is refused', (_what, text) => {
  const { pack, problems } = read(text);
  expect(pack).toBeUndefined();
  expect(problems.map(({ severity }) => severity)).toContain('refused');
});

describe('a check that is wrong', () => {
  const RULE_LINE = 18;
  it.each<
    readonly [
      what: string,
      part: Readonly<Record<string, string | undefined>>,
      line: number,
      message: RegExp,
    ]
  >([
    ['an unknown field', { weight: '3' }, 19, /not known here/],
    ['no title', { title: undefined }, 12, /is missing/],
    ['no why', { why: undefined }, 12, /is missing/],
    ['another basis', { basis: 'gold' }, 13, /bold or label/],
    ['no rule', { rule: undefined }, 15, /needs a rule/],
    ['a rule nobody confirms', { mode: 'attested' }, 15, /has no rule/],
    ['nobody to confirm', { mode: 'hybrid' }, 15, /needs attest/],
    ['two ways of one', { combine: 'both' }, 19, /for hybrid/],
    ['an unknown operator', { rule: '{ matches: x }' }, RULE_LINE, /matches is not an operator/],
    ['two operators', { rule: '{ declared: platform, is: { tier: a } }' }, RULE_LINE, /several/],
    ['no operator', { rule: '[]' }, RULE_LINE, /not a rule/],
    ['an unknown fact', { rule: '{ declared: platfrom }' }, RULE_LINE, /platfrom is not a fact/],
    [
      'a fact of an item outside of it',
      { rule: '{ declared: redundancy }' },
      RULE_LINE,
      /redundancy is not a fact/,
    ],
    [
      'a list without whenEmpty',
      { rule: '{ every: { in: stores, satisfy: { declared: redundancy } } }' },
      RULE_LINE,
      /pass or fail or not-applicable/,
    ],
    [
      'a quantor over one value',
      { rule: '{ some: { in: platform, whenEmpty: fail, satisfy: { declared: value } } }' },
      RULE_LINE,
      /is a text; here stands a list/,
    ],
    [
      'deep inside',
      {
        rule: '{ some: { in: stores, whenEmpty: fail, satisfy: { all: [{ declared: redundancy }, { atLeast: { redundancy: 2 } }] } } }',
      },
      RULE_LINE,
      /redundancy is a text; here stands a number or a duration/,
    ],
    [
      'a number for words',
      { rule: '{ is: { platform: 3 } }' },
      RULE_LINE,
      /platform is a text, which 3/,
    ],
    ['a word for yes', { rule: "{ is: { logDebug: 'no' } }" }, RULE_LINE, /logDebug is a boolean/],
    [
      'contains of one value',
      { rule: '{ contains: { platform: [a] } }' },
      RULE_LINE,
      /stands a texts/,
    ],
    ['an age of words', { rule: '{ ageAtMost: { platform: P1D } }' }, RULE_LINE, /stands a date/],
    ['no length', { rule: '{ ageAtMost: { launchDate: soon } }' }, RULE_LINE, /soon is not a fact/],
    [
      'people of words',
      { rule: '{ people: { in: platform, atLeast: 1 } }' },
      RULE_LINE,
      /stands a people/,
    ],
    ['nobody is enough', { rule: '{ people: { in: owner, atLeast: 0 } }' }, RULE_LINE, />=1/],
    [
      'not anybody',
      { rule: '{ not: { people: { in: owner, atLeast: 1 } } }' },
      RULE_LINE,
      /not for people/,
    ],
    ['secrets elsewhere', { rule: '{ clean: alerts }' }, RULE_LINE, /secretFindings/],
    [
      'a missing parameter',
      { rule: '{ contains: { tagKeys: P.tags } }' },
      RULE_LINE,
      /no parameter tags/,
    ],
    ['a condition nobody reads', { applies: '{ subject: { team: x } }' }, 19, /asks for team/],
    [
      'a level nobody reads',
      { level: '[{ when: { tier: { $gt: 1 } }, level: must }]' },
      19,
      /predicate/,
    ],
    [
      'bound to what is no fact',
      {
        mode: 'attested',
        rule: undefined,
        attest: '{ statement: S, validFor: P1Y, boundTo: [exposure, alerts.targets, alerts.nope] }',
      },
      18,
      /alerts\.nope is not a fact/,
    ],
    [
      'a confirmation for ever',
      { mode: 'attested', rule: undefined, attest: '{ statement: S, validFor: ever }' },
      18,
      /not a duration/,
    ],
    [
      'an end that is no date',
      {
        mode: 'attested',
        rule: undefined,
        attest: '{ statement: S, validFor: P1Y, endsAt: capacity.events.name }',
      },
      18,
      /not a date/,
    ],
    [
      'dependencies asked for nothing',
      { rule: '{ upstreams: { checks: [no.such] } }' },
      RULE_LINE,
      /no check no\.such/,
    ],
    [
      'dependencies of dependencies',
      { rule: '{ upstreams: { checks: [a.b] } }' },
      RULE_LINE,
      /asks dependencies itself/,
    ],
  ])('%s is kept apart, with its line', (_what, part, line, message) => {
    const { pack, problems } = read(withCheck(part));
    expect(problems).toContainEqual(
      expect.objectContaining({
        severity: 'check',
        check: 'a.b',
        line,
        message: expect.stringMatching(message),
      }),
    );
    expect(pack?.checks.map(({ id, broken }) => [id, broken === undefined])).toEqual([
      ['tags.project', true],
      ['a.b', false],
    ]);
  });

  it('is as strict as what can be read of it', () => {
    const { pack } = read(withCheck({ basis: 'advice', rule: '{}' }));
    expect(pack?.checks[1]).toMatchObject({ basis: 'advice', title: 'A', scope: 'environment' });
    const { pack: worse } = read(withCheck({ basis: 'gold' }));
    expect(worse?.checks[1]).toMatchObject({ basis: 'bold' });
  });
});

describe('parameters', () => {
  const pack = `${HEAD}parameters: { tags: [Project], federal: false, age: P7D }
checks:
  - id: tags.all
    basis: bold
    scope: environment
    mode: automatic
    title: P.tags
    why: So
    rule: { contains: { tagKeys: [Owner, P.tags] } }
    onlyIf: P.federal
    observedMaxAge: P.age
`;

  it('are put in where a check asks, and nowhere in its words', () => {
    const [check] = read(pack).pack?.checks ?? [];
    expect(check).toMatchObject({
      title: 'P.tags',
      rule: { contains: { tagKeys: ['Owner', 'Project'] } },
      set: { level: 'off' },
      observedMaxAge: 'P7D',
    });
  });

  it('that nobody uses are pointed out', () => {
    const { problems } = read(pack.replace('tags:', 'tag: x, tags:'));
    expect(problems).toEqual([
      {
        severity: 'warning',
        file: 'acme.yaml',
        line: 4,
        path: 'parameters.tag',
        message: 'parameter tag is used by no check',
      },
    ]);
  });
});

describe('a pack made from another', () => {
  const base = `${HEAD}title: Ours
owner: group:default/platform
parameters: { tags: [Project], on: true }
${CHECK.replace('{ declared: tagKeys }', '{ contains: { tagKeys: P.tags } }')}    onlyIf: P.on
    version: 2
`;
  const derived = `schema: deploy-windows.io/readiness-pack/v1
pack: mine
version: 1
extends: acme@3
parameters: { tags: [Project, CostCentre] }
changes: [{ id: tags.project, level: must, enforceFrom: '2027-03-01' }]
checks:
  - { id: own.check, basis: bold, scope: service, mode: automatic, title: T, why: W, rule: { declared: platform } }
`;
  const both = (text: string) => readPacks({ 'z.yaml': base, 'a.yaml': text });
  const mine = (text: string): Pack | undefined => both(text)[0]?.pack;

  it('has its checks, with its own parameters, changes and checks', () => {
    const pack = mine(derived);
    expect(both(derived).flatMap(({ problems }) => problems)).toEqual([]);
    expect(pack).toMatchObject({ title: 'Ours', owner: 'group:default/platform' });
    expect(pack?.extends).toEqual(['acme@3']);
    expect(pack?.checks).toMatchObject([
      {
        id: 'tags.project',
        version: 2,
        pack: 'mine@1',
        rule: { contains: { tagKeys: ['Project', 'CostCentre'] } },
        set: { level: 'must', enforceFrom: '2027-03-01' },
      },
      { id: 'own.check', pack: 'mine@1' },
    ]);
  });

  it('may be extended again', () => {
    const third = derived
      .replace('pack: mine', 'pack: third')
      .replace('acme@3', 'mine@1')
      .replace('own.check', 'third.check')
      .replace(/changes:.*\n/, '');
    const packs = readPacks({ 'z.yaml': base, 'b.yaml': derived, 'a.yaml': third });
    const pack = packs[0]?.pack;
    expect(pack?.extends).toEqual(['mine@1', 'acme@3']);
    expect(pack?.checks.map(({ id }) => id)).toEqual(['tags.project', 'own.check', 'third.check']);
    expect(pack?.checks[0]?.set).toEqual({ level: 'must', enforceFrom: '2027-03-01' });
  });

  it.each([
    [true, 'on: false', { level: 'off' }],
    [false, 'on: true', undefined],
  ])('asks again, or no more, by a parameter (base %s, then %s)', (was, now, set) => {
    const [read_] = readPacks({
      'z.yaml': base.replace('on: true', `on: ${was}`),
      'a.yaml': derived.replace('tags:', `${now}, tags:`).replace(/changes:.*\n/, ''),
    });
    expect(read_?.problems).toEqual([]);
    const found = read_?.pack?.checks[0]?.set;
    expect(found && { level: found.level }).toEqual(set);
  });

  it.each([
    ['a parameter nobody asks for', derived.replace('tags:', 'tag:'), 5, /used by no check/],
    ['a check of the base again', derived.replace('own.check', 'tags.project'), 8, /there twice/],
  ])('%s is refused', (_what, text, line, message) => {
    const [read_] = both(text);
    expect(read_?.pack).toBeUndefined();
    expect(read_?.problems).toMatchObject([
      { severity: 'refused', line, message: expect.stringMatching(message) },
    ]);
  });

  it('breaks a check of the base by a value it cannot be asked with', () => {
    const [read_] = both(derived.replace('[Project, CostCentre]', '[]'));
    expect(read_?.problems).toMatchObject([{ severity: 'check', check: 'tags.project', line: 5 }]);
    expect(read_?.pack?.checks.map(({ broken }) => broken !== undefined)).toEqual([true, false]);
  });

  it('is refused where the same version is there already', () => {
    const again = readPacks({ 'a.yaml': base, 'b.yaml': `# other\n${base}` });
    expect(again.map(({ pack }) => pack && packId(pack))).toEqual(['acme@3', undefined]);
    expect(again[1]?.problems[0]?.message).toMatch(/raise its version/);
  });
});
