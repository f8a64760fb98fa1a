import { itemsOf, type InfraDocument } from '../document';
import { aChainLink, anEnvironment } from '../testUtils';
import { effectiveInfra } from './effectiveInfra';
import { originOf } from './origin';
import { environmentNames, stageOf } from './stage';
import { viewOf, type InfraView } from './viewOf';

type Sections = Partial<Omit<InfraDocument, 'schema'>>;

const PLACES: Sections = {
  environments: [
    { name: 'staging', stage: 'staging' },
    { name: 'production', stage: 'production' },
    { name: 'blue' },
  ],
};

function view(environment: string, component: Sections, domain: Sections = {}): InfraView {
  const chain = [
    aChainLink('domain', domain),
    aChainLink('system', PLACES),
    aChainLink('component', component),
  ];
  return viewOf(effectiveInfra(chain), environment);
}

function environmentIn({ document }: InfraView) {
  return itemsOf(document.environments)[0];
}

describe('the environment', () => {
  it.each`
    asked           | name            | seen
    ${'production'} | ${'production'} | ${['production']}
    ${'PRODUCTION'} | ${'production'} | ${['production']}
    ${'nowhere'}    | ${'nowhere'}    | ${[]}
  `('asked for $asked, sees $seen', ({ asked, name, seen }) => {
    const { document, environment } = view(asked, {});
    expect(environment).toBe(name);
    expect(itemsOf(document.environments).map(place => place.name)).toEqual(seen);
  });

  it.each<[string, NonNullable<InfraDocument['environments']>]>([
    ['none', []],
    ['not needed', { notNeeded: 'a library' }],
  ])('that there are %s stays so', (_, environments) => {
    const effective = effectiveInfra([aChainLink('component', { environments })]);
    expect(viewOf(effective, 'production').document.environments).toEqual(environments);
  });
});

describe('where items hold', () => {
  it.each`
    title                          | scope                                                    | environment     | holds
    ${'nothing said'}              | ${{}}                                                    | ${'staging'}    | ${true}
    ${'its name'}                  | ${{ environments: ['staging'] }}                         | ${'staging'}    | ${true}
    ${'its name in another case'}  | ${{ environments: ['Staging'] }}                         | ${'staging'}    | ${true}
    ${'another name'}              | ${{ environments: ['production'] }}                      | ${'staging'}    | ${false}
    ${'its stage'}                 | ${{ stages: ['production'] }}                            | ${'production'} | ${true}
    ${'another stage'}             | ${{ stages: ['production'] }}                            | ${'staging'}    | ${false}
    ${'both fit'}                  | ${{ environments: ['staging'], stages: ['staging'] }}    | ${'staging'}    | ${true}
    ${'one of both does not fit'}  | ${{ environments: ['staging'], stages: ['production'] }} | ${'staging'}    | ${false}
    ${'a name nobody declared'}    | ${{ environments: ['dev-2'] }}                           | ${'dev-2'}      | ${true}
    ${'a stage the name suggests'} | ${{ stages: ['development'] }}                           | ${'dev-2'}      | ${true}
  `('$title: $environment', ({ scope, environment, holds }) => {
    const { document } = view(environment, {
      jobs: [{ id: 'always' }, { id: 'here', ...scope }],
      requestPath: {
        nodes: [],
        edges: [
          { from: 'a', to: 'b' },
          { from: 'b', to: 'c', ...scope },
        ],
      },
      checklists: [{ id: 'c', items: [{ id: 'x' }, { id: 'y', ...scope }] }],
    });
    const length = holds ? 2 : 1;
    expect(document.jobs).toHaveLength(length);
    expect(document.requestPath).toHaveProperty('edges.length', length);
    expect(itemsOf(document.checklists)[0]?.items).toHaveLength(length);
  });

  it('a list that holds elsewhere only is not stated here, and not "none"', () => {
    const { document } = view('staging', { backups: [{ id: 'a', environments: ['production'] }] });
    expect(document).not.toHaveProperty('backups');
  });

  it('an answer for this environment beats one for all', () => {
    const conformance = [
      { item: 'a', status: 'met' as const },
      { item: 'a', status: 'not-met' as const, environments: ['staging'] },
    ];
    expect(view('staging', { conformance }).document.conformance).toEqual([conformance[1]]);
    expect(view('production', { conformance }).document.conformance).toEqual([conformance[0]]);
  });

  it('the scope of a policy is about its default and modes, not about its windows', () => {
    const window = { id: 'w', kind: 'allow', schedule: { type: 'always' } } as const;
    const domain: Sections = {
      deployPolicy: {
        stages: ['production'],
        openByDefault: false,
        mustFit: 'warn',
        windows: [window],
      },
    };
    expect(view('production', {}, domain).document.deployPolicy).toHaveProperty(
      'openByDefault',
      false,
    );
    expect(view('staging', {}, domain).document.deployPolicy).toEqual({
      stages: ['production'],
      windows: [window],
    });
  });
});

describe('filling in', () => {
  const hosting = { platform: 'heroku', plan: 'hobby' };

  it.each<[string, string, Sections, Sections, unknown, string | undefined]>([
    [
      'a field left out',
      'staging',
      { defaults: { environments: [{ id: 'd', hosting }] } },
      {},
      hosting,
      'component',
    ],
    [
      'only what is left out',
      'staging',
      {
        environments: [{ name: 'staging', hosting: { plan: 'pro' } }],
        defaults: { environments: [{ id: 'd', hosting }] },
      },
      {},
      { platform: 'heroku', plan: 'pro' },
      'component',
    ],
    [
      'the nearest document first',
      'staging',
      { defaults: { environments: [{ id: 'd', hosting: { plan: 'mini' } }] } },
      { defaults: { environments: [{ id: 'd', hosting }] } },
      { plan: 'mini', platform: 'heroku' },
      'component',
    ],
    [
      'entries in order',
      'staging',
      {
        defaults: {
          environments: [
            { id: 'a', hosting: { plan: 'one' } },
            { id: 'b', hosting: { plan: 'two' } },
          ],
        },
      },
      {},
      { plan: 'one' },
      'component',
    ],
    [
      'when the stage fits',
      'staging',
      { defaults: { environments: [{ id: 'd', when: { stages: ['staging'] }, hosting }] } },
      {},
      hosting,
      'component',
    ],
    [
      'not when it does not',
      'production',
      { defaults: { environments: [{ id: 'd', when: { stages: ['staging'] }, hosting }] } },
      {},
      undefined,
      undefined,
    ],
    [
      'not when one of two conditions fails',
      'staging',
      {
        defaults: {
          environments: [{ id: 'd', when: { stages: ['staging'], platforms: ['aws'] }, hosting }],
        },
      },
      {},
      undefined,
      undefined,
    ],
    [
      'a platform that a later entry fills is known to an earlier one',
      'staging',
      {
        defaults: {
          environments: [{ id: 'd', when: { platforms: ['heroku'] }, hosting: { plan: 'mini' } }],
        },
      },
      { defaults: { environments: [{ id: 'd', hosting }] } },
      { plan: 'mini', platform: 'heroku' },
      'component',
    ],
    [
      'nothing about another platform',
      'staging',
      {
        environments: [{ name: 'staging', hosting: { platform: 'aws' } }],
        defaults: { environments: [{ id: 'd', hosting }] },
      },
      {},
      { platform: 'aws' },
      'component',
    ],
    [
      'from the standard',
      'staging',
      {},
      { defaults: { environments: [{ id: 'd', hosting }] } },
      hosting,
      'domain',
    ],
  ])('%s', (_, environment, component, domain, expected, level) => {
    const seen = view(environment, component, domain);
    expect(environmentIn(seen)?.hosting).toEqual(expected);
    const origin = originOf(seen, `environments[${environment}].hosting`);
    expect(expected === undefined ? undefined : origin?.level).toBe(level);
  });

  it('says where the filled value is written', () => {
    const seen = view(
      'staging',
      {},
      {
        verified: { method: 'human', at: '2026-05-04' },
        defaults: { environments: [{ id: 'os', hosting: { os: 'Ubuntu' } }] },
      },
    );
    expect(originOf(seen, 'environments[staging].hosting.os')).toEqual({
      level: 'domain',
      entityRef: 'domain:default/standard',
      path: 'defaults.environments[os].hosting.os',
      verified: { method: 'human', at: '2026-05-04' },
    });
  });

  it('gives processes to an environment that states none, and nothing to one that does', () => {
    const processes = [{ name: 'web', role: 'web' as const }];
    const defaults = {
      environments: [{ id: 'd', processes }],
      processes: [{ id: 'p', when: { roles: ['web'] }, server: 'gunicorn' }],
    };
    const filled = view('staging', { defaults });
    expect(environmentIn(filled)?.processes).toEqual([{ ...processes[0], server: 'gunicorn' }]);
    expect(originOf(filled, 'environments[staging].processes[web].role')?.path).toBe(
      'defaults.environments[d].processes[web].role',
    );
    expect(originOf(filled, 'environments[staging].processes[web].server')?.path).toBe(
      'defaults.processes[p].server',
    );

    const stated = view('staging', {
      defaults,
      environments: [{ name: 'staging', processes: [] }],
    });
    expect(environmentIn(stated)?.processes).toEqual([]);
  });

  it.each<[string, Sections, string, object | undefined]>([
    [
      'by category',
      { defaults: { addons: [{ id: 'd', when: { categories: ['database'] }, plan: 'mini' }] } },
      'addons',
      [
        { id: 'db', category: 'database', plan: 'mini' },
        { id: 'apm', category: 'apm' },
      ],
    ],
    [
      'a backup by the category of its add-on',
      {
        defaults: { backups: [{ id: 'd', when: { categories: ['database'] }, retention: 'P28D' }] },
      },
      'backups',
      [
        { id: 'b', of: 'db', retention: 'P28D' },
        { id: 'c', of: 'apm' },
      ],
    ],
    [
      'no item by itself',
      { defaults: { domains: [{ id: 'd', public: true }] } },
      'domains',
      undefined,
    ],
  ])('lists: %s', (_, sections, section, expected) => {
    const { document } = view('staging', {
      addons: [
        { id: 'db', category: 'database' },
        { id: 'apm', category: 'apm' },
      ],
      backups: [
        { id: 'b', of: 'db' },
        { id: 'c', of: 'apm' },
      ],
      ...sections,
    });
    expect({ [section]: document[section as keyof InfraDocument] }).toMatchObject({
      [section]: expected,
    });
  });

  it('leaves alone what is not needed, and never takes over when or scope of an entry', () => {
    const { document } = view('staging', {
      addons: [{ id: 'a', notNeeded: 'static' }, { id: 'b' }],
      defaults: {
        addons: [{ id: 'd', stages: ['production'], plan: 'mini', when: { stages: ['staging'] } }],
      },
    });
    expect(document.addons).toEqual([
      { id: 'a', notNeeded: 'static' },
      { id: 'b', plan: 'mini' },
    ]);
  });
});

describe('what a platform provides', () => {
  const provides = { domains: [{ id: 'https', tls: { redirectHttp: true } }] };
  const domain: Sections = {
    platforms: [
      { id: 'cloud.gov', provides },
      { id: '*', provides: { domains: [{ id: 'none', public: false }] } },
    ],
  };
  const on = (platform: string): Sections => ({
    environments: [{ name: 'production', hosting: { platform } }],
    domains: [{ id: 'site' }],
  });

  it('comes to those on it, with the platform as origin', () => {
    const seen = view('production', on('cloud.gov'), domain);
    expect(seen.document.domains).toEqual([{ id: 'site', tls: { redirectHttp: true } }]);
    expect(originOf(seen, 'domains[site].tls.redirectHttp')).toEqual({
      level: 'platform',
      entityRef: 'domain:default/standard',
      path: 'platforms[cloud.gov].provides.domains[https].tls.redirectHttp',
    });
  });

  it('ends when they move, and * speaks for whatever nobody lists', () => {
    expect(view('production', on('aws'), domain).document.domains).toEqual([
      { id: 'site', public: false },
    ]);
  });

  it('comes after every default', () => {
    const seen = view(
      'production',
      { ...on('cloud.gov'), defaults: { domains: [{ id: 'd', tls: { redirectHttp: false } }] } },
      domain,
    );
    expect(seen.document.domains).toEqual([{ id: 'site', tls: { redirectHttp: false } }]);
  });

  it('comes from every level that speaks of it, nearest first', () => {
    const seen = view(
      'production',
      {
        ...on('cloud.gov'),
        platforms: [
          {
            id: 'cloud.gov',
            provides: { domains: [{ id: 'own', public: true, tls: { hsts: true } }] },
          },
        ],
      },
      domain,
    );
    expect(seen.document.domains).toEqual([
      { id: 'site', public: true, tls: { hsts: true, redirectHttp: true } },
    ]);
    expect(originOf(seen, 'domains[site].tls.redirectHttp')?.path).toMatch(
      /^platforms\[cloud\.gov@standard\]|^platforms\[cloud\.gov\]/,
    );
  });
});

describe('what is built in', () => {
  it.each`
    addon                                               | volatile     | operatedBy
    ${{ id: 'a', category: 'database' }}                | ${true}      | ${'third-party'}
    ${{ id: 'a', category: 'storage' }}                 | ${true}      | ${'third-party'}
    ${{ id: 'a', category: 'queue' }}                   | ${true}      | ${'third-party'}
    ${{ id: 'a', category: 'queue', storedIn: 'db' }}   | ${true}      | ${'third-party'}
    ${{ id: 'a', category: 'queue', storedIn: 'mc' }}   | ${false}     | ${'third-party'}
    ${{ id: 'a', category: 'queue', storedIn: 'xx' }}   | ${true}      | ${'third-party'}
    ${{ id: 'a', category: 'search' }}                  | ${false}     | ${'third-party'}
    ${{ id: 'a', category: 'cache', volatile: true }}   | ${true}      | ${'third-party'}
    ${{ id: 'a', category: 'web-server' }}              | ${false}     | ${'self'}
    ${{ id: 'a', category: 'scheduler' }}               | ${false}     | ${'self'}
    ${{ id: 'a', category: 'scheduler', product: 'x' }} | ${false}     | ${'third-party'}
    ${{ id: 'a' }}                                      | ${undefined} | ${undefined}
    ${{ id: 'a', notNeeded: 'static' }}                 | ${undefined} | ${undefined}
  `('$addon', ({ addon, volatile, operatedBy }) => {
    const seen = view('production', {
      addons: [addon, { id: 'db', category: 'database' }, { id: 'mc', category: 'cache' }],
    });
    const [filled] = itemsOf(seen.document.addons);
    expect([filled?.volatile, filled?.operatedBy]).toEqual([volatile, operatedBy]);
  });

  it('is known as such, unless somebody states it', () => {
    const seen = view('production', { addons: [{ id: 'a', category: 'cache', volatile: true }] });
    expect(originOf(seen, 'addons[a].operatedBy')).toEqual({
      level: 'built-in',
      path: 'addons[].operatedBy',
    });
    expect(originOf(seen, 'addons[a].volatile')?.level).toBe('component');
  });

  it('queues that name each other as their store come to an end', () => {
    const { document } = view('production', {
      addons: [
        { id: 'a', category: 'queue', storedIn: 'b' },
        { id: 'b', category: 'queue', storedIn: 'a' },
      ],
    });
    expect(itemsOf(document.addons).map(({ volatile }) => volatile)).toEqual([true, true]);
  });
});

describe('stages', () => {
  it.each`
    name                | stage
    ${'production'}     | ${'production'}
    ${'prod'}           | ${'production'}
    ${'PROD-eu2'}       | ${'production'}
    ${'prodEu'}         | ${'production'}
    ${'live'}           | ${'production'}
    ${'nonprod'}        | ${'other'}
    ${'non-production'} | ${'other'}
    ${'pre-prod'}       | ${'preproduction'}
    ${'preproduction'}  | ${'preproduction'}
    ${'staging2'}       | ${'staging'}
    ${'stg'}            | ${'staging'}
    ${'web-staging'}    | ${'staging'}
    ${'QA'}             | ${'test'}
    ${'uat'}            | ${'test'}
    ${'dev'}            | ${'development'}
    ${'pr-123'}         | ${'review'}
    ${'ci'}             | ${'ci'}
    ${'localhost'}      | ${'local'}
    ${'sandbox'}        | ${'sandbox'}
    ${'blue'}           | ${'other'}
    ${'product-tour'}   | ${'other'}
    ${'delivery'}       | ${'other'}
  `('$name suggests $stage', ({ name, stage }) => {
    expect(stageOf({ name })).toEqual({ stage, guessed: true });
  });

  it('a stated stage is no guess', () => {
    expect(stageOf({ name: 'blue', stage: 'production' })).toEqual({
      stage: 'production',
      guessed: false,
    });
  });

  it('environments: production first, then by stage, then as declared; refused ones are left out', () => {
    const environments = ['ci', 'blue', 'staging-b', 'production', 'staging-a', 'qa'].map(name =>
      anEnvironmentNamed(name),
    );
    const effective = effectiveInfra([
      aChainLink('system', {
        environments: [...environments, { name: 'old', notNeeded: 'switched off' }],
      }),
    ]);
    expect(environmentNames(effective)).toEqual([
      'production',
      'staging-b',
      'staging-a',
      'qa',
      'ci',
      'blue',
    ]);
  });
});

function anEnvironmentNamed(name: string) {
  const { stage: _, ...rest } = anEnvironment({ name });
  return rest;
}
