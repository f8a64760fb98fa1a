import { effectiveInfra } from '../effective';
import { countsAsDrift, type DriftNote, type ObservedItem, type ObservedPart } from '../observed';
import { aChainLink } from '../testUtils';
import { driftOf } from './driftOf';
import {
  aSubject,
  anInput,
  anItem,
  DAY,
  HEROKU,
  HOUR,
  NOW,
  SHOP,
  TERRAFORM,
  type Sections,
} from './__testUtils__/aProject';

const PRODUCTION = 'environments[production]';
const DB = anItem('addons', 'postgresql-curved-1', {
  product: 'heroku-postgresql',
  plan: 'heroku-postgresql:hobby-basic',
});
const items = (...seen: ObservedItem[]): Partial<ObservedPart> => ({ items: seen });

function shown(part: Partial<ObservedPart>, sections: Sections = SHOP) {
  return driftOf(anInput(sections, [aSubject(part)]), NOW).map(
    ({ path, status, title, words }) => [path, status, title, words] as const,
  );
}

describe('one fact, declared against observed', () => {
  it.each<[string, Partial<ObservedPart>, readonly (readonly string[])[]]>([
    [
      'the same',
      { fields: { 'hosting.region': 'US' } },
      [[`${PRODUCTION}.hosting.region`, 'same', 'Environment production, region', 'as declared']],
    ],
    [
      'another',
      { fields: { 'hosting.region': 'eu' } },
      [
        [
          `${PRODUCTION}.hosting.region`,
          'different',
          'Environment production, region',
          'declared us, observed eu',
        ],
      ],
    ],
    [
      'seen only',
      { fields: { 'hosting.stack': 'heroku-24' } },
      [
        [
          `${PRODUCTION}.hosting.stack`,
          'only-observed',
          'Environment production, stack',
          'seen, not stated',
        ],
      ],
    ],
    [
      'would have been seen',
      { sees: ['hosting.region', 'hosting.stack'] },
      [
        [
          `${PRODUCTION}.hosting.region`,
          'only-declared',
          'Environment production, region',
          'declared, not found',
        ],
      ],
    ],
    ['never compared', { fields: { 'observed.maintenance': true } }, []],
    [
      'a process by its number',
      items(anItem('processes', 'web.1', { instances: 3, size: 'standard-1x' })),
      [
        [
          `${PRODUCTION}.processes[web].instances`,
          'different',
          'Process web of production, instances',
          'declared 1, observed 3',
        ],
        [
          `${PRODUCTION}.processes[web].size`,
          'same',
          'Process web of production, size',
          'as declared',
        ],
      ],
    ],
    [
      'a process nobody declared',
      items(anItem('processes', 'clock', { instances: 1 })),
      [
        [
          `${PRODUCTION}.processes[clock]`,
          'only-observed',
          'Process clock of production',
          'found, not declared',
        ],
      ],
    ],
    [
      'a kind of process without an instance',
      items(anItem('processes', 'old', { instances: 0 })),
      [],
    ],
    [
      'an add-on with product and plan in one word',
      items(DB),
      [
        ['addons[db].plan', 'same', 'Add-on Heroku PostgreSQL, plan', 'as declared'],
        ['addons[db].product', 'same', 'Add-on Heroku PostgreSQL, product', 'as declared'],
      ],
    ],
    [
      'an add-on of the platform is missed, one of no platform is not',
      { items: [], complete: ['addons'] },
      [['addons[db]', 'only-declared', 'Add-on Heroku PostgreSQL', 'declared, not found']],
    ],
    [
      'a backup is known by its add-on',
      items(
        DB,
        anItem('backups', 'schedule', {
          of: 'postgresql-curved-1',
          method: 'logical',
          retention: 'P28D',
          frequency: 'P7D',
        }),
      ),
      [
        ['addons[db].plan', 'same', 'Add-on Heroku PostgreSQL, plan', 'as declared'],
        ['addons[db].product', 'same', 'Add-on Heroku PostgreSQL, product', 'as declared'],
        [
          'backups[daily].frequency',
          'different',
          'Backup Daily, how often',
          'declared every day, observed every 7 days',
        ],
        ['backups[daily].method', 'same', 'Backup Daily, method', 'as declared'],
        ['backups[daily].retention', 'same', 'Backup Daily, kept for', 'as declared'],
      ],
    ],
    [
      'a backup that is not made',
      { items: [DB], complete: ['backups'] },
      [
        ['addons[db].plan', 'same', 'Add-on Heroku PostgreSQL, plan', 'as declared'],
        ['addons[db].product', 'same', 'Add-on Heroku PostgreSQL, product', 'as declared'],
        ['backups[daily]', 'only-declared', 'Backup Daily', 'declared, not found'],
      ],
    ],
    [
      'a domain in capitals, with a dot',
      items(anItem('domains', 'WWW.shop.example.org.', { 'tls.source': 'acm' })),
      [
        [
          'domains[www].tls.source',
          'only-observed',
          'Domain name www.shop.example.org, TLS: source',
          'seen, not stated',
        ],
      ],
    ],
    [
      'the address every app has by its platform',
      items(anItem('domains', 'shop.herokuapp.com', { kind: 'provider-default' })),
      [
        [
          'domains[shop.herokuapp.com]',
          'only-observed',
          'Domain name shop.herokuapp.com',
          'seen, not stated',
        ],
      ],
    ],
    ['a suggestion', items(anItem('domains', 'x.example.org', {}, { suggestion: true })), []],
  ])('%s', (_, part, expected) => {
    expect(shown(part)).toEqual(expected);
  });

  it.each<[string, Sections, Partial<ObservedPart>, string | undefined]>([
    [
      'a refused section',
      { domains: { notNeeded: 'a demo' } },
      items(anItem('domains', 'a.b')),
      'not needed: a demo',
    ],
    ['an empty section', { domains: [] }, items(anItem('domains', 'a.b')), 'none'],
    ['nothing said', {}, items(anItem('domains', 'a.b')), undefined],
  ])('%s and something seen', (_, sections, part, declared) => {
    const { environments = [] } = SHOP;
    const [finding] = driftOf(anInput({ environments, ...sections }, [aSubject(part)]), NOW);
    expect([finding?.status, finding?.declared]).toEqual(['only-observed', declared]);
  });

  it.each<[string, Sections['environments'], string, string]>([
    ['a stage as the name suggests', [{ name: 'production' }], 'production', 'same'],
    ['a stage the name does not suggest', [{ name: 'blue' }], 'production', 'only-observed'],
    ['another stage', [{ name: 'blue', stage: 'staging' }], 'production', 'different'],
  ])('%s', (_, environments, stage, status) => {
    const [name] = (environments as readonly { name: string }[]).map(each => each.name);
    const subject = aSubject(
      { fields: { stage } },
      { entityRef: 'system:default/shop', environment: name ?? '' },
    );
    expect(driftOf(anInput({ environments }, [subject]), NOW)).toMatchObject([{ status }]);
  });
});

describe('trust in a source', () => {
  const region = (value: string, source = 'heroku', at = NOW - HOUR) =>
    aSubject({ fields: { 'hosting.region': value }, at }, { source });

  it.each`
    title                               | sources                                                              | at               | status      | words
    ${'a run that failed'}              | ${[{ ...HEROKU, failed: 'the token ended' }]}                        | ${NOW - HOUR}    | ${'failed'} | ${'could not look: the token ended'}
    ${'a subject that failed'}          | ${[{ ...HEROKU, failedSubjects: { shop: 'there is no such app' } }]} | ${NOW - HOUR}    | ${'failed'} | ${'could not look: there is no such app'}
    ${'long ago'}                       | ${[HEROKU]}                                                          | ${NOW - 9 * DAY} | ${'stale'}  | ${'last seen 9 days ago'}
    ${'a date nobody can read'}         | ${[HEROKU]}                                                          | ${NaN}           | ${'stale'}  | ${'last seen at an unknown time'}
    ${'the last moment that is enough'} | ${[HEROKU]}                                                          | ${NOW - DAY}     | ${'same'}   | ${'as declared'}
  `('$title', ({ sources, at, status, words }) => {
    const [finding] = driftOf(anInput(SHOP, [region('us', 'heroku', at)], { sources }), NOW);
    expect(finding).toMatchObject({ status, words });
  });

  it('says that it never could look at an app', () => {
    const sources = [{ ...HEROKU, failed: 'the token ended' }];
    expect(driftOf(anInput(SHOP, [], { sources }), NOW)).toMatchObject([
      { path: PRODUCTION, status: 'failed', words: 'could not look: the token ended' },
    ]);
  });

  it.each`
    title                   | heroku  | terraform | statuses                 | judgedBy    | counts
    ${'the first agrees'}   | ${'us'} | ${'eu'}   | ${['same', 'different']} | ${'heroku'} | ${0}
    ${'the first does not'} | ${'eu'} | ${'us'}   | ${['different', 'same']} | ${'heroku'} | ${1}
  `(
    'of two sources, the first configured counts: $title',
    ({ heroku, terraform, statuses, judgedBy, counts }) => {
      const subjects = [region(terraform, 'terraform'), region(heroku)];
      const findings = driftOf(anInput(SHOP, subjects), NOW);
      expect(findings.map(({ status }) => status)).toEqual(statuses);
      expect(findings.map(finding => finding.judgedBy)).toEqual([undefined, judgedBy]);
      expect(findings.filter(finding => countsAsDrift(finding, NOW))).toHaveLength(counts);
    },
  );

  it('believes the second source when the first could not look', () => {
    const sources = [{ ...HEROKU, failed: 'no answer' }, TERRAFORM];
    const findings = driftOf(
      anInput(SHOP, [region('us'), region('eu', 'terraform')], { sources }),
      NOW,
    );
    expect(findings.map(({ status, judgedBy }) => [status, judgedBy])).toEqual([
      ['failed', undefined],
      ['different', undefined],
    ]);
  });
});

describe('an environment no document names', () => {
  const subjects = [
    aSubject({}, { group: 'pipeline', environment: 'production' }),
    aSubject(
      { items: [anItem('processes', 'web', { instances: 1, size: 'basic' })] },
      { subject: 'shop-demo', group: 'pipeline', environment: 'review' },
    ),
  ];

  it('comes first, once, with the lines that declare it', () => {
    const [first, ...others] = driftOf(anInput(SHOP, subjects), NOW);
    expect(first).toMatchObject({
      path: 'environments[review]',
      environment: 'review',
      status: 'only-observed',
      undeclaredEnvironment: true,
      title: 'Environment review',
      words: 'found, not declared',
      observed: 'shop-demo, runs web (1, basic)',
      patch: {
        entityRef: 'system:default/shop',
        at: 'environments, review',
        yaml: [
          'environments:',
          '  - name: review',
          '    hosting:',
          '      platform: heroku',
          '      app: shop-demo',
          '    processes:',
          '      - name: web',
          '        instances: 1',
          '        size: basic',
          '',
        ].join('\n'),
      },
    });
    expect(others).toEqual([]);
  });

  it('is shown at the System only', () => {
    expect(driftOf(anInput(SHOP, subjects, { only: 'declared-items' }), NOW)).toEqual([]);
  });

  it('is nothing where a source only suggests', () => {
    const jobs = aSubject(
      { items: [anItem('jobs', 'nightly', {}, { suggestion: true })] },
      { subject: 'file#scheduled', entityRef: 'system:default/shop', environment: 'qa' },
    );
    expect(driftOf(anInput(SHOP, [jobs]), NOW)).toEqual([]);
  });
});

describe('what to write', () => {
  const plan = anItem('addons', 'postgresql-1', {
    product: 'heroku-postgresql',
    plan: 'standard-0',
  });
  const standard = aChainLink('domain', {
    defaults: { environments: [{ id: 'all', hosting: { region: 'us', platform: 'heroku' } }] },
    addons: [{ id: 'db', selection: 'always', product: 'heroku-postgresql', plan: 'mini' }],
  });
  const shop = aChainLink('system', {
    environments: [{ name: 'production', hosting: { app: 'shop' } }],
  });
  const input = (part: Partial<ObservedPart>) =>
    anInput(SHOP, [aSubject(part)], { effective: effectiveInfra([standard, shop]) });

  it.each<[string, Partial<ObservedPart>, string, string]>([
    [
      'a default of the standard is said otherwise in the project',
      { fields: { 'hosting.region': 'eu' } },
      'environments, production (said today by defaults.environments[all].hosting.region of domain:default/standard, which others share)',
      'environments:\n  - name: production\n    hosting:\n      region: eu\n',
    ],
    [
      'so is an add-on of the standard',
      items(plan),
      'addons, db (said today by addons[db].plan of domain:default/standard, which others share)',
      'addons:\n  - id: db\n    plan: standard-0\n',
    ],
  ])('%s', (_, part, at, yaml) => {
    const patches = driftOf(input(part), NOW).flatMap(({ patch }) => patch ?? []);
    expect(patches).toEqual([{ entityRef: 'system:default/shop', at, yaml }]);
  });

  it('says which other environments an item holds in', () => {
    const { environments = [] } = SHOP;
    const sections = {
      ...SHOP,
      environments: [...(environments as readonly { name: string }[]), { name: 'staging' }],
    };
    const [finding] = driftOf(anInput(sections, [aSubject(items(plan))]), NOW);
    expect(finding?.patch?.at).toBe('addons, db; holds in staging too');
  });

  it('offers nothing the model has no word for', () => {
    const [finding] = driftOf(
      anInput(SHOP, [aSubject({ fields: { 'deploy.trigger': 'moon' } })]),
      NOW,
    );
    expect([finding?.status, finding?.patch]).toEqual(['only-observed', undefined]);
  });
});

describe('a note', () => {
  const note = (fields: Partial<DriftNote>): DriftNote => ({
    id: 'n',
    entityRef: 'system:default/shop',
    path: `${PRODUCTION}.hosting.region`,
    kind: 'accepted',
    reason: 'we move in March',
    by: 'user:default/ada',
    at: NOW - DAY,
    until: NOW + DAY,
    ...fields,
  });
  it.each<[string, readonly DriftNote[], string | undefined, boolean]>([
    ['about it', [note({})], 'n', false],
    ['about its environment', [note({ environment: 'Production' })], 'n', false],
    ['about another environment', [note({ environment: 'staging' })], undefined, true],
    ['about another path', [note({ path: 'addons[db]' })], undefined, true],
    ['that ended', [note({ until: NOW })], 'n', true],
    [
      'in force, beside one that ended later',
      [note({ id: 'past', until: NOW - 1 }), note({})],
      'n',
      false,
    ],
  ])('%s', (_, notes, id, counts) => {
    const subject = aSubject({ fields: { 'hosting.region': 'eu' } });
    const [finding] = driftOf(anInput(SHOP, [subject], { notes }), NOW);
    expect([finding?.note?.id, finding && countsAsDrift(finding, NOW)]).toEqual([id, counts]);
  });
});

it('is not missed in the app of one Component what another Component declares', () => {
  const effective = {
    ...anInput(SHOP, []).effective,
    origins: {
      environments: {
        level: 'component',
        entityRef: 'component:default/web',
        path: 'environments',
      },
      addons: { level: 'component', entityRef: 'component:default/jobs', path: 'addons' },
    } as const,
  };
  const subject = aSubject({ complete: ['addons'] });
  expect(driftOf(anInput(SHOP, [subject], { effective }), NOW)).toEqual([]);
});
