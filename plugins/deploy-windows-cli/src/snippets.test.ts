import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SHOP } from './__testUtils__/shop';
import { entitiesIn, startServer, TOKENS, type Server } from './__testUtils__/startServer';

jest.setTimeout(240_000);

const root = join(__dirname, '..');
// The snippets of docs/ci.md, run step by step as their CI systems would, with scripts of ours in place of a real deploy.
const snippet = (name: string) => parse(readFileSync(join(root, 'snippets', name), 'utf8'));

let server: Server;
let tools: string;
beforeAll(async () => {
  tools = mkdtempSync(join(tmpdir(), 'deploy-windows-bundle-'));
  execFileSync(process.execPath, ['scripts/bundle.mjs', tools], { cwd: root });
  server = await startServer(entitiesIn([SHOP]));
});
afterAll(async () => {
  await server?.stop();
  rmSync(tools, { recursive: true, force: true });
});

interface Checkout {
  readonly folder: string;
  /** What the scripts of the project did, in order. */
  did(): readonly string[];
  bash(
    script: string,
    env: Readonly<Record<string, string>>,
  ): Promise<{ readonly code: number; readonly output: string }>;
}

let checkout: Checkout;
beforeEach(() => {
  checkout = aCheckout();
});
afterEach(() => rmSync(checkout.folder, { recursive: true, force: true }));

/** A repository with the command in it, and with scripts that write down that they ran. */
function aCheckout(): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-windows-checkout-'));
  const log = join(folder, 'did.log');
  mkdirSync(join(folder, 'ci'));
  copyFileSync(join(tools, 'deploy-windows.mjs'), join(folder, 'deploy-windows.mjs'));
  for (const script of ['ci/maintenance', 'ci/migrate-and-seed', 'ci/deploy', 'deploy.sh']) {
    const path = join(folder, script);
    writeFileSync(
      path,
      `#!/bin/bash\necho "${script} $*" >> "${log}"\n[ "$BROKEN" != "${script}" ]\n`,
    );
    chmodSync(path, 0o755);
  }
  return {
    folder,
    did: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .trim()
            .split('\n')
            .map(line => line.trim())
        : [],
    bash: (script, env) =>
      new Promise((resolve, reject) => {
        const PATH = `${join(process.execPath, '..')}:${process.env.PATH}`;
        const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
          stdio: ['ignore', 'pipe', 'pipe'],
          cwd: folder,
          env: {
            PATH,
            DEPLOY_WINDOWS_URL: server.url,
            DEPLOY_WINDOWS_TOKEN: TOKENS.pipeline,
            NODE_NO_WARNINGS: '1',
            ...env,
          },
        });
        const chunks: string[] = [];
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', chunk => chunks.push(String(chunk)));
        child.on('error', reject);
        child.on('close', code => resolve({ code: code ?? 1, output: chunks.join('') }));
      }),
  };
}

async function logged(externalId: (record: { externalId: string; version?: string }) => boolean) {
  const { items } = (await server.get('/v1/deployments?limit=50')) as {
    items: readonly {
      externalId: string;
      version?: string;
      result: string;
      unpermitted: boolean;
      source: string;
    }[];
  };
  return items.filter(externalId);
}

async function heldLocks() {
  return ((await server.get('/v1/locks')) as { items: readonly unknown[] }).items;
}

describe('circleci.yml', () => {
  const { environment, steps } = snippet('circleci.yml').jobs['deploy-production'];
  interface Run {
    readonly command: string;
    readonly when?: 'on_success' | 'on_fail' | 'always';
  }
  const runs: readonly Run[] = steps.flatMap((step: { run?: Run } | string) =>
    typeof step === 'string' ? [] : [step.run],
  );

  async function job(version: string, more: Readonly<Record<string, string>> = {}) {
    const env = {
      ...environment,
      DEPLOY_ENTITY: 'system:default/shop',
      CIRCLE_SHA1: version,
      CIRCLE_WORKFLOW_JOB_ID: version,
      ...more,
    };
    let failed = false;
    let output = '';
    for (const { command, when = 'on_success' } of runs) {
      if (when !== 'always' && (when === 'on_fail') !== failed) continue;
      const step = await checkout.bash(command, env);
      output += step.output;
      if (step.code !== 0) failed = true;
    }
    return { failed, output };
  }

  it('deploys in the order of the procedure, under a permit, and gives the lock back', async () => {
    const { failed, output } = await job('c-good');
    expect(output).toMatch(/Permit .* start by/);
    expect({ failed, did: checkout.did() }).toEqual({
      failed: false,
      did: ['ci/maintenance on', 'ci/migrate-and-seed', 'ci/deploy', 'ci/maintenance off'],
    });
    expect(await logged(({ version }) => version === 'c-good')).toMatchObject([
      { result: 'succeeded', unpermitted: false, source: 'circleci' },
    ]);
    expect(await heldLocks()).toEqual([]);
  });

  it('a failed migration leaves maintenance on, is recorded, and gives the lock back', async () => {
    const { failed } = await job('c-broken', { BROKEN: 'ci/migrate-and-seed' });
    expect({ failed, did: checkout.did() }).toEqual({
      failed: true,
      did: ['ci/maintenance on', 'ci/migrate-and-seed'],
    });
    expect(await logged(({ version }) => version === 'c-broken')).toMatchObject([
      { result: 'failed', unpermitted: false },
    ]);
    expect(await heldLocks()).toEqual([]);
  });

  it('does nothing while it is frozen, and says why', async () => {
    const { failed, output } = await job('c-frozen', { DEPLOY_ENVIRONMENT: 'frozen' });
    expect(output).toMatch(/Frozen for this test holds/);
    expect({
      failed,
      did: checkout.did(),
      logged: await logged(({ version }) => version === 'c-frozen'),
    }).toEqual({ failed: true, did: [], logged: [] });
  });

  it('does nothing while another run holds the lock', async () => {
    const other = await checkout.bash(
      'node deploy-windows.mjs lock take --entity system:default/shop --environment production --out other.json',
      {},
    );
    expect(other.code).toBe(0);
    const { failed, output } = await job('c-second');
    expect(output).toMatch(/LOCK_HELD/);
    expect({ failed, did: checkout.did() }).toEqual({ failed: true, did: [] });
    expect(
      (await checkout.bash('node deploy-windows.mjs lock release --permit other.json', {})).code,
    ).toBe(0);
    expect(await heldLocks()).toEqual([]);
  });
});

describe('github-actions.yml', () => {
  interface Step {
    readonly id?: string;
    readonly name?: string;
    readonly if?: string;
    readonly run?: string;
  }
  const steps: readonly Step[] = snippet('github-actions.yml').jobs.deploy.steps;

  async function job(
    version: string,
    { environment = 'production', ...more }: Readonly<Record<string, string>> = {},
  ) {
    const env = {
      GITHUB_SHA: version,
      GITHUB_RUN_ID: version,
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_JOB: 'deploy',
      ...more,
    };
    let status = 'success';
    let output = '';
    const outcomes: Record<string, string> = {};
    for (const { id, run, if: condition } of steps) {
      if (run === undefined) continue;
      if (condition === undefined && status !== 'success') continue;
      if (condition !== undefined && outcomes.gate !== 'success') continue;
      const command = run
        .replaceAll('${{ job.status }}', status)
        .replaceAll('--environment production', `--environment ${environment}`);
      // Nobody waits an hour for a freeze that never ends.
      const step = await checkout.bash(
        environment === 'production' ? command : command.replace('--wait PT1H', ''),
        env,
      );
      output += step.output;
      if (step.code !== 0) status = 'failure';
      if (id !== undefined) outcomes[id] = step.code === 0 ? 'success' : 'failure';
    }
    return { status, output };
  }

  it('knows the conditions of its steps', () => {
    expect(steps.map(step => step.if).filter(Boolean)).toEqual([
      "always() && steps.gate.outcome == 'success'",
    ]);
  });

  it.each([
    [
      'deploys and writes the log',
      'g-good',
      {},
      'success',
      ['deploy.sh'],
      [{ result: 'succeeded', source: 'github-actions' }],
    ],
    [
      'writes a failed deploy too',
      'g-broken',
      { BROKEN: 'deploy.sh' },
      'failure',
      ['deploy.sh'],
      [{ result: 'failed' }],
    ],
    ['does nothing while it is frozen', 'g-frozen', { environment: 'frozen' }, 'failure', [], []],
    [
      'does nothing when nobody answers',
      'g-away',
      { DEPLOY_WINDOWS_URL: 'http://localhost:1', environment: 'frozen' },
      'failure',
      [],
      [],
    ],
  ])('%s', async (_, version, more, status, did, records) => {
    const ran = await job(version, more as Record<string, string>);
    expect({ status: ran.status, did: checkout.did() }).toEqual({ status, did });
    expect(await logged(record => record.version === version)).toMatchObject(records);
  });
});

describe('gitlab-ci.yml', () => {
  const {
    variables,
    script,
    after_script: after,
  } = snippet('gitlab-ci.yml')['deploy-production'] as {
    variables: Record<string, string>;
    script: readonly string[];
    after_script: readonly string[];
  };

  async function job(version: string, more: Readonly<Record<string, string>> = {}) {
    const env = { ...variables, CI_COMMIT_SHA: version, CI_JOB_ID: version, ...more };
    const main = await checkout.bash(script.join('\n'), env);
    const status = main.code === 0 ? 'success' : 'failed';
    const rest = await checkout.bash(after.join('\n'), { ...env, CI_JOB_STATUS: status });
    return { status, output: main.output, after: rest.code };
  }

  it.each([
    [
      'deploys and writes the log',
      'l-good',
      {},
      'success',
      ['deploy.sh'],
      [{ result: 'succeeded', source: 'gitlab-ci' }],
      /^Yes/,
    ],
    [
      'writes a failed deploy too',
      'l-broken',
      { BROKEN: 'deploy.sh' },
      'failed',
      ['deploy.sh'],
      [{ result: 'failed' }],
      /^Yes/,
    ],
    [
      'does nothing while it is frozen, and says why',
      'l-frozen',
      { DEPLOY_ENVIRONMENT: 'frozen' },
      'failed',
      [],
      [],
      /^Not now: Frozen for this test holds/,
    ],
    [
      'does nothing with a wrong token',
      'l-stranger',
      { DEPLOY_WINDOWS_TOKEN: TOKENS.unknown },
      'failed',
      [],
      [],
      /401/,
    ],
    [
      'does nothing when nobody answers',
      'l-away',
      { DEPLOY_WINDOWS_URL: 'http://localhost:1' },
      'failed',
      [],
      [],
      /curl/,
    ],
  ])('%s', async (_, version, more, status, did, records, words) => {
    const ran = await job(version, more);
    expect(ran.output).toMatch(words);
    expect({ status: ran.status, did: checkout.did(), after: ran.after }).toEqual({
      status,
      did,
      after: 0,
    });
    expect(await logged(record => record.version === version)).toMatchObject(records);
  });
});
