import {
  subjectAnswerSchema,
  verdictAnswerSchema,
  type CheckAnswer,
  type SubjectAnswer,
} from 'backstage-plugin-deploy-windows-common';
import { EXAMPLES, exampleFiles } from './__testUtils__/exampleCatalog';
import { entitiesIn, startServer, TOKENS, type Server } from './__testUtils__/startServer';
import { main } from './main';
import { nodeWorld } from './nodeWorld';

jest.setTimeout(240_000);

const PACK = 'tts-good-production-practices';
const NOIPM = [
  '--entity',
  'component:default/noipm-complaint-manager',
  '--environment',
  'production',
];

let server: Server;
beforeAll(async () => {
  server = await startServer(entitiesIn(exampleFiles().values()), {
    readiness: { packs: [{ name: PACK, subjects: {} }] },
  });
  await judged();
});
afterAll(async () => server?.stop());

interface Listed {
  readonly rows: readonly { readonly subject: string }[];
}

const listed = async () => (await server.get('/v1/readiness/subjects?limit=200')) as Listed;

/** Judging begins by itself, a moment after the catalog was read. */
async function judged(): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const { rows } = await listed();
    if (rows?.length > 10) return;
    if (Date.now() > end) throw new Error(`Nothing was judged: ${JSON.stringify(await listed())}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

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

describe('files and server judge alike', () => {
  const told = ({
    id,
    level,
    levelBecause,
    status,
    because,
    ruleWords,
    checklists,
  }: CheckAnswer) => ({
    id,
    level,
    levelBecause,
    status,
    because,
    ruleWords,
    checklists,
  });
  const subjectTold = ({
    subject,
    verdict,
    sentence,
    stage,
    title,
    owner,
    system,
    domain,
    open,
    counts,
    gate,
    checks,
  }: SubjectAnswer) => ({
    subject,
    verdict,
    sentence,
    stage,
    title,
    owner,
    system,
    domain,
    open,
    counts,
    gate,
    checks: checks.map(told).sort((a, b) => (a.id < b.id ? -1 : 1)),
  });

  it('every subject of the examples', async () => {
    const { rows } = await listed();
    const { out } = await ran(['readiness', 'check', EXAMPLES, '--ask', PACK, '--format', 'json']);
    const ours = new Map(
      (JSON.parse(out[0] ?? '').subjects as SubjectAnswer[]).map(answer => [
        answer.subject,
        answer,
      ]),
    );
    expect([...ours.keys()].sort()).toEqual(rows.map(({ subject }) => subject).sort());
    for (const [subject, answer] of ours) {
      const theirs = subjectAnswerSchema.parse(
        await server.get(`/v1/readiness/subjects/${encodeURIComponent(subject)}`),
      );
      expect(subjectTold(answer)).toEqual(subjectTold(theirs));
    }
  });

  it('readiness verdict and the exit code', async () => {
    const { code, out } = await ran(['readiness', 'verdict', ...NOIPM, '--json']);
    const theirs = verdictAnswerSchema.parse(JSON.parse(out[0] ?? ''));
    const files = await ran([
      'readiness',
      'check',
      EXAMPLES,
      ...NOIPM,
      '--ask',
      PACK,
      '--format',
      'json',
    ]);
    expect(JSON.parse(files.out[0] ?? '').subjects[0].sentence).toBe(theirs.sentence);
    expect([code, files.code]).toEqual([1, 1]);
  });

  it('readiness explain', async () => {
    const ask = ['readiness', 'explain', 'backups.snapshots', 'component:noipm-complaint-manager'];
    const [online, offline] = [
      await ran(ask),
      await ran([...ask, '--offline', EXAMPLES, '--ask', PACK]),
    ];
    expect(offline.out).toEqual(online.out);
    expect([online.code, offline.code]).toEqual([0, 0]);
  });
});

it.each<[string, keyof typeof TOKENS, readonly string[], number, RegExp]>([
  [
    'an unknown entity',
    'pipeline',
    ['--entity', 'component:nobody', '--environment', 'production'],
    2,
    /component:default\/nobody/,
  ],
  ['an unknown environment', 'pipeline', [...NOIPM.slice(0, 3), 'prod'], 2, /production/],
  ['a token that may not ask', 'asking', NOIPM, 2, /./],
  ['a stranger', 'unknown', NOIPM, 2, /does not know this token/],
])('%s', async (_, who, args, expected, words) => {
  const { code, out, err } = await ran(['readiness', 'verdict', ...args], TOKENS[who]);
  expect([out, err.join('\n')]).toEqual([[], expect.stringMatching(words)]);
  expect(code).toBe(expected);
});
