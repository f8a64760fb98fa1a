import { reversed } from '../__testUtils__/anyDocument';
import { anEffective, anInput, type Sections } from '../__testUtils__/builders';
import { factNamed, shortFact } from '../__testUtils__/exampleFacts';
import { FACT_TYPES } from './factTypes';
import { factsFor, serviceFactsFor } from './factsFor';
import { referenceEnvironment } from './referenceEnvironment';

const read = (sections: Sections, name: string, domain?: Sections) =>
  shortFact(factNamed(factsFor(anInput(sections, domain && { domain })), name));

type Fields = NonNullable<Extract<Sections['environments'], readonly unknown[]>>[number];
const on = (fields: Omit<Fields, 'name'>): Sections => ({
  environments: [{ name: 'production', ...fields }],
});

describe('not stated, none, not needed and values are four things', () => {
  it.each<[string, Sections, string, unknown]>([
    ['a section left out', {}, 'stores', '? addons'],
    ['a section of none', { addons: [] }, 'stores', []],
    ['a section not needed', { addons: { notNeeded: 'static' } }, 'stores', 'not needed: static'],
    [
      'the only item is not needed',
      { domains: [{ id: 'a', notNeeded: 'no site' }] },
      'domains',
      'not needed: no site',
    ],
    [
      'one item of two is not needed',
      {
        domains: [
          { id: 'a', notNeeded: 'no site' },
          { id: 'b', host: 'b.example' },
        ],
      },
      'domains',
      ['b.example'],
    ],
    ['a block of none', { support: { statusPage: 'none' } }, 'statusPage.url', 'none'],
    [
      'a block not needed',
      { support: { statusPage: { notNeeded: 'inside' } } },
      'statusPage.url',
      'not needed: inside',
    ],
    ['a block left out', { support: {} }, 'statusPage.url', '? support.statusPage.url'],
    [
      'false is a value',
      { support: { statusPage: { url: 'https://s.example', subscribe: false } } },
      'statusPage.subscribe',
      false,
    ],
    ['never deployed', on({ deploy: 'none' }), 'deploy.command', 'none'],
    ['the word none', on({ deploy: { migrations: 'none' } }), 'deploy.migrations', 'none'],
    [
      'no copies at all',
      { addons: [{ id: 'db', category: 'database' }], backups: [] },
      'stores > db > backups',
      [],
    ],
    [
      'copies not needed',
      { addons: [{ id: 'db', category: 'database' }], backups: { notNeeded: 'a demo' } },
      'stores > db > backups',
      'not needed: a demo',
    ],
    [
      'copies of something else',
      {
        addons: [
          { id: 'db', category: 'database' },
          { id: 's3', category: 'storage' },
        ],
        backups: [{ id: 'a', of: 's3' }],
      },
      'stores > db > backups',
      '? backups[of=db]',
    ],
    ['nobody to escalate to', { support: { escalation: [] } }, 'support.escalation.api', []],
    ['no log stream', { observability: { logs: [] } }, 'auditEvents', 'none'],
    [
      'an environment nobody declared',
      {},
      'platform',
      '? environments[undeclared].hosting.platform',
    ],
    [
      'no environments, and that is right',
      { environments: { notNeeded: 'a library' } },
      'processes',
      'not needed: a library',
    ],
    ['no environment', { environments: [] }, 'environments', []],
  ])('%s', (_, sections, name, expected) => {
    expect(read(sections, name)).toEqual(expected);
  });

  it('a document that says nothing states nothing', () => {
    const { fields } = factsFor(anInput({}));
    const ofEntity = ['owner', 'ownedRefs', 'upstreams'];
    const names = Object.keys(FACT_TYPES).filter(name => !ofEntity.includes(name));
    expect(names.map(name => [name, fields[name]?.state])).toEqual(
      names.map(name => [name, 'not-stated']),
    );
  });

  it('a group has people and nothing else', () => {
    const { effective, ...rest } = anInput({});
    expect(Object.keys(factsFor(rest).fields)).toEqual([
      'upstreams',
      'owner',
      'ownedRefs',
      'secretFindings',
    ]);
    expect(effective).toBeDefined();
  });
});

describe('what is worked out', () => {
  const addon = (fields: object) => ({ id: 'db', category: 'database' as const, ...fields });
  const process = (fields: object) => on({ processes: [{ name: 'web', ...fields }] });

  it.each<[string, Sections, string, unknown]>([
    // redundancy
    [
      'as stated',
      { addons: [addon({ availability: { redundancy: 'managed', instances: 1 } })] },
      'stores > db > redundancy',
      'managed',
    ],
    [
      'no failover',
      { addons: [addon({ availability: { failover: 'none' } })] },
      'stores > db > redundancy',
      'none',
    ],
    [
      'one instance',
      { addons: [addon({ availability: { instances: 1 } })] },
      'stores > db > redundancy',
      'none',
    ],
    [
      'a replica',
      { addons: [addon({ availability: { replicas: 1 } })] },
      'stores > db > redundancy',
      'replica',
    ],
    [
      'two instances say nothing',
      { addons: [addon({ availability: { instances: 2 } })] },
      'stores > db > redundancy',
      '? addons[db].availability.redundancy',
    ],
    [
      'an index that cannot be rebuilt is a store',
      { addons: [{ id: 'x', category: 'maps', volatile: true }] },
      'stores',
      ['x'],
    ],
    [
      'stores in a circle end',
      { addons: [addon({ storedIn: 'db' })] },
      'stores > db > redundancy',
      '? addons[db].availability.redundancy',
    ],
    // processes
    [
      'a release does not run for long',
      process({ role: 'release' }),
      'processes > web > longRunning',
      false,
    ],
    [
      'without a role nobody knows',
      process({}),
      'processes > web > longRunning',
      '? environments[production].processes[web].role',
    ],
    [
      'the fewest of a range',
      process({ instances: { min: 2, max: 9 } }),
      'processes > web > min',
      2,
    ],
    ['none at night', process({ instances: 0 }), 'processes > web > min', 0],
    [
      'scaled in a range',
      process({ autoscaling: {}, instances: { min: 2, max: 9 } }),
      'processes > web > elastic',
      true,
    ],
    [
      'scaled without room',
      process({ autoscaling: {}, instances: { min: 2, max: 2 } }),
      'processes > web > elastic',
      false,
    ],
    ['not scaled', process({ autoscaling: 'none' }), 'processes > web > elastic', false],
    ['spread by the platform', process({ zones: ['*'] }), 'processes > web > zoneCount', 2],
    ['each zone once', process({ zones: ['a', 'a'] }), 'processes > web > zoneCount', 1],
    // exposure
    [
      'narrower than it should be',
      on({ exposure: { level: 'team', expected: 'public' } }),
      'exposure.withinExpected',
      true,
    ],
    [
      'wider than it should be',
      on({ exposure: { level: 'public', expected: 'team' } }),
      'exposure.withinExpected',
      false,
    ],
    [
      'one end is not known',
      on({ exposure: { level: 'public' } }),
      'exposure.withinExpected',
      '? environments[production].exposure.expected',
    ],
    // deploy
    [
      'maintenance while it deploys',
      on({ maintenance: { duringDeploy: true } }),
      'deploy.strategy',
      'recreate',
    ],
    [
      'what is stated beats that',
      on({ maintenance: { duringDeploy: true }, deploy: { strategy: 'rolling' } }),
      'deploy.strategy',
      'rolling',
    ],
    // monitors
    [
      'interval and report',
      { observability: { monitors: [{ id: 'up', interval: 'PT5M', reportWithin: 'PT1M30S' }] } },
      'monitors > up > latency',
      'PT6M30S',
    ],
    [
      'no report, no sum',
      { observability: { monitors: [{ id: 'up', interval: 'PT5M' }] } },
      'monitors > up > latency',
      '? observability.monitors[up].reportWithin',
    ],
    [
      'a threshold in words',
      {
        observability: {
          monitors: [{ id: 'up', threshold: { value: 2, unit: 'percent', over: 'PT5M' } }],
        },
      },
      'monitors > up > threshold',
      '2 percent within PT5M',
    ],
    [
      'an alert by its monitor',
      { observability: { monitors: [{ id: 'up' }], alerts: [{ id: 'down', monitors: ['up'] }] } },
      'monitors > up > alerts',
      ['down'],
    ],
    [
      'an alert of another one',
      {
        observability: {
          monitors: [{ id: 'up' }, { id: 'x' }],
          alerts: [{ id: 'down', monitors: ['x'] }],
        },
      },
      'monitors > up > alerts',
      [],
    ],
    [
      'an alert of we do not know which',
      { observability: { monitors: [{ id: 'up' }], alerts: [{ id: 'down' }] } },
      'monitors > up > alerts',
      '? observability.alerts[down].monitors',
    ],
    [
      'who can sign in',
      {
        addons: [{ id: 'nr', credentials: ['login'] }],
        credentialLocations: [{ id: 'login', access: ['group:team'] }],
        observability: { monitors: [{ id: 'up', addon: 'nr' }] },
      },
      'monitors > up > loginHolders',
      ['group:team'],
    ],
    [
      'a login nobody describes',
      {
        addons: [{ id: 'nr', credentials: ['login'] }],
        observability: { monitors: [{ id: 'up', addon: 'nr' }] },
      },
      'monitors > up > loginHolders',
      '? credentialLocations[login].access',
    ],
    // domains
    [
      'a monitor of the host',
      {
        domains: [{ id: 'a', host: 'Shop.example' }],
        observability: {
          monitors: [{ id: 'up', kind: 'uptime', target: 'https://shop.example:8443/up?x' }],
        },
      },
      'domains > Shop.example > uptimeMonitors',
      ['up'],
    ],
    [
      'a monitor of a longer name',
      {
        domains: [{ id: 'a', host: 'shop.example' }],
        observability: {
          monitors: [{ id: 'up', kind: 'uptime', target: 'https://www.shop.example' }],
        },
      },
      'domains > shop.example > uptimeMonitors',
      [],
    ],
    [
      'encryption of none',
      { domains: [{ id: 'a', host: 'a.example', tls: 'none' }] },
      'domains > a.example > tls.source',
      'none',
    ],
    // logs
    [
      'what all streams hold',
      {
        observability: {
          logs: [{ id: 'a', fields: ['userId'] }, { id: 'b', fields: ['requestId'] }, { id: 'c' }],
        },
      },
      'logFields',
      ['requestId', 'userId'],
    ],
    [
      'one stream is loud',
      {
        observability: {
          logs: [
            { id: 'a', debug: true },
            { id: 'b', debug: false },
          ],
        },
      },
      'logDebug',
      true,
    ],
    [
      'a stream that is silent about it',
      { observability: { logs: [{ id: 'a', debug: false }, { id: 'b' }] } },
      'logDebug',
      '? observability.logs[b].debug',
    ],
    [
      'a stream to somewhere',
      { observability: { logs: [{ id: 'a' }] } },
      'sinks > a > durable',
      '? observability.logs[a].to',
    ],
    // third parties
    [
      'classes of data',
      { addons: [{ id: 'x', receives: { classes: ['names', 'addresses'] } }] },
      'thirdParties > x > receives',
      'addresses, names',
    ],
    [
      'nothing leaves',
      { addons: [{ id: 'x', receives: 'none' }] },
      'thirdParties > x > receives',
      'none',
    ],
    [
      'ours is no third party',
      { addons: [{ id: 'x', operatedBy: 'organisation' }] },
      'thirdParties',
      [],
    ],
    [
      'a login nobody describes',
      { addons: [{ id: 'x', credentials: ['a', 'b'] }], credentialLocations: [{ id: 'b' }] },
      'danglingCredentials',
      ['a'],
    ],
    // vertical parts
    [
      'on a host of its own',
      process({ scaling: 'vertical', host: 'one' }),
      'verticalParts',
      '? addons',
    ],
    // other environments
    [
      'scanned by its stage',
      { ...on({ stage: 'production' }), security: { vulnScan: { environments: ['production'] } } },
      'security.vulnScan.coversThis',
      true,
    ],
    [
      'tested in staging by name',
      {
        environments: [{ name: 'production' }, { name: 'blue', stage: 'staging' }],
        security: { penTest: { environment: 'Blue' } },
      },
      'security.penTest.stage',
      'staging',
    ],
    [
      'events in order',
      {
        capacity: {
          events: [
            { id: 'b', title: 'later', at: '2027-02-01' },
            { id: 'c', title: 'some day' },
            { id: 'a', title: 'soon', at: '2027-01-01' },
          ],
        },
      },
      'capacity.events',
      ['soon', 'later', 'some day'],
    ],
  ])('%s', (_, sections, name, expected) => {
    const input = { ...on({}), ...sections };
    expect(read(input, name)).toEqual(expected);
  });

  it.each`
    title                     | other                         | shares
    ${'alone on its host'}    | ${{ name: 'b', host: 'two' }} | ${false}
    ${'with another process'} | ${{ name: 'b', host: 'one' }} | ${true}
  `('a vertical part $title', ({ other, shares }) => {
    const sections = {
      ...on({
        processes: [
          { name: 'web', role: 'web', scaling: 'vertical', host: 'one' },
          { role: 'one-off', ...other },
        ],
      }),
      addons: [],
    };
    expect(read(sections, 'verticalParts > web > sharesHost')).toBe(shares);
  });

  it('a platform is what the strictest level says of it', () => {
    const platforms = (status: 'preferred' | 'prohibited') => ({
      platforms: [{ id: 'aws', status }],
    });
    const sections = { ...on({ hosting: { platform: 'aws' } }), ...platforms('preferred') };
    expect(read(sections, 'platformStatus', platforms('prohibited'))).toBe('prohibited');
  });

  it('a platform nobody lists is what * says', () => {
    const sections = on({ hosting: { platform: 'basement' } });
    const domain: Sections = { platforms: [{ id: '*', status: 'prohibited' }] };
    expect(read(sections, 'platformStatus', domain)).toBe('prohibited');
  });

  it('one platform nobody knows makes all platforms unknown', () => {
    const sections: Sections = {
      environments: [{ name: 'production', hosting: { platform: 'aws' } }, { name: 'staging' }],
    };
    expect(read(sections, 'platforms')).toBe('? environments[staging].hosting.platform');
  });
});

describe('whichever comes first in the file', () => {
  const db = { id: 'db', category: 'database' as const };
  it.each<[string, Sections, string, unknown]>([
    [
      'the error tracker is the same',
      {
        addons: [
          { id: 'b', category: 'errors' },
          { id: 'a', category: 'errors' },
        ],
      },
      'errorTracker',
      'a',
    ],
    [
      'an error tracker beats a profiler',
      {
        addons: [
          { id: 'a', category: 'apm' },
          { id: 'b', category: 'errors' },
        ],
      },
      'errorTracker',
      'b',
    ],
    [
      'the way to restore is the same',
      {
        addons: [db],
        backups: [{ id: 'daily', of: 'db' }],
        procedures: [
          { id: 'z', kind: 'restore' },
          { id: 'm', kind: 'restore' },
          { id: 'a', kind: 'deploy' },
        ],
      },
      'stores > db > backups > daily > procedure',
      'm',
    ],
    [
      'alerts to the same people are told apart from others alone',
      {
        observability: {
          alerts: [
            {
              id: 'down',
              targets: [
                { channel: 'sms', to: 'group:team' },
                { channel: 'chat', name: 'Room' },
              ],
            },
          ],
        },
      },
      'alerts > down > targetsKey',
      'chat Room, sms group:default/team',
    ],
  ])('%s', (_, sections, name, expected) => {
    expect(read(sections, name)).toEqual(expected);
    expect(read(reversed(sections), name)).toEqual(expected);
  });

  it('the service is read in the same production', () => {
    const sections: Sections = { environments: [{ name: 'prod-b' }, { name: 'prod-a' }] };
    expect(referenceEnvironment(anEffective(sections))).toBe('prod-a');
    expect(referenceEnvironment(anEffective(reversed(sections)))).toBe('prod-a');
  });
});

describe('the environment that stands for the service', () => {
  it.each<[string, Sections, string | undefined]>([
    ['production', { environments: [{ name: 'ci' }, { name: 'live' }] }, 'live'],
    ['the only one', { environments: [{ name: 'staging' }] }, 'staging'],
    ['none of two others', { environments: [{ name: 'staging' }, { name: 'ci' }] }, undefined],
    ['none where there is none', {}, undefined],
    [
      'not one that is refused',
      { environments: [{ name: 'production', notNeeded: 'gone' }, { name: 'ci' }] },
      'ci',
    ],
  ])('%s', (_, sections, expected) => {
    expect(referenceEnvironment(anEffective(sections))).toBe(expected);
  });

  it('without one, only what no environment changes is known of the service', () => {
    const input = anInput({
      environments: [{ name: 'staging' }, { name: 'ci' }],
      support: { hours: 'office hours' },
      addons: [{ id: 'db', category: 'database' }],
    });
    const facts = serviceFactsFor(input);
    expect(shortFact(facts.fields['support.hours'])).toBe('office hours');
    expect(facts.fields).not.toHaveProperty('stores');
  });
});

describe('people', () => {
  const alert = (to: string | undefined, channel: 'sms' | 'page'): Sections => ({
    ...on({}),
    observability: { alerts: [{ id: 'down', targets: [{ channel, ...(to && { to }) }] }] },
  });

  it.each`
    title                               | to                   | people
    ${'the owner of the entity'}        | ${'role:owner'}      | ${['user:default/ada', 'user:default/ben']}
    ${'whoever maintains it'}           | ${'role:maintainer'} | ${['user:default/ada', 'user:default/ben']}
    ${'a group in short form'}          | ${'group:leads'}     | ${['user:default/ben']}
    ${'a group nobody knows'}           | ${'group:who'}       | ${[]}
    ${'a service without a name on it'} | ${undefined}         | ${'? observability.alerts[down].targets[1].to'}
  `('alerts reach $title', ({ to, people }) => {
    expect(read(alert(to, 'sms'), 'alertPeople')).toEqual(people);
  });

  it('escalation names who is asked, and after how long', () => {
    const sections: Sections = {
      support: { escalation: [{ id: 'a', for: 'api', to: 'group:leads', after: 'PT1H' }] },
    };
    expect(read(sections, 'support.escalation.api > group:leads > to')).toBe('group:default/leads');
    expect(read(sections, 'support.escalation.api > group:leads > after')).toBe('PT1H');
    expect(read(sections, 'support.escalation.application')).toBe(
      '? support.escalation[for=application].to',
    );
  });
});
