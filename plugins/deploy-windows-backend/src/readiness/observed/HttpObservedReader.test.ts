import { mockServices } from '@backstage/backend-test-utils';
import { HttpObservedReader } from './HttpObservedReader';

const NEVER = new AbortController().signal;
const SOURCES = [
  { source: 'heroku', title: 'Heroku', state: 'ok', stale: false, dropped: [], words: 'Heroku' },
];
const backup = {
  path: 'addons[db]',
  environment: 'production',
  kind: 'last-backup',
  words: 'last backup 3 hours ago',
  value: '2026-11-24T12:00:00.000Z',
  tone: 'good',
  source: 'heroku',
  at: 1_795_532_400_000,
};

type Answers = (url: URL) => readonly [status: number, body: unknown];

function aReader(answers: Answers) {
  const asked: string[] = [];
  const tokens: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    asked.push(url.pathname);
    tokens.push(new Headers(init?.headers).get('Authorization'));
    const [status, body] = answers(url);
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    });
  };
  const reader = new HttpObservedReader({
    discovery: mockServices.discovery(),
    auth: mockServices.auth(),
    fetchApi: { fetch },
  });
  return { asked, tokens, read: (refs: readonly string[]) => reader.read(refs, NEVER) };
}

const refs = (count: number) => Array.from({ length: count }, (_, at) => `component:default/${at}`);

it('asks for fifty at once, as a service, and keeps what facts are known by', async () => {
  const { asked, tokens, read } = aReader(url =>
    url.pathname.endsWith('/sources')
      ? [200, SOURCES]
      : [
          200,
          {
            items: url.searchParams.getAll('ref').map(entityRef => ({
              entityRef,
              facts:
                entityRef === 'component:default/7'
                  ? [backup, { ...backup, kind: 'price', value: '5 USD' }]
                  : [],
              driftCount: 0,
              drift: { different: 0, onlyDeclared: 0, onlyObserved: 0 },
              computedAt: 0,
            })),
          },
        ],
  );
  const reading = await read(refs(120));
  const { words: _, ...seen } = backup;
  expect(reading).toEqual({
    outcome: 'read',
    seen: new Map([['component:default/7', [seen]]]),
  });
  expect(asked.map(path => path.replace(/^.*\/v1/, ''))).toEqual([
    '/sources',
    '/observed',
    '/observed',
    '/observed',
  ]);
  expect(tokens.every(token => token?.startsWith('Bearer '))).toBe(true);
});

it('asks once where nothing looks anywhere', async () => {
  const { asked, read } = aReader(() => [200, []]);
  expect(await read(refs(3_000))).toEqual({ outcome: 'read', seen: new Map() });
  expect(asked).toHaveLength(1);
});

it.each<[string, Answers, object]>([
  ['nobody there', () => [404, {}], { outcome: 'not-there' }],
  ['still starting', () => [503, {}], { outcome: 'failed', reason: 'it answered 503' }],
  ['refused', () => [403, {}], { outcome: 'failed', reason: 'it answered 403' }],
  [
    'another shape',
    () => [200, { token: 'of-somebody' }],
    { outcome: 'failed', reason: 'it could not be asked, or its answer is not understood' },
  ],
  [
    'no answer at all',
    () => {
      throw new TypeError('fetch failed');
    },
    { outcome: 'failed', reason: 'it could not be asked, or its answer is not understood' },
  ],
])('does not throw: %s', async (_, answers, reading) => {
  expect(await aReader(answers).read(refs(1))).toEqual(reading);
});

it('does not throw where the address is not known', async () => {
  const discovery = mockServices.discovery.mock({
    getBaseUrl: async () => {
      throw new Error('no such plugin');
    },
  });
  const reader = new HttpObservedReader({ discovery, auth: mockServices.auth() });
  expect((await reader.read(refs(1), NEVER)).outcome).toBe('failed');
});
