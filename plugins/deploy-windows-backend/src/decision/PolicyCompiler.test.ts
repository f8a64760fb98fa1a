import {
  defaultPolicy,
  type DeployWindow,
  type HolidayTables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { aWindow } from 'backstage-plugin-deploy-windows-common/testUtils';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { Runtime } from '../runtime/Runtime';
import { ZoneTableCache } from '../runtime/ZoneTableCache';
import { PolicyCompiler, storedFor } from './PolicyCompiler';

const NOW = Date.parse('2026-11-24T17:00Z');
const DAY = 86_400_000;
const WEB = 'component:default/web';

const target: KnownTarget = {
  key: `${WEB}#production`,
  entityRef: WEB,
  environment: 'production',
  stage: 'production',
  facts: {
    ref: WEB,
    kind: 'Component',
    namespace: 'default',
    name: 'web',
    title: 'web',
    tags: [],
    entity: { kind: 'Component' },
    outcome: 'absent',
  },
  chain: [
    { entityRef: 'domain:default/city', level: 'domain' },
    { entityRef: 'system:default/noipm', level: 'system' },
    { entityRef: WEB, level: 'component' },
  ],
};
const stored = (level: string, fields: Partial<DeployWindow> = {}) =>
  aWindow({ key: `db:${level}`, origin: 'database', level, ...fields });
const aRuntime = (fields: Partial<Runtime> = {}): Runtime => ({
  epoch: 1,
  windows: [],
  exemptions: [],
  overrides: [],
  locks: [],
  waiting: [],
  notices: [],
  feeds: {},
  holidays: {},
  readiness: new Map(),
  ...fields,
});

function aCompiler() {
  const asked: number[] = [];
  const compiler = new PolicyCompiler({
    zones: new ZoneTableCache({ version: () => '2026b' }),
    defaultsOf: defaultPolicy,
    holidays: {
      tables: async ({ start }): Promise<HolidayTables> => {
        asked.push(start);
        return {};
      },
    },
    horizon: 400 * DAY,
    now: () => NOW,
  });
  return { compiler, asked };
}

describe('PolicyCompiler', () => {
  it('compiles once, whatever the epoch, while the rules are the same', async () => {
    const { compiler } = aCompiler();
    const runtime = aRuntime({ windows: [stored('system:default/noipm')] });
    const first = await compiler.compiled(target, runtime, NOW);
    expect(await compiler.compiled(target, { ...runtime, epoch: 2, locks: [] }, NOW + 60_000)).toBe(
      first,
    );
    expect(
      await compiler.compiled(target, { ...runtime, windows: [...runtime.windows] }, NOW),
    ).not.toBe(first);
    expect(await compiler.compiled({ ...target }, runtime, NOW)).not.toBe(first);
  });

  it('has tables of what the policy uses, and of nothing else', async () => {
    const { compiler } = aCompiler();
    const windows = [
      stored('system:default/noipm', {
        timeZone: 'Europe/Berlin',
        holidays: { set: 'us', on: 'skip' },
      }),
      stored('domain:default/city', { schedule: { type: 'feed', feed: 'launches' } }),
    ];
    const table = { first: '2026-01-01', last: '2029-12-31', dates: [] };
    const runtime = aRuntime({
      windows,
      holidays: { us: table, fr: table },
      feeds: { launches: { events: [] }, other: { events: [] } },
    });
    const { tables } = await compiler.compiled(target, runtime, NOW);
    expect([
      Object.keys(tables.zones),
      Object.keys(tables.holidays),
      Object.keys(tables.feeds),
    ]).toEqual([['America/Chicago', 'Europe/Berlin'], ['us'], ['launches']]);
  });

  it('answers about another year with tables of that year, and keeps the usual ones', async () => {
    const { compiler, asked } = aCompiler();
    const runtime = aRuntime();
    const usual = await compiler.compiled(target, runtime, NOW);
    const later = await compiler.compiled(target, runtime, NOW + 1_000 * DAY);
    expect(later.tables.range.start).toBeGreaterThan(usual.tables.range.start + 900 * DAY);
    expect(asked).toHaveLength(1);
    expect(await compiler.compiled(target, runtime, NOW)).toBe(usual);
  });
});

describe('storedFor', () => {
  it.each`
    level                                 | counts
    ${'domain:default/city'}              | ${true}
    ${'system:default/noipm'}             | ${true}
    ${'system:default/noipm#production'}  | ${true}
    ${'component:default/web#production'} | ${true}
    ${'system:default/noipm#staging'}     | ${false}
    ${'domain:default/village'}           | ${false}
    ${'component:default/api#production'} | ${false}
  `('a window kept at $level: $counts', ({ level, counts }) => {
    expect(storedFor(target, [stored(level)])).toHaveLength(counts ? 1 : 0);
  });
});
