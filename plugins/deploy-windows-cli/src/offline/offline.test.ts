import {
  decisionAnswerSchema,
  explainAnswerSchema,
  nextAnswerSchema,
  windowsAnswerSchema,
} from 'backstage-plugin-deploy-windows-common';
import {
  buildZoneTables,
  compile,
  DAY,
  decide,
  defaultPolicy,
  HOUR,
  nextOpenings,
  type DecisionInput,
  type EffectivePolicy,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { exampleFiles } from '../__testUtils__/exampleCatalog';
import { ran } from '../__testUtils__/testWorld';

const noipm = exampleFiles('noipm');
const fileCount = [...noipm.values()].filter(text =>
  text.includes('apiVersion: backstage.io/'),
).length;
const OFFLINE = [
  '--entity',
  'system:default/noipm',
  '--environment',
  'production',
  '--offline',
  'catalog',
];
const offline = async (args: readonly string[], files = noipm, now?: number) =>
  ran(args, {
    files,
    env: { DEPLOY_WINDOWS_URL: '', DEPLOY_WINDOWS_TOKEN: '' },
    ...(now !== undefined && { now }),
  });

describe('NOIPM: agreed on Tuesdays 09:00 to 10:00 in Chicago, told a day before otherwise', () => {
  it.each([
    ['before it opens', '2026-12-01T14:59:59Z', 1],
    ['when it opens', '2026-12-01T15:00:00Z', 0],
    ['before it closes', '2026-12-01T15:59:59Z', 0],
    ['when it closes', '2026-12-01T16:00:00Z', 1],
    ['an hour earlier in UTC while clocks are on summer time', '2026-07-07T14:00:00Z', 0],
    ['on another day', '2026-12-02T15:30:00Z', 1],
  ])('%s', async (_, at, expected) => {
    expect((await offline(['can-deploy', ...OFFLINE, '--at', at])).code).toBe(expected);
  });

  it('says when, why, and what is not known here', async () => {
    const { out, err } = await offline(['can-deploy', ...OFFLINE]);
    expect(out[0]).toBe(
      'Not now: IPM staff must be told 24 hours before. Tell them now and you may start Wed 25 Nov, 11:00. Free without notice: Tue 1 Dec, 09:00 (America/Chicago).',
    );
    expect(err).toEqual([
      `Answered from ${fileCount} catalog files below catalog, without a server, with the zone data of this Node.js (test).`,
      'Not known here: locks, notices, overrides, exemptions, ad-hoc windows and freezes, calendars, holidays, past deploys, readiness.',
    ]);
  });

  it('holds for its component too, and not for other environments', async () => {
    const component = [
      '--entity',
      'component:noipm-complaint-manager',
      '--offline',
      'catalog',
      '--environment',
    ];
    expect((await offline(['can-deploy', ...component, 'production'])).code).toBe(1);
    expect((await offline(['can-deploy', ...component, 'Staging'])).code).toBe(0);
  });

  it('lists the next openings', async () => {
    const { code, out } = await offline(['next', ...OFFLINE, '--count', '2', '--zone', 'UTC']);
    expect([code, out]).toEqual([
      0,
      [
        'Next openings of system:default/noipm#production by windows and notices (UTC):',
        'Tue 1 Dec, 15:00–16:00: Agreed with IPM (from 2026-12-01T15:00:00Z).',
        'Tue 8 Dec, 15:00–16:00: Agreed with IPM (from 2026-12-08T15:00:00Z).',
      ],
    ]);
  });

  it('has none within a day', async () => {
    const { code, out } = await offline(['next', ...OFFLINE, '--within', 'P1D']);
    expect([code, out]).toEqual([
      1,
      ['No opening of system:default/noipm#production is known before 2026-11-25T17:00:00Z.'],
    ]);
  });

  it('lists windows with their level, and that the source is not as exact', async () => {
    const { out } = await offline(['windows', ...OFFLINE]);
    expect(out[1]).toBe(
      'Agreed time "Agreed with IPM": Every Tuesday 09:00–10:00 (America/Chicago), from system:default/noipm#production. Next: Tue 1 Dec, 09:00–10:00. Assumed: its source does not say this in so many words.',
    );
    expect(out).toContain('Otherwise open, as system:default/noipm#production says.');
    expect(out).toContain('IPM staff must be told 24 hours before, by group:default/ipm-contacts.');
  });

  it('explains every window', async () => {
    const { code, out } = await offline(['explain', ...OFFLINE]);
    expect(code).toBe(0);
    expect(out.join('\n')).toContain(
      '1. Agreed with IPM: no agreed time now, next Tue 1 Dec, 09:00 (notice system:default/noipm#production/ipm-tuesdays, part of notice:system:default/noipm/ipm).',
    );
  });
});

describe('answers with --json have the shape of the API', () => {
  it.each([
    ['can-deploy', decisionAnswerSchema],
    ['explain', explainAnswerSchema],
    ['next', nextAnswerSchema],
    ['windows', windowsAnswerSchema],
  ] as const)('%s', async (name, schema) => {
    const { out } = await offline([name, ...OFFLINE, '--json']);
    expect(schema.safeParse(JSON.parse(out[0] ?? '')).error).toBeUndefined();
  });

  it('the procedure comes along', async () => {
    const { out } = await offline(['can-deploy', ...OFFLINE, '--json']);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      impact: 'brief',
      procedure: { id: 'deploy', steps: { length: 4 } },
    });
  });
});

describe('the answers are those of the core', () => {
  const START = Date.parse('2026-10-20T00:00:00Z');
  const input = noipmByHand();
  // Through both weeks in which clocks change in Chicago or are about to, at uneven hours.
  const instants = Array.from(
    { length: 60 },
    (_, index) => START + index * 7 * HOUR + index * 60_000,
  );

  it.each(instants.map(at => new Date(at).toISOString()))('at %s', async at => {
    const { out } = await offline(['can-deploy', ...OFFLINE, '--at', at, '--json']);
    const answer = decisionAnswerSchema.parse(JSON.parse(out[0] ?? ''));
    const decision = decide(input, Date.parse(at));
    expect(answer.outcome).toBe(decision.outcome);
    expect(
      [answer.nextOpen?.at, answer.nextClose?.at, answer.nextIfNotifiedNow?.at, answer.retryAt].map(
        milliseconds,
      ),
    ).toEqual([
      decision.nextOpen?.at,
      decision.nextClose?.at,
      decision.nextIfNotifiedNow?.at,
      decision.retryAt,
    ]);
  });

  it('also the next fifty openings', async () => {
    const { out } = await offline([
      'next',
      ...OFFLINE,
      '--count',
      '50',
      '--at',
      new Date(START).toISOString(),
      '--json',
    ]);
    const { openings } = nextAnswerSchema.parse(JSON.parse(out[0] ?? ''));
    expect(openings.map(({ at }) => Date.parse(at))).toEqual(
      nextOpenings(input, START, { count: 50 }).map(({ at }) => at),
    );
    expect(openings).toHaveLength(50);
  });

  function noipmByHand(): DecisionInput {
    const target = {
      key: 'system:default/noipm#production',
      entityRef: 'system:default/noipm',
      environment: 'production',
      stage: 'production',
      entity: {},
    };
    const defaults = defaultPolicy('production');
    const ipm = 'system:default/noipm/ipm';
    const policy: EffectivePolicy = {
      ...defaults,
      target,
      levels: [],
      windows: [
        {
          key: `${target.key}/ipm-tuesdays`,
          kind: 'notice',
          title: 'Agreed',
          level: target.key,
          origin: 'catalog',
          audience: ipm,
          schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' },
          timeZone: 'America/Chicago',
        },
      ],
      audiences: [
        {
          key: ipm,
          id: 'ipm',
          title: 'IPM',
          lead: 'PT24H',
          contacts: [],
          require: 'any',
          timeZone: 'America/Chicago',
        },
      ],
      openByDefault: { open: true, level: target.key },
      readiness: [],
      limits: {},
      lock: { key: target.key, policy: 'reject', ttl: HOUR },
      problems: [],
    };
    const range = { start: START - 40 * DAY, end: START + 500 * DAY };
    return {
      request: { target: target.key, changeType: 'deploy', principal: 'test' },
      policy: compile(policy, {
        range,
        zones: buildZoneTables(['America/Chicago'], range),
        holidays: {},
        feeds: {},
      }),
      exemptions: [],
      overrides: [],
      notices: [],
      locks: [],
      waiting: [],
      recentDeployments: [],
      problems: [],
      stamp: { tzdata: 'test', inputsHash: 'test', declaredAsOf: START, horizon: 400 * DAY },
    };
  }

  function milliseconds(text: string | undefined): number | undefined {
    return text === undefined ? undefined : Date.parse(text);
  }
});

describe('levels', () => {
  const DOMAIN = `
apiVersion: backstage.io/v1alpha1
kind: Domain
metadata: { name: city }
spec:
  owner: group:default/city
  infra:
    schema: infra-overview.io/v1alpha1
    deployPolicy:
      timeZone: America/Chicago
      freezes:
        - { id: thanksgiving, title: Thanksgiving, reason: Everybody is away, owner: group:default/city, schedule: { type: once, start: '2026-11-25T17:00', end: '2026-11-30T08:00' } }
`;
  const SYSTEM = `
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: shop }
spec: { owner: group:default/shop, domain: city }
`;
  const WEB = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: web }
spec:
  type: website
  lifecycle: production
  owner: group:default/shop
  system: shop
  infra:
    schema: infra-overview.io/v1alpha1
    defaults:
      environments: [{ id: usual, deploy: { openByDefault: false } }]
    environments:
      - name: production
        stage: production
        deploy:
          openByDefault: true
          windows: [{ id: mornings, kind: allow, title: Mornings, timeZone: America/Chicago, schedule: { type: weekly, days: [mon, tue, wed, thu, fri], from: '09:00', to: '12:00' } }]
      - name: staging
        stage: staging
`;
  const shop = new Map([
    ['catalog/domain.yaml', DOMAIN],
    ['catalog/deep/down/shop.yml', `${SYSTEM}---${WEB}`],
  ]);
  const ask = (environment: string, at: string, files: ReadonlyMap<string, string> = shop) =>
    offline(
      [
        'can-deploy',
        '--entity',
        'component:web',
        '--environment',
        environment,
        '--offline',
        'catalog',
        '--at',
        at,
      ],
      files,
    );

  it.each([
    [
      'inside the windows of the component',
      'production',
      '2026-11-24T16:00:00Z',
      0,
      /Yes, until Tue 24 Nov, 12:00/,
    ],
    ['outside of them', 'production', '2026-11-24T20:00:00Z', 1, /it is outside Mornings/],
    [
      'under the freeze of the domain',
      'production',
      '2026-11-27T16:00:00Z',
      1,
      /FREEZE_ACTIVE: Thanksgiving holds until Mon 30 Nov, 08:00 \(Everybody is away\).*Owner: group:default\/city/,
    ],
    [
      'closed by a default of the document',
      'staging',
      '2026-11-24T16:00:00Z',
      1,
      /CLOSED_BY_DEFAULT/,
    ],
  ])('%s', async (_, environment, at, expected, words) => {
    const { code, out } = await ask(environment, at);
    expect(out.join('\n')).toMatch(words);
    expect(code).toBe(expected);
  });

  it('a parent that is in no file might hold a freeze, and holds', async () => {
    const { code, out } = await ask(
      'production',
      '2026-11-24T16:00:00Z',
      new Map([...shop].filter(([path]) => path !== 'catalog/domain.yaml')),
    );
    expect([code, out.join('\n')]).toEqual([
      1,
      expect.stringMatching(
        /INPUT_INVALID: system:default\/shop names domain:default\/city, which is not in the catalog/,
      ),
    ]);
  });

  it('a document that cannot be read holds', async () => {
    const newer = new Map([
      ...shop,
      ['catalog/domain.yaml', DOMAIN.replace('v1alpha1\n    deployPolicy', 'v9\n    deployPolicy')],
    ]);
    const { code, out } = await ask('production', '2026-11-24T16:00:00Z', newer);
    expect([code, out.join('\n')]).toEqual([
      1,
      expect.stringMatching(/INPUT_INVALID: the document of domain:default\/city cannot be read/),
    ]);
  });

  it('a window that names a calendar of the server opens nothing', async () => {
    const feed = new Map([
      ...shop,
      [
        'catalog/deep/down/shop.yml',
        `${SYSTEM}---${WEB.replace(/schedule: \{ type: weekly.*? \}/, 'schedule: { type: feed, feed: office }')}`,
      ],
    ]);
    const { code, out } = await ask('production', '2026-11-24T16:00:00Z', feed);
    expect([code, out.join('\n')]).toEqual([
      1,
      expect.stringMatching(/the calendar office was never read/),
    ]);
  });

  describe('files that cannot be used end the command', () => {
    it.each<[string, ReadonlyMap<string, string>, RegExp]>([
      ['no such folder', new Map(), /there is no folder catalog/],
      [
        'nothing in it',
        new Map([['catalog/chart.yaml', 'name: {{ .Values.name }}']]),
        /no Domain, System or Component/,
      ],
      [
        'broken YAML',
        new Map([
          ...shop,
          [
            'catalog/broken.yaml',
            'apiVersion: backstage.io/v1alpha1\nkind: Domain\nkey: [planted-secret',
          ],
        ]),
        /catalog\/broken.yaml, line 3 is no YAML/,
      ],
      [
        'the same entity twice',
        new Map([...shop, ['catalog/copy.yaml', SYSTEM]]),
        /system:default\/shop is in two files: catalog\/copy.yaml and catalog\/deep\/down\/shop.yml/,
      ],
      [
        'an entity that is in no file',
        new Map([['catalog/domain.yaml', DOMAIN]]),
        /component:default\/web is in no file below catalog/,
      ],
    ])('%s', async (_, files, words) => {
      const { code, out, err } = await ask('production', '2026-11-24T16:00:00Z', files);
      expect([code, out]).toEqual([2, []]);
      expect(err.join('\n')).toMatch(words);
      expect(err.join('\n')).not.toContain('planted-secret');
    });

    it.each([
      [
        'a misspelt environment',
        ['--entity', 'component:web', '--environment', 'producton'],
        /did you mean production\?\nIt has production, staging/,
      ],
      [
        'a misspelt entity',
        ['--entity', 'component:wep', '--environment', 'production'],
        /did you mean component:default\/web\?/,
      ],
      ['a domain', ['--entity', 'domain:city', '--environment', 'production'], /is a Domain/],
      [
        'a zone nobody knows',
        ['--entity', 'component:web', '--environment', 'production', '--zone', 'Mars/Olympus'],
        /Mars\/Olympus is no time zone/,
      ],
    ])('%s', async (_, args, words) => {
      const { code, err } = await offline(['can-deploy', ...args, '--offline', 'catalog'], shop);
      expect([code, err.join('\n')]).toEqual([2, expect.stringMatching(words)]);
    });

    it('other YAML beside it need not be valid', async () => {
      const files = new Map([...shop, ['catalog/chart.yaml', '{{ if .Values.on }}\nname: [']]);
      expect((await ask('production', '2026-11-24T16:00:00Z', files)).code).toBe(0);
    });
  });
});
