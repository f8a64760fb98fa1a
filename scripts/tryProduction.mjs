// node scripts/withPostgres.mjs node scripts/tryProduction.mjs: unpacks what `yarn workspace backend build` made, installs it as a server would,
// starts two replicas by the production configuration over one empty PostgreSQL, the second when the first is ready, and asks both the same.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const TOKEN = 'only-for-this-trial';
const repository = resolve('.');
const built = join(repository, 'packages/backend/dist');
const postgres = new URL(process.env[VARIABLE] ?? '');
const shell = process.platform === 'win32';

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${status}`);
}

/** What a server gets: the bundle, its dependencies without those of development, and the configuration. */
function unpack(folder) {
  for (const archive of ['skeleton', 'bundle'])
    run('tar', ['xzf', join(built, `${archive}.tar.gz`)], folder);
  for (const file of ['.yarnrc.yml', 'app-config.yaml', 'app-config.production.yaml'])
    cpSync(join(repository, file), join(folder, file));
  mkdirSync(join(folder, '.yarn'));
  run('yarn', ['workspaces', 'focus', '--all', '--production'], folder);
  // Production has neither examples nor, yet, a way to sign in.
  const trial = {
    backend: {
      auth: {
        externalAccess: [{ type: 'static', options: { token: TOKEN, subject: 'trial' } }],
      },
    },
    catalog: {
      locations: [{ type: 'file', target: join(repository, 'catalog/all.yaml') }],
    },
  };
  writeFileSync(join(folder, 'app-config.trial.yaml'), JSON.stringify(trial));
}

function startReplica(folder, port) {
  const configs = ['app-config.yaml', 'app-config.production.yaml', 'app-config.trial.yaml'];
  return spawn(
    process.execPath,
    ['packages/backend', ...configs.flatMap(file => ['--config', file])],
    {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
        PORTAL_URL: `http://localhost:${PORTS[0]}`,
        POSTGRES_HOST: postgres.hostname,
        POSTGRES_PORT: postgres.port,
        POSTGRES_USER: postgres.username,
        POSTGRES_PASSWORD: postgres.password,
        APP_CONFIG_backend_listen: `":${port}"`,
      },
    },
  );
}

const freePort = () =>
  new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
const PORTS = [await freePort(), await freePort()];

const headers = { Authorization: `Bearer ${TOKEN}` };
const get = (port, path, init) => fetch(`http://localhost:${port}${path}`, init);
const ask = async (port, path) => {
  const response = await get(port, path, { headers });
  assert.equal(response.status, 200, `${port}${path}: ${await response.clone().text()}`);
  return response.json();
};

const hasEnded = ({ exitCode, signalCode }) => exitCode !== null || signalCode !== null;

async function stop(replica) {
  if (hasEnded(replica)) return;
  replica.kill('SIGTERM');
  await new Promise(done => replica.once('exit', done));
}

/** Asks until the answer is there; a replica that ended will not answer any more. */
async function until(what, replicas, check) {
  let reason;
  for (const end = Date.now() + 5 * 60_000; Date.now() < end;) {
    if (replicas.some(hasEnded)) throw new Error(`A replica ended before ${what}`);
    const answer = await check().catch(error => {
      reason = error;
    });
    if (answer) return answer;
    await new Promise(done => setTimeout(done, 500));
  }
  throw new Error(`Gave up waiting for ${what}`, { cause: reason });
}

async function questions(port) {
  const { total, rows } = await ask(port, '/api/infra-overview/v1/fleet?limit=200');
  const { items } = await ask(port, '/api/catalog/entities/by-query?filter=kind=system&limit=200');
  const overviews = await Promise.all(
    rows.map(({ kind, namespace, name }) =>
      ask(port, `/api/infra-overview/v1/overview/${kind.toLowerCase()}/${namespace}/${name}`),
    ),
  );
  return {
    total,
    systems: items.map(({ metadata }) => metadata.name).sort(),
    overviews: overviews.map(overview => ({ ...overview, computedAt: 0 })),
  };
}

if (!existsSync(join(built, 'bundle.tar.gz')))
  throw new Error('Nothing is built: run `yarn workspace backend build` first');
const folder = mkdtempSync(join(tmpdir(), 'portal-production-'));
const replicas = [];
// The wait for a replica that has ended fails, and so everything is removed.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => replicas.forEach(replica => replica.kill('SIGTERM')));
try {
  unpack(folder);
  const startedAt = Date.now();
  // Not at once: plugins of Backstage itself give up where two create the same tables.
  for (const port of PORTS) {
    replicas.push(startReplica(folder, port));
    await until(`readiness of ${port}`, replicas, async () => {
      return (await get(port, '/.backstage/health/v1/readiness')).ok;
    });
  }
  console.log(`Both replicas are ready after ${((Date.now() - startedAt) / 1000).toFixed(0)} s.`);

  await until('a fleet of all Systems', replicas, async () => {
    const { total } = await ask(PORTS[1], '/api/infra-overview/v1/fleet?limit=1');
    const { totalItems } = await ask(
      PORTS[1],
      '/api/catalog/entities/by-query?filter=kind=system&limit=0',
    );
    return total > 0 && total >= totalItems;
  });
  // The catalog goes on stitching for a moment; both have to agree in the end.
  const [first, second] = await until('two replicas that agree', replicas, async () => {
    const answers = await Promise.all(PORTS.map(questions));
    assert.deepEqual(answers[0], answers[1]);
    return answers;
  });
  assert.equal(first.overviews.length, first.total);
  assert.equal(second.systems.length, first.systems.length);
  console.log(
    `Both answer alike: ${first.systems.length} Systems, ${first.total} rows of the fleet, as many overviews.`,
  );

  for (const port of PORTS) {
    const page = await get(port, '/infra-overview', { headers: { Accept: 'text/html' } });
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<div id="root">/);
    assert.equal((await get(port, '/api/infra-overview/v1/fleet')).status, 401);
    const guest = await get(port, '/api/auth/guest/refresh', {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    assert.ok([401, 403, 404].includes(guest.status), `Guests are answered ${guest.status}`);
  }
  console.log('Both serve the pages, and refuse guests and whoever has not signed in.');

  const [leaving] = replicas.splice(0, 1);
  await stop(leaving);
  assert.equal((await questions(PORTS[1])).total, first.total);
  console.log('One was stopped, the other answers as before.');
} finally {
  await Promise.all(replicas.map(stop));
  rmSync(folder, { recursive: true, force: true });
}
