// Two backends, 32 clients, one lock, over one PostgreSQL: that nobody ever holds it twice is checked before anything is timed.
import { fork } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import createKnex, { type Knex } from 'knex';
import { DAY } from 'backstage-plugin-deploy-windows-common/evaluator';
import { someTables } from 'backstage-plugin-deploy-windows-common/testUtils';
import { databaseTime } from '../plugins/deploy-windows-backend/src/database/databaseTime';
import { migrate } from '../plugins/deploy-windows-backend/src/database/migrate';
import {
  aReplica,
  callBy,
  WEB,
} from '../plugins/deploy-windows-backend/src/log/__testUtils__/aReplica';

const BACKENDS = 2;
const CLIENTS = 16;
const ATTEMPTS = 10_000;
/** Milliseconds, at most, before a client that was refused asks again. */
const BREATH = 40;
const connection = String(process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING);

interface Report {
  readonly begunAt: number;
  readonly endedAt: number;
  readonly attempts: number;
  readonly grants: number;
  readonly overlaps: number;
  readonly disorders: number;
  readonly granted: readonly number[];
  readonly refused: readonly number[];
}

const backend = process.env.BENCH_BACKEND;
if (backend === undefined) void main();
else void work(Number(backend), String(process.env.BENCH_DATABASE));

async function main(): Promise<void> {
  const database = `bench_locks_${process.pid}`;
  const server = createKnex({ client: 'pg', connection });
  await server.raw(`CREATE DATABASE ${database}`);
  const knex = createKnex({ client: 'pg', connection: connectionTo(database) });
  await migrate(knex, { ...console, child: () => undefined } as never);
  await knex.schema.createTable('bench_holder', table => {
    table.integer('id').primary();
    table.string('holder');
    table.bigInteger('last_token').notNullable();
  });
  await knex('bench_holder').insert({ id: 1, holder: null, last_token: 0 });

  const reports = await Promise.all(
    Array.from({ length: BACKENDS }, (_, index) => backendOf(index, database)),
  );
  const begunAt = Math.min(...reports.map(report => report.begunAt));
  const seconds = (Math.max(...reports.map(report => report.endedAt)) - begunAt) / 1000;
  const last = Number((await knex('lock_keys').first('last_token')).last_token);
  await knex.destroy();
  await server.raw(`DROP DATABASE ${database}`);
  await server.destroy();
  print(reports, seconds, last);
}

function isReport(message: unknown): message is Report {
  return typeof message === 'object' && message !== null && 'grants' in message;
}

/** A process of its own: nothing but the database is shared. */
function backendOf(index: number, database: string): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, {
      env: { ...process.env, BENCH_BACKEND: String(index), BENCH_DATABASE: database },
    });
    // The transform of TypeScript sends messages of its own.
    child.on('message', message => isReport(message) && resolve(message));
    child.once(
      'exit',
      code => code !== 0 && reject(new Error(`Backend ${index} ended with ${code}`)),
    );
  });
}

async function work(index: number, database: string): Promise<void> {
  const knex = createKnex({
    client: 'pg',
    connection: connectionTo(database),
    pool: { min: 0, max: 20 },
  });
  const now = Date.now();
  const tables = someTables({ start: now - 41 * DAY, end: now + 416 * DAY });
  const replica = aReplica(knex, { tables, clock: Date.now, databaseTime });
  const report = {
    begunAt: 0,
    endedAt: 0,
    attempts: 0,
    grants: 0,
    overlaps: 0,
    disorders: 0,
    granted: [] as number[],
    refused: [] as number[],
  };

  const client = async (number: number) => {
    const name = `external:client-${index}-${number}`;
    while (report.attempts < ATTEMPTS) {
      report.attempts += 1;
      const options = callBy(name, { now: Date.now() });
      const begun = performance.now();
      const { permit } = await replica.permits.take(
        { ...WEB, changeType: 'deploy', ttl: 'PT1M' },
        options,
      );
      const took = performance.now() - begun;
      if (permit?.lock === undefined) {
        report.refused.push(took);
        await setTimeout(Math.random() * BREATH);
        continue;
      }
      report.grants += 1;
      report.granted.push(took);
      await hold(knex, name, permit.lock.token, report);
      await replica.permits.release(
        permit.id,
        permit.lock.token,
        callBy(name, { now: Date.now() }),
      );
    }
  };
  report.begunAt = Date.now();
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  report.endedAt = Date.now();
  await knex.destroy();
  process.send?.(report);
}

/** Whoever finds somebody else there, or a token that is not higher than all before, has seen two holders. */
async function hold(
  knex: Knex,
  name: string,
  token: number,
  report: { overlaps: number; disorders: number },
): Promise<void> {
  const entered = await knex('bench_holder')
    .where({ id: 1 })
    .whereNull('holder')
    .update({ holder: name });
  if (entered !== 1) report.overlaps += 1;
  const rose = await knex('bench_holder')
    .where({ id: 1 })
    .where('last_token', '<', token)
    .update({ last_token: token });
  if (rose !== 1) report.disorders += 1;
  await knex('bench_holder').where({ id: 1, holder: name }).update({ holder: null });
}

function print(reports: readonly Report[], seconds: number, last: number): void {
  const sum = (read: (report: Report) => number) =>
    reports.reduce((total, report) => total + read(report), 0);
  const [attempts, grants] = [sum(report => report.attempts), sum(report => report.grants)];
  const [overlaps, disorders] = [sum(report => report.overlaps), sum(report => report.disorders)];
  const granted = reports.flatMap(report => report.granted);
  const refused = reports.flatMap(report => report.refused);
  console.log(
    `${BACKENDS} backends as processes, ${BACKENDS * CLIENTS} clients, one lock, PostgreSQL.\n`,
  );
  console.log('| | |\n|---|---|');
  console.log(
    `| attempts | ${attempts} in ${seconds.toFixed(1)} s, ${(attempts / seconds).toFixed(0)} a second |`,
  );
  console.log(
    `| granted, each with verdict, lock, permit, log row and message | ${grants} (p50 ${at(granted, 0.5)}, p95 ${at(granted, 0.95)}) |`,
  );
  console.log(
    `| refused, with the holder's name | ${refused.length} (p50 ${at(refused, 0.5)}, p95 ${at(refused, 0.95)}) |`,
  );
  console.log(`| two holders at once | ${overlaps} |`);
  console.log(
    `| tokens out of order, skipped or given twice | ${disorders + Math.abs(last - grants)} |`,
  );
  if (overlaps + disorders + Math.abs(last - grants) === 0) return;
  console.error('The lock was held twice, or its tokens are not in order.');
  process.exit(1);
}

function at(times: readonly number[], part: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `${(sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1)} ms`;
}

function connectionTo(database: string): string {
  const url = new URL(connection);
  url.pathname = `/${database}`;
  return url.toString();
}
