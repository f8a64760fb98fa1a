import {
  decisionAnswerSchema,
  targetPermissions,
  type DecisionAnswer,
} from 'backstage-plugin-deploy-windows-common';
import { DAY, HOUR } from 'backstage-plugin-deploy-windows-common/evaluator';
import { EXAMPLES, exampleFiles } from './__testUtils__/exampleCatalog';
import { SHOP } from './__testUtils__/shop';
import {
  documentedAccess,
  entitiesIn,
  startServer,
  TOKENS,
  type Server,
} from './__testUtils__/startServer';
import { main } from './main';
import { nodeWorld } from './nodeWorld';

jest.setTimeout(180_000);

let server: Server;
beforeAll(async () => {
  server = await startServer(entitiesIn([...exampleFiles().values(), SHOP]));
});
afterAll(async () => server?.stop());

async function ran(args: readonly string[], token: string = TOKENS.pipeline) {
  const [out, err]: [string[], string[]] = [[], []];
  const env = { DEPLOY_WINDOWS_URL: server.url, DEPLOY_WINDOWS_TOKEN: token };
  const code = await main(args, {
    ...nodeWorld(),
    env,
    out: line => void out.push(line),
    err: line => void err.push(line),
  });
  return { code, out, err };
}

const OPEN = ['--entity', 'component:default/web', '--environment', 'production'];
const FROZEN = ['--entity', 'component:default/web', '--environment', 'frozen'];

describe('what a token may do', () => {
  it.each<[string, keyof typeof TOKENS, readonly string[], number, RegExp]>([
    ['a pipeline asks', 'pipeline', ['can-deploy', ...OPEN], 0, /^Yes/],
    ['a pipeline is held', 'pipeline', ['can-deploy', ...FROZEN], 1, /Frozen for this test holds/],
    [
      'a pipeline records',
      'pipeline',
      ['record', 'done', ...OPEN, '--result', 'success', '--external-id', 'r1', '--source', 'test'],
      0,
      /succeeded/,
    ],
    ['one that only asks, asks', 'asking', ['can-deploy', ...OPEN], 0, /^Yes/],
    [
      'and records nothing',
      'asking',
      ['record', 'done', ...OPEN, '--result', 'success'],
      2,
      /deploy-windows\.deployment\.record|[Nn]ot (?:allowed|permitted)|[Uu]nauthorized/,
    ],
    [
      'nor takes a lock',
      'asking',
      ['lock', 'take', ...OPEN],
      2,
      /deploy-windows\.permit\.create|[Nn]ot (?:allowed|permitted)|[Uu]nauthorized/,
    ],
    [
      'a pipeline sets no rule aside',
      'pipeline',
      [
        'override',
        'request',
        ...FROZEN,
        '--rule',
        'x',
        '--reason',
        'because we want to',
        '--until',
        '2099-01-01T00:00:00Z',
      ],
      2,
      /./,
    ],
    [
      'a stranger is told nothing',
      'unknown',
      ['can-deploy', ...OPEN],
      2,
      /does not know this token/,
    ],
  ])('%s', async (_, who, args, expected, words) => {
    const { code, out, err } = await ran(args, TOKENS[who]);
    expect([...out, ...err].join('\n')).toMatch(words);
    expect(code).toBe(expected);
    expect([...out, ...err].join('\n')).not.toContain(TOKENS[who]);
  });

  it('is shown under the name of the pipeline', async () => {
    const { out } = await ran(['can-deploy', ...OPEN, '--json']);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      principal: 'external:ci-test',
      outcome: 'allowed',
    });
  });
});

it('every permission the documentation names exists', () => {
  const names = documentedAccess().accessRestrictions.flatMap(({ permission }) => permission);
  expect(targetPermissions.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]));
});

it.each([
  [
    'an unknown entity',
    ['--entity', 'component:default/nobody', '--environment', 'production'],
    /component:default\/nobody/,
  ],
  [
    'an unknown environment',
    ['--entity', 'component:default/web', '--environment', 'prod'],
    /production, frozen|frozen, production/,
  ],
])('%s is wrong use', async (_, target, words) => {
  const { code, err } = await ran(['can-deploy', ...target]);
  expect(err.join('\n')).toMatch(words);
  expect(code).toBe(2);
});

describe('files and server give the same answers', () => {
  // Shortly before the agreed hour of NOIPM ends, and on a weekend.
  const INSTANTS = ['2026-12-01T15:50:00Z', '2026-12-05T12:00:00Z'];
  const SAME = [
    'outcome',
    'state',
    'sentence',
    'stage',
    'duration',
    'reasons',
    'grounds',
    'nextOpen',
    'nextClose',
    'nextIfNotifiedNow',
    'finishBy',
    'notices',
    'procedure',
    'impact',
    'zone',
  ] as const;
  const told = (answer: DecisionAnswer) =>
    Object.fromEntries(SAME.map(name => [name, answer[name]]));

  it('for every target of the examples', async () => {
    const { rows } = (await server.get('/v1/fleet?days=0&limit=200')) as {
      rows: readonly { entityRef: string; environment: string }[];
    };
    const known = rows.filter(({ entityRef }) => !/:default\/(?:shop|web)$/.test(entityRef));
    expect(known.length).toBeGreaterThan(9);
    for (const { entityRef, environment } of known) {
      for (const at of INSTANTS) {
        const ask = [
          'can-deploy',
          '--entity',
          entityRef,
          '--environment',
          environment,
          '--at',
          at,
          '--json',
        ];
        const [online, offline] = [await ran(ask), await ran([...ask, '--offline', EXAMPLES])];
        const [theirs, ours] = [online, offline].map(({ out }) =>
          decisionAnswerSchema.parse(JSON.parse(out[0] ?? '')),
        );
        expect({ entityRef, environment, at, ...told(ours as DecisionAnswer) }).toEqual({
          entityRef,
          environment,
          at,
          ...told(theirs as DecisionAnswer),
        });
        expect(offline.code).toBe(online.code);
      }
    }
  });

  // At a given time: each answer reads its own clock otherwise, and inside a window it shows.
  it.each<[string, readonly string[]]>([
    ...INSTANTS.flatMap((at): [string, readonly string[]][] => [
      ['next', ['--at', at]],
      ['explain', ['--at', at]],
    ]),
    ['windows', []],
  ])('%s %j too', async (name, at) => {
    const ask = [name, '--entity', 'system:default/noipm', '--environment', 'production', ...at];
    const [online, offline] = [await ran(ask), await ran([...ask, '--offline', EXAMPLES])];
    const timeless = (lines: readonly string[]) => lines.filter(line => !/^Rules as of/.test(line));
    expect(timeless(offline.out)).toEqual(timeless(online.out));
    expect(offline.code).toBe(online.code);
  });
});

// Last: what was announced changes answers above.
it('a pipeline tells an audience, and from then on that counts', async () => {
  const ask = ['--entity', 'system:default/noipm', '--environment', 'production'];
  // A Saturday, further away than the lead.
  const days = Math.ceil(Date.now() / DAY) + 3;
  const saturday = (days + ((9 - (days % 7)) % 7)) * DAY;
  const [from, inside, to] = [15, 15.5, 16].map(hour =>
    new Date(saturday + hour * HOUR).toISOString(),
  );
  const { code, out } = await ran([
    'notice',
    'record',
    ...ask,
    '--from',
    from as string,
    '--to',
    to as string,
    '--evidence',
    'Called the office',
  ]);
  expect([code, out[0]]).toEqual([0, expect.stringMatching(/^IPM staff were told, as recorded/)]);
  expect((await ran(['can-deploy', ...ask, '--at', inside as string])).out[0]).toMatch(
    /^Yes, until Sat/,
  );
  expect((await ran(['can-deploy', ...ask, '--at', to as string])).code).toBe(1);
});
