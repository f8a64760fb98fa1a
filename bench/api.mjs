// Routes of a running backend with N synthetic projects, against the stock catalog's own routes on the same backend.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { milliseconds, printTable, race, ratio } from './measure.mjs';

const PORT = 7027;
const BACKEND = `http://localhost:${PORT}`;
const sizes = process.argv.slice(2).map(Number);

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

async function until(what, check) {
  const startedAt = Date.now();
  while (Date.now() - startedAt < 30 * 60_000) {
    const answer = await check().catch(() => undefined);
    if (answer) return answer;
    await sleep(500);
  }
  throw new Error(`Gave up waiting for ${what}`);
}

const answersOk = async address => (await fetch(address)).ok;

async function signIn() {
  const response = await fetch(`${BACKEND}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  return (await response.json()).backstageIdentity.token;
}

async function measure(projects) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'));
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
    const headers = { Authorization: `Bearer ${await signIn()}` };
    const ask = async path => {
      const response = await fetch(`${BACKEND}${path}`, { headers });
      if (!response.ok) throw new Error(`${response.status} ${path}: ${await response.text()}`);
      return response.json();
    };
    await until(
      `${projects} projects in the fleet`,
      async () => (await ask('/api/infra-overview/v1/fleet?limit=1')).total === projects,
    );

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
    return { projects, times };
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
  console.log(`### ${projects} projects\n`);
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
