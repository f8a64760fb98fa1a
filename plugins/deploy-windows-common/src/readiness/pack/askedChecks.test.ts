import { asked, levels, levelText, aChain, aSubject, PACKS } from '../__testUtils__/askedCases';
import { askedChecks } from './askedChecks';

const ACME = { id: 'go', pack: 'acme@1' };
const BASICS = { 'x.owner': 'must' };
const ALL = {
  'a.bold': 'must',
  'a.advice': 'recommended',
  'a.every': 'must',
  'a.tags': 'must',
  'a.stores': 'must',
};

describe('which packs are asked', () => {
  it.each([
    ['the basics always', {}, {}, BASICS],
    ['what a Domain names', { domain: { checklists: [ACME] } }, {}, { ...BASICS, ...ALL }],
    [
      'by name alone',
      { domain: { checklists: [{ id: 'go', pack: 'acme' }] } },
      {},
      { ...BASICS, ...ALL },
    ],
    [
      'what the service names itself',
      { component: { checklists: [ACME] } },
      {},
      { ...BASICS, ...ALL },
    ],
    [
      'not in another environment',
      { domain: { checklists: [{ ...ACME, environments: ['other'] }] } },
      {},
      BASICS,
    ],
    [
      'at another stage only what is asked at every one',
      { domain: { checklists: [{ ...ACME, stages: ['production'] }] } },
      { stage: 'test', environment: 'test' },
      { ...BASICS, 'a.every': 'must' },
    ],
    [
      'not of another tier',
      { domain: { checklists: [{ ...ACME, appliesTo: { tiers: [1] } }] } },
      { tier: '3' },
      BASICS,
    ],
    [
      'of who says no tier',
      { domain: { checklists: [{ ...ACME, appliesTo: { tiers: [1] } }] } },
      {},
      { ...BASICS, ...ALL },
    ],
    [
      'not on another platform',
      { domain: { checklists: [{ ...ACME, appliesTo: { platforms: ['aws'] } }] } },
      {},
      BASICS,
    ],
    [
      'not of another lifecycle',
      { domain: { checklists: [{ ...ACME, appliesTo: { lifecycles: ['experimental'] } }] } },
      {},
      BASICS,
    ],
    ['of a group what only a group answers', {}, { kind: 'group' }, { 'x.reviewed': 'off' }],
  ])('%s', (_what, documents, view, expected) => {
    const level = { 'x.reviewed': 'recommended' };
    expect(levels(asked(documents, view))).toEqual('x.reviewed' in expected ? level : expected);
  });

  it('of whom the configuration says so', () => {
    const config = [{ pack: 'acme@1', subjects: { platform: 'heroku' } }];
    expect(levels(asked({}, {}, { config }))).toEqual({ ...BASICS, ...ALL });
    expect(levels(asked({}, { platform: 'aws' }, { config }))).toEqual(BASICS);
  });

  it('tells which, and why', () => {
    const result = askedChecks({
      subject: aSubject(),
      effective: aChain({ domain: { checklists: [ACME] } }),
      packs: PACKS,
      config: [{ pack: 'acme@1', subjects: {} }],
    });
    expect(result.packs).toEqual([
      {
        pack: 'acme@1',
        because: 'checklists[go] of domain:default/org, deployWindows.readiness.packs',
      },
      { pack: 'suite-basics@1', because: 'always' },
    ]);
    expect(result.asked[0]?.checklists).toEqual(['go']);
  });

  it('a pack stands for the one it is made from', () => {
    const config = [{ pack: 'mine@1' }];
    const checks = asked({ domain: { checklists: [ACME] } }, {}, { config });
    expect(levels(checks)).toEqual({ ...BASICS, ...ALL, 'a.bold': 'off', 'a.advice': 'must' });
    expect(new Set(checks.map(({ pack }) => pack))).toEqual(new Set(['mine@1', 'suite-basics@1']));
  });

  it('a pack that is not there is a row that blocks, not silence', () => {
    const [, missing] = asked({ domain: { checklists: [{ id: 'go', pack: 'nowhere@2' }] } });
    expect(missing).toMatchObject({
      definition: { id: 'pack.nowhere-2', broken: 'no pack nowhere@2 is loaded' },
      requirement: { steps: [{ level: 'must' }], because: 'checklists[go] of domain:default/org' },
    });
  });
});

describe('how binding a check is', () => {
  const item = (id: string, part: object) => ({
    checklists: [{ ...ACME, items: [{ id, ...part }] }],
  });
  const only = (id: string, part: object) => ({
    checklists: [{ id: 'own', items: [{ id, ...part }] }],
  });
  const from = 'recommended, must from 2027-03-01';
  const DAY = { enforceFrom: '2027-03-01' };

  it.each([
    ['the matrix', 'a.bold', {}, 'must'],
    [
      'a Domain may lower',
      'a.bold',
      { domain: item('a.bold', { level: 'should' }) },
      'recommended',
    ],
    ['a Domain may switch off', 'a.bold', { domain: item('a.bold', { level: 'practice' }) }, 'off'],
    ['a Domain may raise', 'a.advice', { domain: item('a.advice', { level: 'must' }) }, 'must'],
    ['with a day', 'a.advice', { domain: item('a.advice', { level: 'must', ...DAY }) }, from],
    ['a day alone', 'a.advice', { domain: item('a.advice', DAY) }, from],
    [
      'words alone change nothing',
      'a.advice',
      { domain: item('a.advice', { control: 'AU-2a' }) },
      'recommended',
    ],
    [
      'a service cannot lower',
      'a.bold',
      { component: only('a.bold', { level: 'practice' }) },
      'must',
    ],
    ['nor put off', 'a.bold', { component: only('a.bold', { level: 'must', ...DAY }) }, 'must'],
    [
      'a service may tighten',
      'a.advice',
      { component: only('a.advice', { level: 'must' }) },
      'must',
    ],
    [
      'a System below a Domain that lowered may tighten again',
      'a.bold',
      { domain: item('a.bold', { level: 'should' }), system: only('a.bold', { level: 'must' }) },
      'must',
    ],
    [
      'and earlier than the Domain wants it',
      'a.advice',
      {
        domain: item('a.advice', { level: 'must', ...DAY }),
        system: only('a.advice', { level: 'must', enforceFrom: '2026-12-01' }),
      },
      'recommended, must from 2026-12-01',
    ],
    [
      'of two words in one document the stricter',
      'a.bold',
      {
        domain: {
          checklists: [
            { ...ACME, items: [{ id: 'a.bold', level: 'practice' }] },
            { id: 'second', items: [{ id: 'a.bold', level: 'should' }] },
          ],
        },
      },
      'recommended',
    ],
    [
      'not by an item of another stage',
      'a.bold',
      { domain: item('a.bold', { level: 'practice', stages: ['test'] }) },
      'must',
    ],
  ])('%s', (_what, id, documents, expected) => {
    const config = [{ pack: 'acme@1' }];
    const check = asked(documents, {}, { config }).find(({ definition }) => definition.id === id);
    expect(check && levelText(check)).toBe(expected);
  });

  it.each([
    [{ stage: 'local' }, 'off', 'off'],
    [{ lifecycle: 'deprecated' }, 'recommended', 'recommended'],
    [{ tier: '3' }, 'must', 'recommended'],
    [{ tier: '1' }, 'must', 'must'],
    [{ stage: 'undeclared' }, 'must', 'must'],
    [{ stage: 'staging' }, 'recommended', 'recommended'],
    [{ stage: 'test' }, 'off', 'off'],
  ])('the shipped matrix at %j: bold %s, required %s', (view, bold, required) => {
    const found = levels(asked({}, view, { config: [{ pack: 'acme@1' }] }));
    expect([found['a.bold'], found['a.tags']]).toEqual([bold, required]);
  });

  it('one check of a pack may be asked alone', () => {
    const checks = asked({ domain: only('a.advice', { level: 'must' }) });
    expect(levels(checks)).toEqual({ ...BASICS, 'a.advice': 'must' });
  });

  it('says who set it', () => {
    const because = (documents: Parameters<typeof asked>[0], id: string) =>
      asked(documents).find(({ definition }) => definition.id === id)?.requirement.because;
    expect(because({ domain: { checklists: [ACME] } }, 'a.bold')).toBe('matrix of acme@1');
    expect(because({}, 'x.owner')).toBe('level of x.owner');
    expect(because({ domain: item('a.advice', { level: 'must' }) }, 'a.advice')).toBe(
      'checklists[go] of domain:default/org',
    );
  });
});

describe('questions of a document', () => {
  const QUESTION = {
    id: 'own.privacy',
    group: 'Privacy',
    statement: 'The privacy notice was read again',
    level: 'must',
    paths: ['thirdParties', 'addons[].product'],
  };
  const document = (statement: string, product: string) => ({
    addons: [{ id: 'mail', product }],
    checklists: [{ id: 'own', title: 'Ours', items: [{ ...QUESTION, statement }] }],
  });
  const question = (statement = QUESTION.statement, product = 'mailgun') =>
    asked({ component: document(statement, product) }).find(
      ({ definition }) => definition.id === 'own.privacy',
    );

  it('are answered by people', () => {
    expect(question()).toMatchObject({
      pack: 'document',
      checklists: ['own'],
      definition: {
        mode: 'attested',
        title: QUESTION.statement,
        group: 'Privacy',
        attest: { statement: QUESTION.statement, validFor: 'P365D', boundTo: ['thirdParties'] },
      },
      requirement: { steps: [{ level: 'must' }] },
    });
  });

  it('are bound to their words and to the places they name', () => {
    const { bound } = question() ?? {};
    expect(question()?.bound).toEqual(bound);
    expect(question('Something else')?.bound).not.toEqual(bound);
    expect(question(undefined, 'sendgrid')?.bound).not.toEqual(bound);
  });

  it('bind nobody where nobody says how much', () => {
    const items = [{ id: 'own.some', statement: 'Some' }];
    const checks = asked({ domain: { checklists: [{ id: 'own', items }] } });
    expect(levels(checks)).toEqual({ ...BASICS, 'own.some': 'recommended' });
  });

  it.each([[{ stage: 'test' }], [{ environment: 'other' }]])(
    'are asked where they hold: not at %j',
    view => {
      const items = [{ ...QUESTION, stages: ['production'], environments: ['production'] }];
      const checks = asked({ domain: { checklists: [{ id: 'own', items }] } }, view);
      expect(levels(checks)).toEqual(BASICS);
    },
  );
});

describe('parameters of policies', () => {
  const policy = (id: string, check: string, params: readonly string[]) => ({
    policies: [{ id, statement: 'S', check: { id: check, params } }],
  });
  const rule = (documents: Parameters<typeof asked>[0], id: string) =>
    asked(documents, {}, { config: [{ pack: 'acme@1' }] }).find(
      ({ definition }) => definition.id === id,
    )?.definition.rule;

  it.each([
    ['without one', {}, ['Project']],
    ['the Domain sets them', { domain: policy('t', 'a.tags', ['Team', 'Cost']) }, ['Cost', 'Team']],
    [
      'who stands below adds to what is required',
      { domain: policy('t', 'a.tags', ['Team']), component: policy('u', 'a.tags', ['Web']) },
      ['Team', 'Web'],
    ],
  ])('%s', (_what, documents, tags) => {
    expect(rule(documents, 'a.tags')).toEqual({ contains: { tagKeys: tags } });
  });

  it('who stands below takes away from what is allowed', () => {
    const documents = {
      domain: policy('t', 'a.stores', ['vault', 'sops']),
      component: policy('u', 'a.stores', ['sops', 'ftp']),
    };
    expect(rule(documents, 'a.stores')).toEqual({ oneOf: { platform: ['sops'] } });
  });
});

it('the order of packs, configuration and checklists says nothing', () => {
  const config = [{ pack: 'mine@1' }, { pack: 'acme@1' }];
  const checklists = [
    {
      id: 'b',
      items: [
        { id: 'a.bold', level: 'should' },
        { id: 'q.one', statement: 'Q', level: 'must' },
      ],
    },
    { id: 'a', pack: 'acme@1', items: [{ id: 'a.bold', level: 'must' }] },
  ];
  const one = asked({ domain: { checklists } }, {}, { config });
  const other = asked(
    { domain: { checklists: [...checklists].reverse() } },
    {},
    { config: [...config].reverse(), packs: [...PACKS].reverse() },
  );
  expect(other).toEqual(one);
});
