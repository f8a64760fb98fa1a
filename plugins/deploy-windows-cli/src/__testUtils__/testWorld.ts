import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import { wrongUse } from '../failure';
import { main } from '../main';
import type { World } from '../world';

export const TOKEN = 'invented-words-for-a-test';
export const URL_OF_API = 'https://portal.example.org/api/deploy-windows';

/** What came in. */
export interface Sent {
  readonly method: string;
  /** After the address of the API, query included. */
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export type Reply = (sent: Sent, count: number) => Response | Promise<Response>;

export interface Ran {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
  readonly sent: readonly Sent[];
  readonly slept: readonly number[];
  readonly files: ReadonlyMap<string, string>;
}

export interface Circumstances {
  readonly reply?: Reply;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: ReadonlyMap<string, string>;
  readonly now?: Instant;
  /** What the next draws of lots give. */
  readonly random?: number;
}

/** Runs a command line in a world of its own: a clock that only moves by sleeping, files in memory, a server that replies as told. */
export async function ran(
  args: readonly string[],
  circumstances: Circumstances = {},
): Promise<Ran> {
  const {
    reply = () => json({}, 500),
    random = 0,
    now: start = Date.parse('2026-11-24T17:00:00Z'),
  } = circumstances;
  const files = new Map(circumstances.files);
  const [out, err, sent, slept]: [string[], string[], Sent[], number[]] = [[], [], [], []];
  let now = start;
  let ids = 0;
  const world: World = {
    env: {
      DEPLOY_WINDOWS_URL: URL_OF_API,
      DEPLOY_WINDOWS_TOKEN: TOKEN,
      HOME: '/home/ci',
      ...circumstances.env,
    },
    async fetch(input, init) {
      const { pathname, search } = new URL(String(input));
      const one: Sent = {
        method: init?.method ?? 'GET',
        path: `${pathname}${search}`.replace('/api/deploy-windows', ''),
        body: init?.body === undefined ? undefined : JSON.parse(String(init.body)),
        headers: Object.fromEntries(new Headers(init?.headers)),
      };
      sent.push(one);
      return reply(one, sent.length);
    },
    now: () => now,
    async sleep(milliseconds) {
      slept.push(milliseconds);
      now += milliseconds;
    },
    random: () => random,
    newId: () => `id-${(ids += 1)}`,
    digest: text =>
      `digest-of-${[...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7)}`,
    timeLimit: () => new AbortController().signal,
    files: {
      read: path => files.get(path),
      write(path, text) {
        if (path.startsWith('/read-only/')) throw wrongUse(`${path} cannot be written (EROFS).`);
        files.set(path, text);
      },
      list: (folder, endings) => {
        const inside = [...files.keys()].filter(path => path.startsWith(`${folder}/`));
        return inside.length === 0
          ? undefined
          : inside.filter(path => endings.some(ending => path.endsWith(ending))).sort();
      },
    },
    out: line => out.push(line),
    err: line => err.push(line),
    tzdata: 'test',
  };
  const code = await main(args, world);
  return { code, out, err, sent, slept, files };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

/** As the platform's middleware writes it. */
export function refusal(status: number, name: string, message: string, code?: string): Response {
  return json(
    {
      error: { name, message, ...(code !== undefined && { code }) },
      request: {},
      response: { statusCode: status },
    },
    status,
  );
}
