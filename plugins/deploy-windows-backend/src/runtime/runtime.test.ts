import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { DeployWindow, Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import { aWindow } from 'backstage-plugin-deploy-windows-common/testUtils';
import { migrate } from '../database/migrate';
import { DatabaseDeploymentReader } from './DatabaseDeploymentReader';
import { DatabaseRuntimeSource, type RuntimeReaders } from './DatabaseRuntimeSource';
import { RecentDeployments } from './RecentDeployments';
import { tableRange } from './tableRange';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(120_000);

const NOW = Date.parse('2026-11-24T17:00Z');
const DAY = 86_400_000;
const HORIZON = 400 * DAY;

/** A database whose epoch and windows a test sets, and which counts what is read. */
function aDatabase() {
  const state = {
    epoch: 1,
    windows: [aWindow()] as readonly DeployWindow[],
    reads: 0,
    onRead: () => {},
  };
  const nothing = { current: async () => [] };
  const readers: RuntimeReaders = {
    windows: {
      current: async () => {
        state.reads += 1;
        const read = structuredClone(state.windows) as readonly DeployWindow[];
        state.onRead();
        return read;
      },
    },
    exemptions: nothing,
    overrides: nothing,
    locks: { ...nothing, waiting: async () => [] },
    notices: nothing,
    feeds: { tables: async () => ({}) },
    holidays: { tables: async () => ({}) },
    readiness: { verdicts: async () => new Map() },
  };
  const epochs = {
    read: async () => ({
      epoch: state.epoch,
      policyVersion: 1,
      readAt: NOW,
      readinessVersion: 1,
    }),
  };
  return { state, source: new DatabaseRuntimeSource({ epochs, readers, horizon: HORIZON }) };
}

describe('DatabaseRuntimeSource', () => {
  it('reads again only when the epoch is another', async () => {
    const { state, source } = aDatabase();
    const first = await source.runtime(NOW);
    expect(await source.runtime(NOW + 1)).toBe(first);
    expect(state.reads).toBe(1);
    state.epoch = 2;
    state.windows = [];
    expect((await source.runtime(NOW)).windows).toEqual([]);
  });

  it('keeps the same list where it says the same, so that what was compiled stands', async () => {
    const { state, source } = aDatabase();
    const first = await source.runtime(NOW);
    state.epoch = 2;
    const second = await source.runtime(NOW);
    expect(second.epoch).toBe(2);
    expect(second.windows).toBe(first.windows);
  });

  it('never mixes two epochs', async () => {
    const { state, source } = aDatabase();
    // Somebody writes while it is read, after the windows were.
    state.onRead = () => {
      if (state.epoch > 1) return;
      state.epoch = 2;
      state.windows = [];
    };
    const [one, two] = await Promise.all([source.runtime(NOW), source.runtime(NOW)]);
    expect([one.epoch, one.windows, two.windows]).toEqual([2, [], []]);
  });

  it('gives up, rather than guess, when the rules never stand still', async () => {
    const { state, source } = aDatabase();
    state.onRead = () => void (state.epoch += 1);
    await expect(source.runtime(NOW)).rejects.toThrow(
      expect.objectContaining({ name: 'ServiceUnavailableError', code: 'RULES_CHANGING' }),
    );
  });

  it('asks again after a failure', async () => {
    const { state, source } = aDatabase();
    state.onRead = () => {
      state.onRead = () => {};
      throw new Error('the connection was lost');
    };
    await expect(source.runtime(NOW)).rejects.toThrow('the connection was lost');
    expect((await source.runtime(NOW)).epoch).toBe(1);
  });

  it('reads holidays and tables anew when the month is another', async () => {
    const { state, source } = aDatabase();
    await source.runtime(NOW);
    await source.runtime(NOW + 40 * DAY);
    expect(state.reads).toBe(2);
  });
});

describe('tableRange', () => {
  it.each([NOW, NOW + 29 * DAY, 0, Date.parse('2030-02-28T00:00Z')])(
    'reaches from 40 days before %i to 15 days after the horizon',
    (at: Instant) => {
      const { start, end } = tableRange(at, HORIZON);
      expect(start).toBeLessThanOrEqual(at - 40 * DAY);
      expect(end).toBeGreaterThanOrEqual(at + HORIZON + 15 * DAY);
    },
  );
});

describe.each(databases.eachSupportedId())('recent deployments (%s)', id => {
  it('reads many targets in one question, the latest of each', async () => {
    const knex = await databases.init(id);
    await migrate(knex, mockServices.logger.mock());
    const row = (target: string, minute: number) => ({
      id: `${target}-${minute}`.padEnd(36, '0').slice(0, 36),
      target_key: target,
      change_type: 'deploy',
      source: 'ci',
      external_id: `${target}-${minute}`,
      by_ref: 'external:ci',
      unpermitted: true,
      started_at: NOW + minute * 60_000,
      finished_at: NOW + minute * 60_000 + 1,
      result: 'succeeded',
    });
    await knex('deployments').insert([
      ...[1, 3, 2].map(minute => row('component:default/a#production', minute)),
      row('component:default/b#ci', 5),
    ]);
    const queries: string[] = [];
    knex.on('query', ({ sql }: { readonly sql: string }) => void queries.push(sql));
    const recent = new RecentDeployments({ reader: new DatabaseDeploymentReader({ knex }) });
    const targets = [
      'component:default/a#production',
      'component:default/b#ci',
      'component:default/c#ci',
    ];
    await recent.prepare(targets, 7);
    const found = await Promise.all(targets.map(target => recent.of(target, 7)));
    expect(queries).toHaveLength(1);
    expect(found.map(list => list.map(({ startedAt }) => (startedAt - NOW) / 60_000))).toEqual([
      [3, 2, 1],
      [5],
      [],
    ]);
    expect(
      await new DatabaseDeploymentReader({ knex }).recent('component:default/a#production', 2),
    ).toHaveLength(2);
    await recent.of('component:default/a#production', 8);
    expect(queries).toHaveLength(3);
  });
});
