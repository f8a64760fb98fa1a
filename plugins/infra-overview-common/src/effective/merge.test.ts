import { aChainLink, anEnvironment, anInfraDocument } from '../testUtils';
import type { InfraDocument } from '../document';
import { effectiveInfra } from './effectiveInfra';
import { originOf } from './origin';

type Sections = Partial<Omit<InfraDocument, 'schema'>>;

function merged(domain: Sections, system: Sections, component: Sections): InfraDocument {
  return effectiveInfra([
    aChainLink('domain', domain),
    aChainLink('system', system),
    aChainLink('component', component),
  ]).document;
}

describe('the merge table', () => {
  const topic = (statement: string) => [{ id: 'a', statement }];
  const window = { id: 'w', kind: 'allow' as const, schedule: { type: 'always' as const } };

  it.each<[string, Sections, Sections, Sections, Sections]>([
    ['a scalar: the nearest wins', { tier: 1 }, { tier: 2 }, { tier: 3 }, { tier: 3 }],
    ['a scalar nobody states nearer is inherited', { tier: 1 }, {}, {}, { tier: 1 }],
    ['an explicit [] wins whole', {}, { jobs: [{ id: 'a' }] }, { jobs: [] }, { jobs: [] }],
    [
      '[] in the middle ends what is above it',
      { jobs: [{ id: 'a' }] },
      { jobs: [] },
      { jobs: [{ id: 'b' }] },
      { jobs: [{ id: 'b' }] },
    ],
    ['none wins whole', {}, { cost: { billing: 'us' } }, { cost: 'none' }, { cost: 'none' }],
    [
      'none in the middle ends what is above it',
      { cost: { billing: 'us' } },
      { cost: 'none' },
      { cost: { tag: 'x' } },
      { cost: { tag: 'x' } },
    ],
    [
      'notNeeded wins whole',
      {},
      { backups: [{ id: 'a', method: 'none' }] },
      { backups: { notNeeded: 'static' } },
      { backups: { notNeeded: 'static' } },
    ],
    [
      'an object: field by field',
      { support: { model: 'a', hours: 'b' } },
      { support: { hours: 'c' } },
      { support: { entryPoint: 'd' } },
      { support: { model: 'a', hours: 'c', entryPoint: 'd' } },
    ],
    [
      'a list with ids: union, the nearest document first',
      { jobs: [{ id: 'a' }] },
      { jobs: [{ id: 'b' }] },
      { jobs: [{ id: 'c' }] },
      { jobs: [{ id: 'c' }, { id: 'b' }, { id: 'a' }] },
    ],
    [
      'a list with ids: the same id field by field',
      { jobs: [{ id: 'a', what: 'x', trigger: 't' }] },
      {},
      { jobs: [{ id: 'a', what: 'y' }] },
      { jobs: [{ id: 'a', what: 'y', trigger: 't' }] },
    ],
    [
      'a list of words: the nearest replaces it',
      { observability: { logs: [{ id: 'a', captures: ['error'] }] } },
      {},
      { observability: { logs: [{ id: 'a', captures: ['request'] }] } },
      { observability: { logs: [{ id: 'a', captures: ['request'] }] } },
    ],
    [
      'items without ids: the nearest replaces them',
      { observability: { alerts: [{ id: 'a', targets: [{ channel: 'sms' }] }] } },
      {},
      { observability: { alerts: [{ id: 'a', targets: [{ channel: 'email' }] }] } },
      { observability: { alerts: [{ id: 'a', targets: [{ channel: 'email' }] }] } },
    ],
    [
      'steps: the nearest replaces them',
      {},
      { procedures: [{ id: 'a', steps: ['one', 'two'] }] },
      { procedures: [{ id: 'a', steps: ['three'] }] },
      { procedures: [{ id: 'a', steps: ['three'] }] },
    ],
    [
      'an amount is one answer',
      { cost: { limits: [{ id: 'a', limit: { amount: 1, currency: 'USD', per: 'hour' } }] } },
      {},
      { cost: { limits: [{ id: 'a', limit: { amount: 2, currency: 'EUR' } }] } },
      { cost: { limits: [{ id: 'a', limit: { amount: 2, currency: 'EUR' } }] } },
    ],
    [
      'conformance: by item, the nearest answer wins',
      { conformance: [{ item: 'a', status: 'met', text: 'x' }] },
      {},
      { conformance: [{ item: 'a', status: 'not-met' }] },
      { conformance: [{ item: 'a', status: 'not-met' }] },
    ],
    [
      'conformance: another scope is another answer',
      { conformance: [{ item: 'a', status: 'met', stages: ['ci'] }] },
      {},
      { conformance: [{ item: 'a', status: 'not-met' }] },
      {
        conformance: [
          { item: 'a', status: 'not-met' },
          { item: 'a', status: 'met', stages: ['ci'] },
        ],
      },
    ],
    [
      'a picture is not merged',
      {},
      {
        requestPath: {
          nodes: [
            { id: 'a', kind: 'client' },
            { id: 'b', kind: 'web' },
          ],
          edges: [],
        },
      },
      { requestPath: { nodes: [{ id: 'a', kind: 'web' }], edges: [] } },
      { requestPath: { nodes: [{ id: 'a', kind: 'web' }], edges: [] } },
    ],
    [
      'policies are collected',
      { policies: topic('x') },
      { policies: [{ id: 'b' }] },
      {},
      { policies: [{ id: 'b' }, { id: 'a', statement: 'x' }] },
    ],
    [
      'the same id twice is two items',
      { policies: topic('x') },
      { policies: topic('y') },
      { policies: topic('z') },
      {
        policies: [
          { id: 'a', statement: 'z' },
          { id: 'a@shop', statement: 'y' },
          { id: 'a@standard', statement: 'x' },
        ],
      },
    ],
    [
      'an inner [] takes no collected item away',
      { risks: topic('x') },
      {},
      { risks: [] },
      { risks: topic('x') },
    ],
    [
      'windows of a policy are collected',
      { deployPolicy: { windows: [window] } },
      { deployPolicy: { windows: [{ ...window, id: 'v' }] } },
      {},
      { deployPolicy: { windows: [{ ...window, id: 'v' }, window] } },
    ],
    [
      'what protects is the strictest',
      { deployPolicy: { openByDefault: false, mustFit: 'enforce' } },
      { deployPolicy: { openByDefault: true, mustFit: 'warn' } },
      {},
      { deployPolicy: { openByDefault: false, mustFit: 'enforce' } },
    ],
    [
      'limits: the fewest and the longest',
      { deployPolicy: { limits: { maxPerOpening: 1, minGap: 'PT1H' } } },
      { deployPolicy: { limits: { maxPerOpening: 3, minGap: 'P1D' } } },
      {},
      { deployPolicy: { limits: { maxPerOpening: 1, minGap: 'P1D' } } },
    ],
    [
      'status, date and topologies of a document are not inherited',
      { status: 'draft', verified: { method: 'document' }, topologies: [{ id: 'a' }] },
      {},
      { tier: 1 },
      { tier: 1 },
    ],
    [
      'who refuses an item is not inherited by whoever states it again',
      {},
      { jobs: [{ id: 'a', notNeeded: 'no' }] },
      { jobs: [{ id: 'a', what: 'x' }] },
      { jobs: [{ id: 'a', what: 'x' }] },
    ],
    [
      'where an item holds is one statement',
      { jobs: [{ id: 'a', stages: ['ci'] }] },
      {},
      { jobs: [{ id: 'a', environments: ['production'] }] },
      { jobs: [{ id: 'a', environments: ['production'] }] },
    ],
    [
      'environments are the same in any case',
      {},
      { environments: [{ name: 'Production', stage: 'production' }] },
      { environments: [{ name: 'production', url: 'https://shop.example' }] },
      { environments: [{ name: 'production', url: 'https://shop.example', stage: 'production' }] },
    ],
    [
      'tags by key',
      {},
      { environments: [anEnvironment({ tags: [{ key: 'a', value: '1' }] })] },
      {
        environments: [
          anEnvironment({
            tags: [
              { key: 'a', value: '2' },
              { key: 'b', value: '3' },
            ],
          }),
        ],
      },
      {
        environments: [
          anEnvironment({
            tags: [
              { key: 'a', value: '2' },
              { key: 'b', value: '3' },
            ],
          }),
        ],
      },
    ],
    [
      'links by the slug of their title',
      {},
      { jobs: [{ id: 'a', links: [{ title: 'The Docs', url: 'https://a.example' }] }] },
      { jobs: [{ id: 'a', links: [{ title: 'the docs', visibility: 'team' }] }] },
      {
        jobs: [
          { id: 'a', links: [{ title: 'the docs', visibility: 'team', url: 'https://a.example' }] },
        ],
      },
    ],
    [
      'defaults keep their entries whole, nearest first',
      { defaults: { environments: [{ id: 'a', hosting: { os: 'x' } }] } },
      { defaults: { environments: [{ id: 'a', when: { stages: ['ci'] }, hosting: { os: 'y' } }] } },
      {},
      {
        defaults: {
          environments: [
            { id: 'a', when: { stages: ['ci'] }, hosting: { os: 'y' } },
            { id: 'a@standard', hosting: { os: 'x' } },
          ],
        },
      },
    ],
  ])('%s', (_, domain, system, component, expected) => {
    expect(merged(domain, system, component)).toEqual(anInfraDocument(expected));
  });
});

describe('examples of inheritance', () => {
  const apm = { id: 'apm', product: 'newrelic', selection: 'always' as const };
  const redis = { id: 'redis', choice: 'cache', product: 'redis' };

  it('fields of one add-on come from two levels', () => {
    const effective = effectiveInfra([
      aChainLink('domain', { addons: [apm] }),
      aChainLink('system', {}),
      aChainLink('component', { addons: [{ id: 'apm', plan: 'pro' }] }),
    ]);
    expect(effective.document.addons).toEqual([{ ...apm, plan: 'pro' }]);
    expect(originOf(effective, 'addons[apm].product')).toMatchObject({
      level: 'domain',
      path: 'addons[apm].product',
    });
    expect(originOf(effective, 'addons[apm].plan')).toMatchObject({
      level: 'component',
      entityRef: 'component:default/web',
    });
  });

  it('what a standard offers is not among the add-ons', () => {
    const effective = effectiveInfra([
      aChainLink('domain', { addons: [redis] }),
      aChainLink('system', {}),
    ]);
    expect(effective.document).not.toHaveProperty('addons');
    expect(effective.offers).toEqual([redis]);
    expect(originOf(effective, 'offers[redis]')).toMatchObject({
      level: 'domain',
      path: 'addons[redis]',
    });
  });

  it('what a standard offers enters where a project writes it', () => {
    const effective = effectiveInfra([
      aChainLink('domain', { addons: [redis] }),
      aChainLink('system', { addons: [{ id: 'redis', plan: 'mini' }] }),
    ]);
    expect(effective.document.addons).toEqual([{ ...redis, plan: 'mini' }]);
    expect(effective.offers).toEqual([]);
    expect(originOf(effective, 'addons[redis].product')?.level).toBe('domain');
    expect(originOf(effective, 'addons[redis].plan')?.level).toBe('system');
  });

  it('a project refuses what every project has', () => {
    const effective = effectiveInfra([
      aChainLink('domain', { addons: [{ id: 'mail', selection: 'always' }] }),
      aChainLink('system', { addons: [{ id: 'mail', notNeeded: 'sends no e-mail' }] }),
    ]);
    expect(effective.document.addons).toEqual([
      { id: 'mail', selection: 'always', notNeeded: 'sends no e-mail' },
    ]);
    expect(originOf(effective, 'addons[mail].notNeeded')?.level).toBe('system');
  });

  it('a Domain shows all it has, and says what of it is an offer', () => {
    const effective = effectiveInfra([
      aChainLink('domain', { addons: [redis] }, 'domain:default/above'),
      aChainLink('domain', { addons: [apm] }),
    ]);
    expect(effective.document.addons).toEqual([apm, redis]);
    expect(effective.offers).toEqual([redis]);
  });

  it('windows of two levels are both kept', () => {
    const always = { kind: 'allow', schedule: { type: 'always' } } as const;
    const { document } = effectiveInfra([
      aChainLink('domain', { deployPolicy: { windows: [{ id: 'office', ...always }] } }),
      aChainLink('system', {}),
      aChainLink('component', {
        environments: [anEnvironment({ deploy: { windows: [{ id: 'tuesday', ...always }] } })],
      }),
    ]);
    expect(document.deployPolicy?.windows).toHaveLength(1);
    expect(document.environments).toMatchObject([{ deploy: { windows: [{ id: 'tuesday' }] } }]);
  });

  it('the same window id on two levels is two windows', () => {
    const window = { id: 'tue', kind: 'allow', schedule: { type: 'always' } } as const;
    const effective = effectiveInfra([
      aChainLink('system', { environments: [anEnvironment({ deploy: { windows: [window] } })] }),
      aChainLink('component', { environments: [anEnvironment({ deploy: { windows: [window] } })] }),
    ]);
    expect(effective.document.environments).toMatchObject([
      { deploy: { windows: [{ id: 'tue' }, { id: 'tue@shop' }] } },
    ]);
    expect(originOf(effective, 'environments[production].deploy.windows[tue@shop]')).toMatchObject({
      level: 'system',
      path: 'environments[production].deploy.windows[tue]',
    });
  });
});

describe('items of a standard about add-ons', () => {
  const standard: Sections = {
    backups: [{ id: 'daily', of: 'db' }],
    observability: {
      monitors: [{ id: 'ping', addon: 'uptime' }],
      alerts: [{ id: 'down', source: 'uptime' }],
    },
  };

  it('are dropped where the project has no such add-on', () => {
    const effective = effectiveInfra([aChainLink('domain', standard), aChainLink('system', {})]);
    expect(effective.document).toEqual(anInfraDocument({ observability: {} }));
    expect(Object.keys(effective.origins)).toEqual(['schema', 'observability']);
  });

  it('are dropped where the project refuses the add-on', () => {
    const { document } = effectiveInfra([
      aChainLink('domain', { ...standard, addons: [{ id: 'uptime', selection: 'always' }] }),
      aChainLink('system', { addons: [{ id: 'uptime', notNeeded: 'internal' }] }),
    ]);
    expect(document.observability).toEqual({});
  });

  it('are kept where the project has it', () => {
    const { document } = effectiveInfra([
      aChainLink('domain', standard),
      aChainLink('system', {}),
      aChainLink('component', { addons: [{ id: 'db' }, { id: 'uptime' }] }),
    ]);
    expect(document.backups).toEqual(standard.backups);
    expect(document.observability).toEqual(standard.observability);
  });

  it('are kept where the project itself writes them: a mistake is shown, not hidden', () => {
    const { document } = effectiveInfra([
      aChainLink('system', { backups: [{ id: 'daily', of: 'db' }] }),
    ]);
    expect(document.backups).toHaveLength(1);
  });
});

describe('references to collected items', () => {
  it('follow the item of their own document', () => {
    const policy = (title: string): Sections => ({
      deployPolicy: {
        audiences: [{ id: 'staff', title }],
        windows: [{ id: title, kind: 'notice', audience: 'staff', schedule: { type: 'always' } }],
      },
    });
    const { document } = effectiveInfra([
      aChainLink('domain', policy('ours')),
      aChainLink('system', policy('theirs')),
    ]);
    expect(document.deployPolicy).toMatchObject({
      audiences: [
        { id: 'staff', title: 'theirs' },
        { id: 'staff@standard', title: 'ours' },
      ],
      windows: [
        { id: 'theirs', audience: 'staff' },
        { id: 'ours', audience: 'staff@standard' },
      ],
    });
  });
});

describe('zones of windows', () => {
  const window = { id: 'w', kind: 'allow', schedule: { type: 'always' } } as const;

  it('a window that relies on its own document keeps that zone', () => {
    const effective = effectiveInfra([
      aChainLink('domain', {
        deployPolicy: { timeZone: 'Europe/Brussels', windows: [{ ...window, id: 'd' }] },
      }),
      aChainLink('system', {
        deployPolicy: { timeZone: 'America/Chicago', windows: [{ ...window, id: 's' }] },
      }),
    ]);
    expect(effective.document.deployPolicy).toMatchObject({
      timeZone: 'America/Chicago',
      windows: [{ id: 's' }, { id: 'd', timeZone: 'Europe/Brussels' }],
    });
    expect(originOf(effective, 'deployPolicy.windows[d].timeZone')).toMatchObject({
      level: 'domain',
      path: 'deployPolicy.timeZone',
    });
  });

  it('one zone needs no writing down', () => {
    const { document } = effectiveInfra([
      aChainLink('domain', { deployPolicy: { timeZone: 'Europe/Brussels', windows: [window] } }),
      aChainLink('system', {}),
    ]);
    expect(document.deployPolicy?.windows).toEqual([window]);
  });
});
