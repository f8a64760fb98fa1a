// Routes of a running backend with N synthetic projects, against the stock catalog's own routes on the same backend.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { milliseconds, printTable, race, ratio, seconds } from './measure.mjs';

const PORT = 7027;
const BACKEND = `http://localhost:${PORT}`;
const sizes = process.argv.slice(2).map(Number);

// Where the system has a folder in memory the database files lie there: the disk of the machine is not what is measured.
const SHELF = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const REFRESH = '/api/infra-overview/.backstage/scheduler/v1/tasks';

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

async function until(what, check, pause = 500) {
  const startedAt = Date.now();
  while (Date.now() - startedAt < 30 * 60_000) {
    const answer = await check().catch(() => undefined);
    if (answer) return answer;
    await sleep(pause);
  }
  throw new Error(`Gave up waiting for ${what}`);
}

const answersOk = async address => (await fetch(address)).ok;

/** Asks as a signed-in guest; signs in again before the token ends, for a large catalog takes longer than that to fill. */
function asGuest() {
  let headers;
  let until = 0;
  return async (path, init) => {
    if (Date.now() > until) {
      const response = await fetch(`${BACKEND}/api/auth/guest/refresh`, {
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
      });
      headers = { Authorization: `Bearer ${(await response.json()).backstageIdentity.token}` };
      until = Date.now() + 10 * 60_000;
    }
    const response = await fetch(`${BACKEND}${path}`, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${path}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
}

/** Runs the refresh of the fleet once; seconds it took, without the wait for the scheduler. */
async function refreshed(ask) {
  const task = async () =>
    (await ask(REFRESH)).tasks.find(({ taskId }) => taskId === 'infra-overview-refresh-fleet')
      .taskState;
  const endedBefore = (await task()).lastRunEndedAt;
  await ask(`${REFRESH}/infra-overview-refresh-fleet/trigger`, { method: 'POST' });
  let startedAt;
  // The database knows whole seconds only: what is seen from here is closer.
  const { lastRunError } = await until(
    'the refresh of the fleet',
    async () => {
      const state = await task();
      if (state.status === 'running') startedAt ??= Date.now();
      const ended = startedAt !== undefined || state.lastRunEndedAt !== endedBefore;
      return state.status === 'idle' && ended ? state : undefined;
    },
    20,
  );
  if (lastRunError !== undefined) throw new Error(lastRunError);
  return startedAt === undefined ? 0 : (Date.now() - startedAt) / 1000;
}

/** Fills the catalog, then the fleet; seconds of each. */
async function fill(ask, projects, folder) {
  const entities = Number(readFileSync(join(folder, 'entities'), 'utf8'));
  const startedAt = Date.now();
  await until(`${entities} entities in the catalog`, async () => {
    const { totalItems } = await ask('/api/catalog/entities/by-query?limit=0');
    return totalItems === entities;
  });
  const catalog = (Date.now() - startedAt) / 1000;
  const fleet = await refreshed(ask);
  await until(`${projects} projects in the fleet`, async () => {
    if ((await ask('/api/infra-overview/v1/fleet?limit=1')).total === projects) return true;
    await refreshed(ask);
    return false;
  });
  return { entities, catalog, fleet, again: await refreshed(ask) };
}

async function measure(projects) {
  const folder = mkdtempSync(join(SHELF, 'portal-bench-'));
  const backend = spawn(
    'node',
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'bench/backend.ts',
      '--config',
      'bench/app-config.bench.yaml',
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'development',
        LOG_LEVEL: 'error',
        BENCH_PROJECTS: String(projects),
        BENCH_DATA: folder,
      },
    },
  );
  try {
    await until('the backend', () => answersOk(`${BACKEND}/.backstage/health/v1/readiness`));
    const ask = asGuest();
    const filling = await fill(ask, projects, folder);

    // The answers are checked before they are timed.
    const [sample] = (await ask('/api/infra-overview/v1/fleet?limit=1&sort=name')).rows;
    const overviewPath = `/api/infra-overview/v1/overview/${sample.kind.toLowerCase()}/${sample.namespace}/${sample.name}`;
    const overview = await ask(overviewPath);
    if (overview.outcome !== 'read' || overview.effective === undefined)
      throw new Error('The overview has no document');
    const filtered = '/api/infra-overview/v1/fleet?limit=50&platform=heroku&sort=backup';
    const page = await ask(filtered);
    if (page.rows.length !== Math.min(50, page.total))
      throw new Error(`The fleet page has ${page.rows.length} rows`);

    const byName = `/api/catalog/entities/by-name/${sample.kind.toLowerCase()}/${sample.namespace}/${sample.name}`;
    const rounds = projects > 5000 ? 60 : 150;
    const times = await race(
      {
        'catalog by-name': () => ask(byName),
        'effective document': () => ask(overviewPath),
        'catalog by-query?limit=20': () => ask('/api/catalog/entities/by-query?limit=20'),
        'catalog by-query?limit=50': () => ask('/api/catalog/entities/by-query?limit=50'),
        'fleet page, 50 rows, filtered and sorted': () => ask(filtered),
        'fleet page, 50 rows, found by host': () =>
          ask('/api/infra-overview/v1/fleet?limit=50&text=example'),
      },
      { rounds, warmUp: 10 },
    );
    return { projects, filling, times };
  } finally {
    backend.kill('SIGTERM');
    await new Promise(resolve => backend.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

const PEERS = {
  'effective document': 'catalog by-name',
  'fleet page, 50 rows, filtered and sorted': 'catalog by-query?limit=50',
  'fleet page, 50 rows, found by host': 'catalog by-query?limit=50',
};

const results = [];
for (const projects of sizes.length > 0 ? sizes : [100, 1000, 10000]) {
  const result = await measure(projects);
  results.push(result);
  const rows = Object.entries(result.times).map(([name, { p50, p95 }]) => {
    const peer = PEERS[name];
    return [
      name,
      milliseconds(p50),
      milliseconds(p95),
      peer === undefined ? '' : `${ratio(p50, result.times[peer].p50)} ${peer}`,
    ];
  });
  const { entities, catalog, fleet, again } = result.filling;
  console.log(`### ${projects} projects\n`);
  console.log(
    `The catalog took ${seconds(catalog)} for ${entities} entities, the fleet ${seconds(fleet)} to be computed, ${seconds(again)} when nothing had changed.\n`,
  );
  printTable(['request', 'p50', 'p95', 'p50 against its peer'], rows);
  console.log('');
}
const [small, large] = [1000, 10000].map(projects =>
  results.find(result => result.projects === projects),
);
if (small && large) {
  const name = 'fleet page, 50 rows, filtered and sorted';
  console.log(
    `The ${name}, at 10,000 projects takes ${ratio(large.times[name].p50, small.times[name].p50)} its time at 1,000.`,
  );
}
