import type { InfraDocument } from '../document';
import { aChainLink, anEnvironment } from '../testUtils';
import { effectiveInfra } from './effectiveInfra';
import { factAt, factsAt } from './factAt';
import { viewOf } from './viewOf';

type Sections = Partial<Omit<InfraDocument, 'schema'>>;

const facts = (sections: Sections) => effectiveInfra([aChainLink('component', sections)]);

describe('the kinds of emptiness', () => {
  const needless = { notNeeded: 'static site' };

  it.each<[string, Sections, string, object]>([
    ['a list left out', {}, 'backups', { state: 'not-stated', wanted: 'backups' }],
    [
      'a field of a list left out',
      {},
      'backups[].retention',
      { state: 'not-stated', wanted: 'backups[].retention' },
    ],
    ['a list of none', { backups: [] }, 'backups', { state: 'none' }],
    ['a field of a list of none', { backups: [] }, 'backups[].retention', { state: 'none' }],
    ['an item of a list of none', { backups: [] }, 'backups[daily]', { state: 'none' }],
    [
      'a list not needed',
      { backups: needless },
      'backups',
      { state: 'not-needed', reason: 'static site' },
    ],
    [
      'a field of a list not needed',
      { backups: needless },
      'backups[].retention',
      { state: 'not-needed', reason: 'static site' },
    ],
    [
      'a block left out',
      { support: {} },
      'support.statusPage.url',
      { state: 'not-stated', wanted: 'support.statusPage.url' },
    ],
    [
      'a block of none',
      { support: { statusPage: 'none' } },
      'support.statusPage',
      { state: 'none' },
    ],
    [
      'a field of a block of none',
      { support: { statusPage: 'none' } },
      'support.statusPage.url',
      { state: 'none' },
    ],
    [
      'a block not needed',
      { support: { statusPage: needless } },
      'support.statusPage.url',
      { state: 'not-needed', reason: 'static site' },
    ],
    [
      'a field left out',
      { addons: [{ id: 'db' }] },
      'addons[db].plan',
      { state: 'not-stated', wanted: 'addons[db].plan' },
    ],
    [
      'a field of none',
      { backups: [{ id: 'a', method: 'none' }] },
      'backups[a].method',
      { state: 'none' },
    ],
    [
      'a field of false',
      { domains: [{ id: 'a', dns: { dnssec: false } }] },
      'domains[a].dns.dnssec',
      { state: 'none' },
    ],
    [
      'an item not needed',
      { addons: [{ id: 'mail', notNeeded: 'sends no e-mail' }] },
      'addons[mail]',
      { state: 'not-needed', reason: 'sends no e-mail' },
    ],
    [
      'a field of an item not needed',
      { addons: [{ id: 'mail', plan: 'x', notNeeded: 'sends no e-mail' }] },
      'addons[mail].plan',
      { state: 'not-needed', reason: 'sends no e-mail' },
    ],
    [
      'an item that is not there',
      { addons: [{ id: 'db' }] },
      'addons[apm]',
      { state: 'not-stated', wanted: 'addons[apm]' },
    ],
    [
      'nothing that is 0 or empty text is none',
      { cost: { billing: '' } },
      'cost.billing',
      { state: 'stated', value: '' },
    ],
    ['no path at all', {}, 'addons[', { state: 'not-stated', wanted: 'addons[' }],
  ])('%s', (_, sections, path, expected) => {
    expect(factAt(facts(sections), path)).toMatchObject(expected);
  });
});

describe('one fact', () => {
  const sections: Sections = {
    verified: { method: 'document', at: '2019-07-19' },
    environments: [
      anEnvironment({ name: 'production', tags: [{ key: 'Project', value: 'shop' }] }),
    ],
    addons: [
      { id: 'db', category: 'database', limits: ['slow', 'small'] },
      { id: 'sentry', category: 'errors', verified: { method: 'human', at: '2026-01-02' } },
    ],
    backups: [{ id: 'daily', of: 'db', retention: 'P28D' }],
    conformance: [{ item: 'tls', status: 'met', stages: ['production'] }],
    defaults: { environments: [{ id: 'os', hosting: { os: 'Ubuntu' } }] },
    accounts: [{ id: 'sandbox', wipe: 'P7D' }],
    links: [{ title: 'The Docs', url: 'https://docs.example' }],
  };

  it.each<[string, unknown, string]>([
    ['addons[db].category', 'database', 'addons[db].category'],
    ['backups[of=db].retention', 'P28D', 'backups[daily].retention'],
    ['addons[category=errors].id', 'sentry', 'addons[sentry].id'],
    ['addons.category', 'database', 'addons[db].category'],
    ['addons[limits=small].id', 'db', 'addons[db].id'],
    ['conformance[tls].status', 'met', 'conformance[tls@production].status'],
    ['defaults.environments[os].hosting.os', 'Ubuntu', 'defaults.environments[os].hosting.os'],
    ['accounts[sandbox].wipe', 'P7D', 'accounts[sandbox].wipe'],
    ['links[the-docs].url', 'https://docs.example', 'links[the-docs].url'],
    [
      'environments[production].tags[Project].value',
      'shop',
      'environments[production].tags[Project].value',
    ],
    ['environments[PRODUCTION].stage', 'production', 'environments[production].stage'],
    ['environments[stage=production].hosting.os', 'Ubuntu', 'defaults.environments[os].hosting.os'],
  ])('%s', (path, value, source) => {
    expect(factAt(facts(sections), path)).toMatchObject({
      state: 'stated',
      value,
      origin: { level: 'component', path: source },
    });
  });

  it('an item has its own date, everything else the one of the document', () => {
    expect(factAt(facts(sections), 'addons[sentry].category')).toMatchObject({
      origin: { verified: { method: 'human', at: '2026-01-02' } },
    });
    expect(factAt(facts(sections), 'addons[db].category')).toMatchObject({
      origin: { verified: { method: 'document', at: '2019-07-19' } },
    });
  });

  it.each`
    path                                 | state
    ${'addons[db].category=database'}    | ${'stated'}
    ${'addons[db].category=cache'}       | ${'none'}
    ${'addons[db].limits=small'}         | ${'stated'}
    ${'addons[db].limits=large'}         | ${'none'}
    ${'addons[db].plan=mini'}            | ${'not-stated'}
    ${'addons[].category=errors'}        | ${'stated'}
    ${'environments[].stage=production'} | ${'stated'}
    ${'addons[db].volatile=true'}        | ${'stated'}
  `('$path is $state', ({ path, state }) => {
    expect(factAt(facts(sections), path).state).toBe(state);
  });

  it('none is a value one can ask for', () => {
    const effective = facts({ backups: [{ id: 'a', method: 'none' }] });
    expect(factAt(effective, 'backups[a].method=none')).toMatchObject({
      state: 'stated',
      value: 'none',
    });
    expect(factAt(effective, 'backups[a].method=snapshot').state).toBe('none');
  });
});

describe('many facts', () => {
  const effective = facts({
    environments: [
      { name: 'staging', stage: 'staging', hosting: { platform: 'aws' } },
      { name: 'production', stage: 'production' },
      { name: 'old', notNeeded: 'switched off' },
    ],
    addons: [
      { id: 'db', category: 'database' },
      { id: 'mail', notNeeded: 'no e-mail' },
    ],
    domains: [{ id: 'a' }, { id: 'b', environments: ['production'] }],
    defaults: {
      environments: [{ id: 'd', hosting: { platform: 'heroku', stack: 'heroku-24' } }],
      domains: [{ id: 'd', when: { platforms: ['heroku'] }, public: true }],
    },
  });

  const short = (path: string) =>
    factsAt(effective, path).map(({ path: at, fact, environment }) => [
      at,
      fact.state === 'stated' ? fact.value : fact.state,
      ...(environment === undefined ? [] : [environment]),
    ]);

  it.each<[string, string, unknown[]]>([
    [
      'one an item',
      'addons[].category',
      [
        ['addons[db].category', 'database'],
        ['addons[mail]', 'not-needed'],
      ],
    ],
    [
      'each environment by its own view',
      'environments[].hosting.platform',
      [
        ['environments[production].hosting.platform', 'heroku', 'production'],
        ['environments[staging].hosting.platform', 'aws', 'staging'],
      ],
    ],
    [
      'one environment',
      'environments[staging].hosting.platform',
      [['environments[staging].hosting.platform', 'aws', 'staging']],
    ],
    [
      'environments of a stage',
      'environments[stage=production].hosting.stack',
      [['environments[production].hosting.stack', 'heroku-24', 'production']],
    ],
    [
      'an environment that is refused',
      'environments[old].url',
      [['environments[old]', 'not-needed']],
    ],
    [
      'an environment nobody declared',
      'environments[qa].url',
      [['environments[qa].url', 'not-stated']],
    ],
    [
      'not stated in one environment',
      'environments[].hosting.stack',
      [
        ['environments[production].hosting.stack', 'heroku-24', 'production'],
        ['environments[staging].hosting.stack', 'not-stated', 'staging'],
      ],
    ],
    ['filled in alike everywhere', 'addons[db].volatile', [['addons[db].volatile', true]]],
    [
      'filled in for some',
      'domains[].public',
      [
        ['domains[a].public', true, 'production'],
        ['domains[a].public', 'not-stated', 'staging'],
        ['domains[b].public', true],
      ],
    ],
    ['filled in for none', 'domains[a].host', [['domains[a].host', 'not-stated']]],
    [
      'the list itself',
      'domains',
      [['domains', [{ id: 'a' }, { id: 'b', environments: ['production'] }]]],
    ],
  ])('%s', (_, path, expected) => {
    expect(short(path)).toEqual(expected);
  });

  it('a view answers for itself', () => {
    expect(factsAt(viewOf(effective, 'staging'), 'domains[].id').map(({ path }) => path)).toEqual([
      'domains[a].id',
    ]);
    expect(factAt(viewOf(effective, 'staging'), 'environments[staging].hosting.stack').state).toBe(
      'not-stated',
    );
    expect(
      factAt(viewOf(effective, 'staging'), 'environments[production].hosting.stack').state,
    ).toBe('not-stated');
  });

  it('built-in rules need no environment', () => {
    expect(
      factAt(facts({ addons: [{ id: 'db', category: 'database' }] }), 'addons[db].volatile'),
    ).toEqual({
      state: 'stated',
      value: true,
      origin: { level: 'built-in', path: 'addons[].volatile' },
    });
  });
});
