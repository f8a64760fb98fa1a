// The gate of a running backend against a route of the same backend that signs in and does nothing (F), on SQLite and
// PostgreSQL, as a pipeline and as a signed-in user, one question at a time and 32 at once.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { milliseconds, percentiles, printTable, ratio } from './measure.mjs';

const PORT = 7037;
const BACKEND = `http://localhost:${PORT}`;
const TOKEN = 'a-token-for-this-run-alone';
const projects = Number(process.argv[2] ?? 1000);

const config = database => ({
  app: { baseUrl: BACKEND },
  backend: {
    baseUrl: BACKEND,
    listen: { port: PORT },
    database,
    auth: {
      externalAccess: [
        {
          type: 'static',
          options: { token: TOKEN, subject: 'ci' },
          accessRestrictions: [{ plugin: 'deploy-windows' }, { plugin: 'floor' }],
        },
      ],
    },
  },
  auth: { providers: { guest: { dangerouslyAllowOutsideDevelopment: true } } },
  permission: { enabled: true },
  catalog: { processingInterval: { hours: 10 } },
  deployWindows: { snapshot: { refresh: { seconds: 5 } } },
});

async function until(what, check) {
  const startedAt = Date.now();
  while (Date.now() - startedAt < 4 * 60_000) {
    const answer = await check().catch(() => undefined);
    if (answer) return answer;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Error(`Gave up waiting for ${what}`);
}

async function guestToken() {
  const response = await fetch(`${BACKEND}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  return (await response.json()).backstageIdentity.token;
}

const asking =
  token =>
  async (path, init = {}) => {
    const response = await fetch(`${BACKEND}${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${path}: ${text}`);
    return JSON.parse(text);
  };

/** Milliseconds of each call, with so many under way at any time. */
async function times(task, count, atOnce) {
  const list = [];
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const startedAt = performance.now();
      await task();
      list.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return list;
}

/** Both in turn, block by block, so that a busy moment of the machine touches both. */
async function compare(task, floor, atOnce) {
  const [own, nothing] = [[], []];
  await times(task, 64, atOnce);
  await times(floor, 64, atOnce);
  for (let block = 0; block < 6; block++) {
    nothing.push(...(await times(floor, 160, atOnce)));
    own.push(...(await times(task, 160, atOnce)));
  }
  return { own: percentiles(own), floor: percentiles(nothing) };
}

async function measure(engine, database) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-gate-'));
  const file = join(folder, 'app-config.yaml');
  writeFileSync(file, JSON.stringify(config(database(folder))));
  const backend = spawn(
    'node',
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'bench/gateBackend.ts',
      '--config',
      file,
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'development',
        LOG_LEVEL: 'error',
        BENCH_PROJECTS: String(projects),
      },
    },
  );
  try {
    await until(
      'the backend',
      async () => (await fetch(`${BACKEND}/.backstage/health/v1/readiness`)).ok,
    );
    const ci = asking(TOKEN);
    const user = asking(await guestToken());
    const fleet = await until('the targets', async () => {
      const { policy } = await user('/api/deploy-windows/v1/status');
      return policy.targets >= projects
        ? user('/api/deploy-windows/v1/fleet?limit=200&days=0')
        : undefined;
    });
    const [{ entityRef, environment }] = fleet.rows;
    const gate = `/api/deploy-windows/v1/decision?entity=${encodeURIComponent(entityRef)}&environment=${environment}`;
    const answer = await ci(gate);
    if (answer.target !== `${entityRef}#${environment}`)
      throw new Error('The gate answers about something else');

    const rows = [];
    for (const [who, ask] of [
      ['CI token', ci],
      ['signed-in user', user],
    ]) {
      for (const atOnce of [1, 32]) {
        const { own, floor } = await compare(
          () => ask(gate),
          () => ask('/api/floor/nothing'),
          atOnce,
        );
        rows.push([
          engine,
          who,
          String(atOnce),
          milliseconds(own.p50),
          ratio(own.p50, floor.p50),
          ratio(own.p95, floor.p95),
        ]);
      }
    }
    const targets = [];
    for (let cursor; targets.length < 1000;) {
      const page = await user(
        `/api/deploy-windows/v1/fleet?limit=200&days=0${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      targets.push(
        ...page.rows.map(row => ({ entity: row.entityRef, environment: row.environment })),
      );
      cursor = page.nextCursor;
      if (cursor === undefined) break;
    }
    const wish = { method: 'POST', body: JSON.stringify({ targets: targets.slice(0, 1000) }) };
    const batch = percentiles(
      await times(() => ci('/api/deploy-windows/v1/decisions', wish), 8, 1),
    );
    const page = percentiles(
      await times(() => user('/api/deploy-windows/v1/fleet?limit=100'), 12, 1),
    );
    return {
      rows,
      batch: [
        engine,
        String(Math.min(1000, targets.length)),
        milliseconds(batch.p50),
        milliseconds(page.p50),
        ratio(batch.p50, page.p50),
      ],
    };
  } finally {
    backend.kill('SIGTERM');
    await new Promise(resolve => backend.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

const connection = process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING;
const measured = [
  await measure('SQLite', folder => ({
    client: 'better-sqlite3',
    connection: { directory: folder },
  })),
];
if (connection)
  measured.push(
    await measure('PostgreSQL', () => ({
      client: 'pg',
      connection,
      pluginDivisionMode: 'database',
    })),
  );
printTable(
  ['database', 'asked by', 'at once', 'gate, p50', 'against F, p50', 'against F, p95'],
  measured.flatMap(({ rows }) => rows),
);
console.log('');
printTable(
  [
    'database',
    'targets in one request',
    'verdicts of all',
    'one fleet page of 100 rows',
    'against the page',
  ],
  measured.map(({ batch }) => batch),
);
