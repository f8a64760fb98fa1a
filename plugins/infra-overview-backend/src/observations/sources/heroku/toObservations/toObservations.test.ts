import {
  databaseSchema,
  scheduleSchema,
  transferSchema,
  type Addon,
  type DatabaseInfo,
} from '../allowList';
import { addonsPart } from './addonsPart';
import { appPart } from './appPart';
import { backupsPart } from './backupsPart';
import { databasesPart } from './databasesPart';
import { certificatesPart, domainsPart } from './domainsPart';
import { logsPart } from './logsPart';
import { processesPart } from './processesPart';
import { kindOf, nameOf, transfersPart } from './transfersPart';

const NOW = Date.UTC(2026, 10, 24, 12);

const anAddon = (plan: string, more: Partial<Addon> = {}): Addon => ({
  id: `id-of-${plan.replace(':', '-')}`,
  name: `${plan.split(':')[0]}-curved-1`,
  app: { id: 'app-1' },
  addon_service: { name: plan.split(':')[0] ?? '' },
  plan: { name: plan },
  ...more,
});
const postgres = anAddon('heroku-postgresql:standard-0');
const aDatabase = (pairs: Record<string, readonly unknown[]>): DatabaseInfo =>
  databaseSchema.parse({ info: Object.entries(pairs).map(([name, values]) => ({ name, values })) });

describe('an app', () => {
  const app = { id: 'app-1', name: 'shop', maintenance: false, region: { name: 'eu' } };

  it.each`
    stage            | space              | expected
    ${'production'}  | ${null}            | ${{ stage: 'production', 'hosting.runtime': 'common-runtime' }}
    ${'test'}        | ${{ name: 'den' }} | ${{ stage: 'ci', 'hosting.runtime': 'private-space' }}
    ${'development'} | ${undefined}       | ${{ stage: 'development' }}
  `('of stage $stage', ({ stage, space, expected }) => {
    const { fields } = appPart({ ...app, space }, stage);
    expect(fields).toMatchObject({ 'hosting.app': 'shop', 'hosting.region': 'eu', ...expected });
  });

  it('outside any pipeline has no stage', () => {
    expect(appPart(app, undefined).fields).not.toHaveProperty('stage');
  });
});

describe('processes', () => {
  it('say how many there are, and the plan when they agree on it', () => {
    const { fields, items, complete } = processesPart([
      { type: 'web', quantity: 2, size: 'Standard-1X' },
      { type: 'worker', quantity: 0, size: 'Eco' },
      { type: 'release', quantity: 0, size: 'Eco' },
    ]);
    expect(fields).toEqual({ 'hosting.plan': 'Standard-1X' });
    expect(items.map(({ name, fields: { instances } }) => [name, instances])).toEqual([
      ['web', 2],
      ['worker', 0],
    ]);
    expect(complete).toEqual(['processes']);
  });

  it('of two sizes have no common plan', () => {
    const two = [
      { type: 'web', quantity: 1, size: 'Standard-1X' },
      { type: 'worker', quantity: 1, size: 'Performance-M' },
    ];
    expect(processesPart(two).fields).toEqual({});
  });
});

describe('add-ons', () => {
  it.each`
    plan                              | cents   | expected
    ${'heroku-postgresql:standard-0'} | ${5000} | ${{ product: 'heroku-postgresql', plan: 'standard-0', 'observed.price': '50 USD a month' }}
    ${'papertrail:choklad'}           | ${0}    | ${{ product: 'papertrail', plan: 'choklad', 'observed.price': 'free' }}
    ${'memcachier:500'}               | ${1250} | ${{ product: 'memcachier', plan: '500', 'observed.price': '12.50 USD a month' }}
  `('$plan', ({ plan, cents, expected }) => {
    const addon = anAddon(plan, { billed_price: { cents, unit: 'month' } });
    expect(addonsPart([addon]).items[0]?.fields).toMatchObject(expected);
  });

  it('tell the names of their variables, once each, and nothing that is no name', () => {
    const addons = [
      anAddon('a:b', { config_vars: ['B_URL', 'A_URL'] }),
      anAddon('c:d', { config_vars: ['B_URL', 'postgres://x'] }),
    ];
    expect(addonsPart(addons).fields).toEqual({ 'observed.variableNames': ['A_URL', 'B_URL'] });
  });
});

describe('databases', () => {
  const secret = ['postgres://', 'u', ':', 'p', '@h'].join('');

  it.each`
    what                       | pairs                                                  | availability
    ${'one alone'}             | ${{ Status: ['Available'] }}                           | ${{ redundancy: 'none', failover: 'none' }}
    ${'with a standby'}        | ${{ 'HA Status': ['Available'] }}                      | ${{ redundancy: 'replica', replicas: 1, failover: 'automatic' }}
    ${'with a standby not up'} | ${{ 'HA Status': ['Temporarily Unavailable'] }}        | ${{ redundancy: 'replica', replicas: 1 }}
    ${'with followers'}        | ${{ Followers: [secret, secret] }}                     | ${{ redundancy: 'replica', replicas: 2, failover: 'manual' }}
    ${'with both'}             | ${{ 'HA Status': ['Available'], Followers: [secret] }} | ${{ redundancy: 'replica', replicas: 2, failover: 'automatic' }}
  `('$what', ({ pairs, availability }) => {
    const { items } = databasesPart([{ addon: postgres, info: aDatabase(pairs) }]);
    const fields = Object.entries(items[0]?.fields ?? {}).flatMap(([path, value]) =>
      path.startsWith('availability.') ? [[path.slice('availability.'.length), value]] : [],
    );
    expect(Object.fromEntries(fields)).toEqual(availability);
    expect(JSON.stringify(items)).not.toContain(secret);
  });
});

describe('backups', () => {
  const backups = (pairs: Record<string, readonly unknown[]>, schedules: readonly unknown[] = []) =>
    backupsPart(
      [
        {
          addon: postgres,
          info: aDatabase(pairs),
          schedules: schedules.map(schedule => scheduleSchema.parse(schedule)),
        },
      ],
      NOW,
    ).items.map(({ fields: { of: _of, ...fields } }) => fields);

  it.each`
    rollback                                | window
    ${'earliest from 2026-11-20 12:04 UTC'} | ${'P4D'}
    ${'from 2026-11-17 12:00 UTC'}          | ${'P7D'}
    ${'earliest from 2026-11-24 11:00 UTC'} | ${undefined}
    ${'Unsupported'}                        | ${undefined}
  `('continuous protection with rollback $rollback', ({ rollback, window }) => {
    expect(backups({ 'Continuous Protection': ['On'], Rollback: [rollback] })).toEqual([
      { method: 'continuous', ...(window && { 'pitr.window': window }) },
    ]);
  });

  it.each`
    schedule                                             | expected
    ${{ hour: 2, retain_weeks: 4, retain_months: 0 }}    | ${{ frequency: 'P1D', retention: 'P28D' }}
    ${{ hour: '2', retain_weeks: 4, retain_months: 12 }} | ${{ frequency: 'P1D', retention: 'P12M' }}
    ${{ hour: 2, days: ['Sunday'], retain_weeks: 1 }}    | ${{ frequency: 'P7D', retention: 'P7D' }}
    ${{ hour: 2, days: ['Sunday', 'Monday'] }}           | ${{}}
  `('a schedule of $schedule', ({ schedule, expected }) => {
    expect(backups({}, [schedule])).toEqual([{ method: 'logical', ...expected }]);
  });

  it('are none where there is no database, and that is all there is', () => {
    expect(backupsPart([], NOW)).toMatchObject({ items: [], complete: ['backups'] });
  });
});

describe('transfers', () => {
  const aTransfer = (more: object) =>
    transferSchema.parse({
      num: 12,
      from_type: 'pg_dump',
      to_type: 'gof3r',
      succeeded: true,
      ...more,
    });

  it.each`
    from         | to              | schedule               | kind           | name
    ${'pg_dump'} | ${'gof3r'}      | ${{ uuid: 'nightly' }} | ${'scheduled'} | ${'a012'}
    ${'pg_dump'} | ${'gof3r'}      | ${null}                | ${'by-hand'}   | ${'b012'}
    ${'gof3r'}   | ${'pg_restore'} | ${null}                | ${'restore'}   | ${'r012'}
    ${'pg_dump'} | ${'pg_restore'} | ${null}                | ${'copy'}      | ${'c012'}
    ${'htcat'}   | ${'gof3r'}      | ${null}                | ${'other'}     | ${'b012'}
  `('from $from to $to is $kind', ({ from, to, schedule, kind, name }) => {
    const transfer = aTransfer({ from_type: from, to_type: to, schedule });
    expect([kindOf(transfer), nameOf(transfer)]).toEqual([kind, name]);
  });

  const reporting = anAddon('heroku-postgresql:premium-0', { name: 'reporting' });
  const seen = (transfers: readonly object[]) =>
    transfersPart({
      app: 'shop',
      transfers: transfers.map(aTransfer),
      databases: [postgres, reporting],
      primary: postgres,
      scheduledFor: new Map([['weekly', reporting]]),
    }).items.map(({ fields: { product: _product, plan: _plan, ...fields } }) => fields);

  it('tell the newest one that is finished, be it good or not', () => {
    const [first] = seen([
      { num: 1, finished_at: '2026-11-22T02:00:00Z', processed_bytes: 100 },
      { num: 2, finished_at: '2026-11-23T02:00:00Z', processed_bytes: 0, succeeded: false },
      { num: 3 },
    ]);
    expect(first).toEqual({
      'observed.lastBackup': '2026-11-23T02:00:00.000Z',
      'observed.lastBackupSucceeded': false,
      'observed.lastBackupSize': 0,
      'observed.lastBackupName': 'b002',
    });
  });

  it('count for the database they are scheduled for', () => {
    const [first, second] = seen([
      { num: 4, finished_at: '2026-11-23T02:00:00Z', schedule: { uuid: 'weekly' } },
    ]);
    expect(first).toEqual({});
    expect(second).toMatchObject({ 'observed.lastBackupName': 'a004' });
  });

  it('prove a restore only when it succeeded, and a copy proves no backup', () => {
    const restore = { from_type: 'gof3r', to_type: 'pg_restore' };
    const [first] = seen([
      { ...restore, finished_at: '2026-11-20T02:00:00Z' },
      { ...restore, finished_at: '2026-11-23T02:00:00Z', succeeded: false },
      { to_type: 'pg_restore', finished_at: '2026-11-24T02:00:00Z' },
    ]);
    expect(first).toEqual({
      'observed.lastRestore': '2026-11-20T02:00:00.000Z',
      'observed.lastRestoreTo': 'shop',
    });
  });
});

describe('names and certificates', () => {
  const domains = [
    { id: 'd-1', hostname: 'shop.herokuapp.com', kind: 'heroku' },
    { id: 'd-2', hostname: 'www.shop.example', kind: 'custom' },
  ];

  it('tell names of Heroku from names of our own', () => {
    expect(domainsPart(domains).items.map(({ fields }) => fields.kind)).toEqual([
      'provider-default',
      'custom',
    ]);
  });

  it.each`
    what             | certificate                                                                                   | expected
    ${'managed'}     | ${{ acm: true, expires_at: '2027-01-02T03:04:05Z' }}                                          | ${{ 'tls.source': 'acm', 'tls.autoRenew': true, 'tls.expires': '2027-01-02' }}
    ${'uploaded'}    | ${{ acm: false, expires_at: '2027-01-02T03:04:05Z', issuer: "/C=US/O=Let's Encrypt/CN=R11" }} | ${{ 'tls.source': 'letsencrypt', 'tls.autoRenew': false }}
    ${'of somebody'} | ${{ issuer: '/C=XX/O=Somebody' }}                                                             | ${{ 'tls.autoRenew': false }}
  `('$what', ({ certificate, expected }) => {
    for (const key of ['d-2', 'www.shop.example']) {
      const { items } = certificatesPart(domains, [{ ssl_cert: certificate, domains: [key] }]);
      expect(items).toHaveLength(1);
      expect(items[0]?.fields).toMatchObject({ host: 'www.shop.example', ...expected });
      expect(JSON.stringify(items)).not.toContain('Somebody');
    }
  });
});

describe('logs', () => {
  it('name the add-ons they flow to, and no address', () => {
    const papertrail = anAddon('papertrail:fixa');
    const drains = [{ addon: { id: papertrail.id } }, { addon: null }, {}];
    expect(logsPart(drains, [papertrail]).items[0]?.fields).toEqual({ to: ['papertrail'] });
    expect(logsPart([{ addon: null }], [papertrail]).items).toEqual([]);
  });
});
