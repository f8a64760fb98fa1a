// Verdicts of many entities in one request, and a page of the fleet, against routes of the catalog and of the peer on one backend.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PORT = 7047;
const BACKEND = `http://localhost:${PORT}`;
const ROUNDS = 15;
// The peer takes seconds.
const ROUNDS_OF_PEER = 5;
/** Milliseconds in which the catalog is read again: what does not grow for so long is complete. */
const A_PASS = 80_000;
const LARGEST = 'tts-good-production-practices';

export type RouteRow = readonly string[];
type Ask = (path: string, body?: unknown) => Promise<string>;

const configOf = (database: object) => ({
  app: { baseUrl: BACKEND },
  backend: { baseUrl: BACKEND, listen: { port: PORT }, database },
  auth: { providers: { guest: { dangerouslyAllowOutsideDevelopment: true } } },
  permission: { enabled: true },
  catalog: { processingInterval: { hours: 10 } },
  deployWindows: { readiness: { packs: [{ name: LARGEST, subjects: {} }] } },
});

async function until<T>(what: string, check: () => Promise<T | undefined>): Promise<T> {
  const begun = Date.now();
  while (Date.now() - begun < 15 * 60_000) {
    const answer = await check().catch(() => undefined);
    if (answer !== undefined) return answer;
    await new Promise(resolve => setTimeout(resolve, 1_000));
  }
  throw new Error(`Gave up waiting for ${what}`);
}

async function signIn(): Promise<Ask> {
  const response = await fetch(`${BACKEND}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = (await response.json()) as {
    readonly backstageIdentity: { readonly token: string };
  };
  const headers = {
    Authorization: `Bearer ${backstageIdentity.token}`,
    'Content-Type': 'application/json',
  };
  return async (path, body) => {
    const answer = await fetch(`${BACKEND}${path}`, {
      headers,
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${path}: ${text.slice(0, 500)}`);
    return text;
  };
}

interface Page {
  readonly total: number;
  readonly rows: readonly unknown[];
}
interface Named {
  readonly items: readonly { readonly metadata: { readonly name: string } }[];
}

async function measure(
  kind: string,
  databaseIn: (folder: string) => object,
  techInsights: string,
  wanted: number,
): Promise<readonly RouteRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-readiness-'));
  const file = join(folder, 'app-config.yaml');
  writeFileSync(file, JSON.stringify(configOf(databaseIn(folder))));
  const backend = spawn(
    'node',
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'bench/readinessBackend.ts',
      '--config',
      file,
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'development',
        LOG_LEVEL: 'error',
        BENCH_PROJECTS: String(wanted),
        BENCH_TECH_INSIGHTS: techInsights,
      },
    },
  );
  try {
    await until('the backend', async () => {
      const { ok } = await fetch(`${BACKEND}/.backstage/health/v1/readiness`);
      return ok ? true : undefined;
    });
    const subjects = '/api/deploy-windows/v1/readiness/subjects?limit=50';
    let seen = 0;
    const total = await until('everything to be judged', async () => {
      const { total: now } = JSON.parse(await (await signIn())(subjects)) as Page;
      const isDone = now > wanted && now === seen;
      seen = now;
      if (!isDone) await new Promise(resolve => setTimeout(resolve, A_PASS));
      return isDone ? now : undefined;
    });
    const ask = await signIn();
    const { items } = JSON.parse(
      await ask(
        `/api/catalog/entities/by-query?filter=kind=component&fields=metadata.name&limit=${wanted}`,
      ),
    ) as Named;
    const refs = items.map(({ metadata }) => `component:default/${metadata.name}`);
    if (refs.length !== wanted) throw new Error(`${refs.length} Components, not ${wanted}`);

    const verdicts = () =>
      ask('/api/deploy-windows/v1/readiness/verdicts', {
        targets: refs.map(entity => ({ entity })),
      });
    const { results } = JSON.parse(await verdicts()) as {
      readonly results: readonly { readonly error?: object }[];
    };
    const missing = results.filter(({ error }) => error !== undefined);
    if (missing.length > 0)
      throw new Error(`${missing.length} have no verdict: ${JSON.stringify(missing[0])}`);
    const routes: Readonly<Record<string, () => Promise<string>>> = {
      'by-refs': () => ask('/api/catalog/entities/by-refs', { entityRefs: refs }),
      verdicts,
      'by-query': () => ask('/api/catalog/entities/by-query?limit=50'),
      fleet: () => ask(subjects),
    };
    const peer = () =>
      ask('/api/tech-insights/checks/run', { entities: refs.map(entityOf), checks: undefined });
    const times = new Map<string, number[]>();
    const sizes = new Map<string, number>();
    const take = async (name: string, task: () => Promise<string>) => {
      const begun = performance.now();
      sizes.set(name, (await task()).length);
      times.set(name, [...(times.get(name) ?? []), performance.now() - begun]);
    };
    for (const task of Object.values(routes)) for (let warm = 0; warm < 3; warm += 1) await task();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, task] of Object.entries(routes)) await take(name, task);
      if (round < ROUNDS_OF_PEER) await take('peer', peer);
    }
    const median = (name: string) => at(times.get(name), 0.5);
    const row = (what: string, name: string, ...peers: readonly string[]): RouteRow => [
      kind,
      what,
      `${shown(median(name))} (${shown(at(times.get(name), 0))} to ${shown(at(times.get(name), 1))})`,
      `${Math.round((sizes.get(name) ?? 0) / 1024)} kB`,
      peers.map(other => `${(median(name) / median(other)).toFixed(2)} × ${other}`).join(', '),
    ];
    return [
      row(`by-refs: ${wanted} entities of the catalog`, 'by-refs'),
      row(`verdicts of the same, of ${total} judged`, 'verdicts', 'by-refs', 'peer'),
      row('peer: 20 checks of the same in its bulk run', 'peer', 'by-refs'),
      row('by-query: 50 entities of the catalog', 'by-query'),
      row('a fleet page of 50, worst first', 'fleet', 'by-query'),
    ];
  } finally {
    backend.kill('SIGTERM');
    await new Promise(resolve => backend.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

function entityOf(ref: string) {
  return { kind: 'component', namespace: 'default', name: ref.split('/')[1] };
}

function at(times: readonly number[] = [], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function shown(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}

export async function measureRoutes(
  techInsights: string,
  wanted: number,
): Promise<readonly RouteRow[]> {
  const connection = process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING;
  const sqlite = (directory: string) => ({ client: 'better-sqlite3', connection: { directory } });
  const pg = () => ({ client: 'pg', connection, pluginDivisionMode: 'database' });
  return [
    ...(await measure('SQLite', sqlite, techInsights, wanted)),
    ...(await measure('PostgreSQL', pg, techInsights, wanted)),
  ];
}
