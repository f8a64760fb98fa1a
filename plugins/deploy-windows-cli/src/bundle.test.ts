import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLES } from './__testUtils__/exampleCatalog';

jest.setTimeout(120_000);

const root = join(__dirname, '..');
const AT = ['--at', '2026-11-24T17:00:00Z'];
const ASK = [
  'can-deploy',
  '--entity',
  'system:default/noipm',
  '--environment',
  'production',
  '--offline',
  'catalog',
  ...AT,
];
const SENTENCE =
  /^Not now: IPM staff must be told 24 hours before\. Tell them now and you may start Wed 25 Nov, 11:00\./;

// Nothing of this process reaches the command: no loader, no variable of the portal.
const run = (file: string, args: readonly string[], cwd: string) =>
  spawnSync(process.execPath, [file, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '' },
  });

describe('released as one file', () => {
  let empty: string;
  beforeAll(() => {
    empty = mkdtempSync(join(tmpdir(), 'deploy-windows-'));
    execFileSync(process.execPath, ['scripts/bundle.mjs', empty], { cwd: root });
    cpSync(EXAMPLES, join(empty, 'catalog'), { recursive: true });
  });
  afterAll(() => rmSync(empty, { recursive: true, force: true }));

  it('lies alone, with the licences of what is in it', () => {
    expect(readdirSync(empty).sort()).toEqual([
      'catalog',
      'deploy-windows.licences.txt',
      'deploy-windows.mjs',
    ]);
    const licences = readFileSync(join(empty, 'deploy-windows.licences.txt'), 'utf8');
    for (const name of ['yaml', 'zod', 'rrule-temporal'])
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  });

  it('asks for nothing but what Node.js brings', () => {
    const text = readFileSync(join(empty, 'deploy-windows.mjs'), 'utf8');
    const names = [
      ...text.matchAll(
        /(?:^|[;}\s])import[^"'()]*?from\s*["']([^"']+)["']|__require\("([^"]+)"\)/g,
      ),
    ].map(([, one, other]) => one ?? other ?? '');
    expect(names).toContain('node:fs');
    expect(
      names.filter(name => !name.startsWith('node:') && !builtinModules.includes(name)),
    ).toEqual([]);
  });

  it.each([
    ['help', ['can-deploy', '--help'], 0, /^May it be deployed now\?/, /^$/],
    ['an answer from files', ASK, 1, SENTENCE, /^Answered from \d+ catalog files/],
    [
      'what is missing, from files and shipped packs',
      ['readiness', 'check', 'catalog/tts', '--environment', 'production', ...AT],
      1,
      /^Not ready for production: \d+ must-haves open: /m,
      /^From 7 catalog files, without a server\. Judged as of 2026-11-24T17:00:00Z/,
    ],
    ['wrong use', ['can-deploy'], 2, /^$/, /^--entity REF and --environment NAME are missing/],
  ])('runs in an empty folder: %s', (_, args, code, out, err) => {
    const ran = run('deploy-windows.mjs', args, empty);
    expect(ran.stdout).toMatch(out);
    expect(ran.stderr).toMatch(err);
    expect(ran.status).toBe(code);
  });

  it('runs in an empty folder: no answer', async () => {
    const ran = run(
      'deploy-windows.mjs',
      [...ASK.slice(0, 5), '--url', `http://127.0.0.1:${await closedPort()}`],
      empty,
    );
    expect(ran.stderr).toMatch(/cannot be reached \(ECONNREFUSED\)/);
    expect([ran.status, ran.stdout]).toEqual([3, '']);
  });
});

it('keeps its exit code when the reader has seen enough', () => {
  const script = `node "${join(root, 'bin/deploy-windows.js')}" next ${ASK.slice(1).join(' ')} --count 100 | head -n 1 > /dev/null; exit "\${PIPESTATUS[0]}"`;
  const { status, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    cwd: join(EXAMPLES, '..'),
    encoding: 'utf8',
    env: { PATH: `${join(process.execPath, '..')}:${process.env.PATH}` },
  });
  expect(stderr).not.toMatch(/EPIPE/);
  expect(status).toBe(0);
});

/** One that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

it('runs from source in this repository', () => {
  const { status, stdout } = run(join(root, 'bin/deploy-windows.js'), ASK, join(EXAMPLES, '..'));
  expect(stdout).toMatch(SENTENCE);
  expect(status).toBe(1);
});
