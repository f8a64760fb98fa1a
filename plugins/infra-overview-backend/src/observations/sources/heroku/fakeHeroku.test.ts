// The source against the stand-in that the demo starts: a server of its own process, whose answers hold planted secrets.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { aSource, partOf, reportsOf } from './__testUtils__/aSource';

const MAIN = resolve(__dirname, '../../../../../../scripts/fakeHeroku/main.mjs');
const token = randomBytes(16).toString('hex');
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  server = spawn(process.execPath, [MAIN], {
    env: { ...process.env, FAKE_HEROKU_TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!server.stdout) throw new Error('it has no output');
  const [address] = await once(server.stdout, 'data');
  url = `${address}`.trim();
});
afterAll(() => void server.kill());

const told = async <T>(path: string): Promise<T> => (await fetch(`${url}${path}`)).json();
const press = (action: string) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ action }), redirect: 'manual' });
const aLook = () => {
  const bindings = [
    { app: 'noipm-production', entityRef: 'system:default/noipm', environment: 'production' },
  ];
  const heroku = aSource({ token, apiUrl: url, dataUrl: url, bindings }, { now: Date.now });
  return reportsOf(heroku, []);
};
const production = async () => (await aLook())[0];

it('sees what the documents do not say', async () => {
  const reports = await aLook();
  expect(reports.map(({ subject, environment }) => [subject, environment])).toEqual([
    ['noipm-production', 'production'],
    ['noipm-staging', 'staging'],
    ['noipm-ci', 'development'],
    ['noipm-sandbox', 'development'],
    ['noipm: review apps', 'review'],
    ['noipm: test runs', 'ci'],
  ]);
  const [first, staging] = reports;
  expect(first?.outcome).toBe('ok');
  expect(partOf(first, 'addons')?.items.map(({ fields: { product } }) => product)).toEqual([
    'heroku-postgresql',
    'heroku-redis',
    'papertrail',
  ]);
  expect(partOf(first, 'backups')?.items.map(({ fields }) => fields)).toMatchObject([
    { method: 'continuous', 'pitr.window': 'P4D' },
    { method: 'logical', frequency: 'P1D', retention: 'P28D' },
  ]);
  expect(partOf(first, 'transfers')?.items[0]?.fields).toMatchObject({
    'observed.lastBackupName': 'a007',
    'observed.lastBackupSucceeded': true,
  });
  expect(partOf(staging, 'transfers')?.items[0]?.fields).toMatchObject({
    'observed.lastRestoreTo': 'noipm-staging',
  });
});

it('sees what a person changes', async () => {
  const web = async () => partOf(await production(), 'processes')?.items[0]?.fields.instances;
  expect(await web()).toBe(2);
  await press('scale-3');
  expect(await web()).toBe(3);
  await press('premium');
  expect(partOf(await production(), 'databases')?.items[0]?.fields).toMatchObject({
    plan: 'premium-0',
    'availability.redundancy': 'replica',
    'availability.failover': 'automatic',
  });
  await press('fail');
  await expect(aLook()).rejects.toThrow('out of order at GET /apps (500)');
  await press('fail');
  expect((await production())?.outcome).toBe('ok');
});

it('takes nothing with it that is secret, and never goes where secrets are', async () => {
  const seen = JSON.stringify(await aLook());
  const secrets = await told<string[]>('/_fake/secrets');
  expect(secrets.length).toBeGreaterThan(50);
  expect(secrets.filter(secret => seen.includes(secret))).toEqual([]);
  const requests = (await told<string[]>('/_fake/requests')).filter(
    line => !/ \/$| \/_fake/.test(line),
  );
  expect(requests.length).toBeGreaterThan(50);
  expect(requests.filter(line => !line.startsWith('GET ') || line.includes('config'))).toEqual([]);
});

it('does not get in with another token', async () => {
  const stranger = aSource({ token: 'another', apiUrl: url, dataUrl: url });
  expect(await stranger.source.prepare(new AbortController().signal)).toEqual({
    state: 'disabled',
    reason: 'the token is not accepted (401)',
  });
});
