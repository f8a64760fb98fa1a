import { randomUUID } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { DeployWindow, Override } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { readEpoch } from '../database/write';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import { DatabaseOverrideStore, type StoredOverride } from '../overrides';
import { DatabaseExemptionStore } from './DatabaseExemptionStore';
import { DatabaseWindowStore } from './DatabaseWindowStore';
import type { StoredExemption } from './ExemptionStore';
import type { StoredWindow } from './WindowStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(120_000);

const NOW = Date.parse('2026-11-24T17:00Z');
const HOUR = 3_600_000;
const WEB = 'component:default/web#production';

function aStoredWindow(
  fields: Partial<StoredWindow> = {},
  windowFields: Partial<DeployWindow> = {},
): StoredWindow {
  const id = randomUUID();
  return {
    id,
    window: {
      key: `db:${id}`,
      kind: 'freeze',
      title: 'Year-end reporting',
      level: 'system:default/noipm#production',
      origin: 'database',
      reason: 'Reports are due on 31 December',
      owner: 'user:default/ann',
      environments: ['production'],
      stages: ['production'],
      scope: { kind: 'Component', 'metadata.tags': { $contains: 'ruby' } },
      changeTypes: ['deploy', 'config'],
      schedule: { type: 'weekly', days: ['fri'], from: '17:00', to: '24:00' },
      timeZone: 'America/Chicago',
      holidays: { set: 'us', on: 'skip', before: 1 },
      hard: true,
      overridableBy: ['group:default/on-call'],
      expiresAt: NOW + 48 * HOUR,
      reviewAt: NOW + 24 * HOUR,
      version: 1,
      ...windowFields,
    },
    isIncident: false,
    createdBy: 'user:default/ann',
    createdAt: NOW,
    ...fields,
  };
}

function anExemption(fields: Partial<StoredExemption> = {}): StoredExemption {
  return {
    id: randomUUID(),
    freeze: 'db:1',
    freezeTitle: 'Year-end reporting',
    level: 'system:default/noipm#production',
    target: WEB,
    start: NOW,
    end: NOW + HOUR,
    reason: 'A fix for the report itself',
    grantedBy: 'user:default/ann',
    grantedAt: NOW,
    ...fields,
  };
}

function anOverride(
  fields: Partial<Override> = {},
  stored: Partial<StoredOverride> = {},
): StoredOverride {
  return {
    override: {
      id: randomUUID(),
      target: WEB,
      rules: ['db:1', 'notice:system:default/noipm/ipm'],
      start: NOW,
      end: NOW + HOUR,
      use: 'single',
      usableBy: ['external:ci-web'],
      reason: 'The report shows wrong sums',
      ticket: 'OPS-7',
      requestedBy: 'user:default/ann',
      twoPerson: true,
      authority: [],
      ...fields,
    },
    titles: ['Year-end reporting', 'the notice to IPM staff'],
    requestedAt: NOW,
    ...stored,
  };
}

const message = (dedupeKey: string): OutboxMessage => ({
  dedupeKey,
  topic: 'deploy-windows.freeze-changed',
  payload: { step: 'created' },
});

describe.each(databases.eachSupportedId())('stores of windows and exceptions (%s)', databaseId => {
  let knex: Knex;
  let windows: DatabaseWindowStore;
  let exemptions: DatabaseExemptionStore;
  let overrides: DatabaseOverrideStore;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex, mockServices.logger.mock());
    windows = new DatabaseWindowStore({ knex });
    exemptions = new DatabaseExemptionStore({ knex });
    overrides = new DatabaseOverrideStore({ knex });
  });
  beforeEach(async () => {
    for (const table of ['window_revisions', 'windows', 'exemptions', 'overrides', 'outbox'])
      await knex(table).delete();
  });

  const topics = async () =>
    (await knex('outbox').select('dedupe_key')).map(row => row.dedupe_key).sort();

  describe('windows', () => {
    it.each([
      ['with every field', aStoredWindow()],
      ['with none that may be left out', aStoredWindow({}, bare())],
      [
        'of an incident',
        aStoredWindow(
          { isIncident: true },
          { schedule: { type: 'exact', start: NOW, end: NOW + HOUR } },
        ),
      ],
      [
        'over by itself',
        aStoredWindow(
          { overAt: NOW + HOUR },
          {
            ...bare(),
            schedule: { type: 'once', start: '2026-12-21T00:00', end: '2027-01-04T08:00' },
          },
        ),
      ],
      ['at an entity', aStoredWindow({}, { level: 'domain:default/city' })],
    ])('gives back a window %s as it was', async (_, stored) => {
      await windows.insert(stored, { messages: [] });
      expect(await windows.find(stored.id)).toEqual(stored);
      expect(await windows.current(NOW)).toEqual([stored.window]);
    });

    it('raises the epoch and writes messages in the same transaction', async () => {
      const before = await readEpoch(knex);
      const stored = aStoredWindow();
      await windows.insert(stored, { why: 'Reports', messages: [message('one'), message('one')] });
      expect(await readEpoch(knex)).toBe(before + 1);
      expect(await topics()).toEqual(['one']);
      // The second insert fails, and its message with it.
      await expect(windows.insert(stored, { messages: [message('two')] })).rejects.toThrow();
      expect(await readEpoch(knex)).toBe(before + 1);
      expect(await topics()).toEqual(['one']);
    });

    it.each<readonly [string, Partial<StoredWindow>, Partial<DeployWindow>, number, number]>([
      ['in force', {}, {}, NOW, 1],
      ['at the instant it expires', {}, {}, NOW + 48 * HOUR, 0],
      ['without an end', {}, { ...bare(), reviewAt: NOW }, NOW + 9_000 * HOUR, 1],
      ['withdrawn', { withdrawnAt: NOW, withdrawnBy: 'user:default/bob' }, {}, NOW, 0],
    ])('reads what is current: %s', async (_, fields, windowFields, now, count) => {
      await windows.insert(aStoredWindow(fields, windowFields), { messages: [] });
      expect(await windows.current(now)).toHaveLength(count);
    });

    it('replaces only the version that was read, and keeps every version', async () => {
      const stored = aStoredWindow();
      await windows.insert(stored, { why: 'Reports', messages: [] });
      const next = { ...stored, window: { ...stored.window, title: 'Year end', version: 2 } };
      const edit = { by: 'user:default/bob', at: NOW + 1, why: 'a shorter title' };
      expect(await windows.replace(next, edit, [message('changed')])).toBe('written');
      expect(await windows.replace(next, edit, [message('changed twice')])).toBe('stale');
      expect((await windows.find(stored.id))?.window.title).toBe('Year end');
      expect(await topics()).toEqual(['changed']);
      expect(await windows.revisions(stored.id)).toEqual([
        { version: 1, window: stored.window, by: 'user:default/ann', at: NOW, why: 'Reports' },
        {
          version: 2,
          window: next.window,
          by: 'user:default/bob',
          at: NOW + 1,
          why: 'a shorter title',
        },
      ]);
    });

    it('lets one of two editors win', async () => {
      const stored = aStoredWindow();
      await windows.insert(stored, { messages: [] });
      const edit = { by: 'user:default/bob', at: NOW };
      const change = (title: string) =>
        windows.replace({ ...stored, window: { ...stored.window, title, version: 2 } }, edit, []);
      expect((await Promise.all([change('one'), change('two')])).sort()).toEqual([
        'stale',
        'written',
      ]);
    });

    it('does not bring a withdrawn one back', async () => {
      const stored = aStoredWindow({ withdrawnAt: NOW, withdrawnBy: 'user:default/bob' });
      await windows.insert(stored, { messages: [] });
      const again = {
        ...stored,
        withdrawnAt: undefined,
        withdrawnBy: undefined,
        window: { ...stored.window, version: 2 },
      };
      const { withdrawnAt: _, withdrawnBy: __, ...active } = again;
      expect(await windows.replace(active, { by: 'user:default/bob', at: NOW }, [])).toBe('stale');
    });

    it('finds what was sent before with the same key', async () => {
      const stored = aStoredWindow();
      await windows.insert(stored, { idempotencyKey: 'k1', messages: [] });
      expect((await windows.findRepeated('user:default/ann', 'k1'))?.id).toBe(stored.id);
      expect(await windows.findRepeated('user:default/bob', 'k1')).toBeUndefined();
      await expect(
        windows.insert(aStoredWindow(), { idempotencyKey: 'k1', messages: [] }),
      ).rejects.toThrow();
    });

    it('says that a freeze cannot be read, rather than losing it', async () => {
      const stored = aStoredWindow();
      await windows.insert(stored, { messages: [] });
      await knex('windows').where({ id: stored.id }).update({ schedule: '{', scope: '[' });
      const [window] = await windows.current(NOW);
      expect(window).toMatchObject({
        kind: 'freeze',
        unreadable: { code: 'UNREADABLE', message: expect.stringContaining('schedule') },
      });
    });

    it('keeps revisions as they are', async () => {
      const stored = aStoredWindow();
      await windows.insert(stored, { messages: [] });
      await expect(knex('window_revisions').update({ why: 'another' })).rejects.toThrow(
        /append-only/,
      );
    });

    it.each<readonly [string, Record<string, unknown>, RegExp]>([
      [
        'a freeze without end and review',
        { expires_at: null, review_at: null },
        /windows_freeze_ends/,
      ],
      ['an unknown kind', { kind: 'pause' }, /windows_kind/],
      [
        'agreed times without an audience',
        { kind: 'notice', audience: null },
        /windows_notice_audience/,
      ],
      [
        'an incident freeze without an end',
        { incident: true, expires_at: null },
        /windows_incident_ends/,
      ],
      ['no version', { version: 0 }, /windows_version/],
      ['a withdrawal by nobody', { withdrawn_at: NOW, withdrawn_by: null }, /windows_withdrawn_by/],
    ])('refuses %s', async (_, change, constraint) => {
      const stored = aStoredWindow();
      await windows.insert(stored, { messages: [] });
      await expect(knex('windows').where({ id: stored.id }).update(change)).rejects.toThrow(
        constraint,
      );
    });
  });

  describe('exemptions', () => {
    it('gives one back as it was, and not once it is over or revoked', async () => {
      const exemption = anExemption();
      await exemptions.insert(exemption, { idempotencyKey: 'k', messages: [message('granted')] });
      expect(await exemptions.find(exemption.id)).toEqual(exemption);
      expect(await exemptions.findRepeated('user:default/ann', 'k')).toEqual(exemption);
      const { grantedAt: _, freezeTitle: __, level: ___, ...plain } = exemption;
      expect(await exemptions.current(NOW)).toEqual([plain]);
      expect(await exemptions.current(NOW + HOUR)).toEqual([]);

      const before = await readEpoch(knex);
      const revocation = { by: 'user:default/bob', at: NOW + 1, why: 'no longer needed' };
      expect(await exemptions.revoke(exemption.id, revocation, [message('revoked')])).toBe(true);
      expect(await exemptions.revoke(exemption.id, revocation, [message('again')])).toBe(false);
      expect(await readEpoch(knex)).toBeGreaterThan(before);
      expect(await exemptions.current(NOW)).toEqual([]);
      expect(await exemptions.find(exemption.id)).toMatchObject({
        revokedAt: NOW + 1,
        revokedBy: 'user:default/bob',
      });
      expect(await topics()).toEqual(['granted', 'revoked']);
    });

    it('pages newest first, without repeating or leaving out', async () => {
      const all = [0, 1, 1, 2, 3].map(minute => anExemption({ grantedAt: NOW + minute }));
      for (const exemption of all) await exemptions.insert(exemption, { messages: [] });
      await exemptions.insert(anExemption({ target: 'component:default/other#production' }), {
        messages: [],
      });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await exemptions.page({
          targets: [WEB],
          limit: 2,
          ...(cursor !== undefined && { cursor }),
        });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(seen).toHaveLength(5);
      expect(new Set(seen)).toEqual(new Set(all.map(({ id }) => id)));
      expect(seen[0]).toBe(all[4]?.id);
      await expect(exemptions.page({ limit: 2, cursor: '1 or 1=1' })).rejects.toThrow(/cursor/);
    });

    it.each<readonly [string, Partial<StoredExemption>, RegExp]>([
      ['an end that is not after the start', { end: NOW }, /exemptions_range/],
      ['a short reason', { reason: 'because' }, /exemptions_reason/],
    ])('refuses %s', async (_, fields, constraint) => {
      await expect(exemptions.insert(anExemption(fields), { messages: [] })).rejects.toThrow(
        constraint,
      );
    });
  });

  describe('overrides', () => {
    const insert = async (stored: StoredOverride) => {
      await overrides.insert(stored, { messages: [] });
      return stored.override.id;
    };
    const agreed = { by: 'user:default/bob', at: NOW };

    it.each([
      ['that waits', anOverride()],
      ['of an emergency', anOverride({ emergency: true }, { reviewDueAt: NOW + 99 * HOUR })],
      [
        'for a while',
        anOverride({ use: 'timed', authority: ['user:default/ann', 'group:default/on-call'] }),
      ],
    ])('gives back one %s as it was', async (_, stored) => {
      const id = await insert(stored);
      expect(await overrides.find(id)).toEqual(stored);
      expect(await overrides.current(NOW)).toEqual([stored.override]);
      expect(await overrides.current(stored.override.end)).toEqual([]);
    });

    it('is approved once, with the names of whoever agreed', async () => {
      const stored = anOverride();
      const id = await insert(stored);
      const approved = {
        ...stored.override,
        authority: ['user:default/bob', 'group:default/release'],
      };
      expect(await overrides.approve(approved, agreed, [message('approved')])).toBe(true);
      expect(await overrides.approve(approved, agreed, [message('again')])).toBe(false);
      expect((await overrides.find(id))?.override).toMatchObject({
        approvedBy: 'user:default/bob',
        authority: approved.authority,
      });
      expect(await topics()).toEqual(['approved']);
    });

    it.each<readonly [string, StoredOverride]>([
      ['it needs no second person', anOverride({ twoPerson: false })],
      ['it is over', anOverride({ start: NOW - 2 * HOUR, end: NOW - HOUR })],
    ])('is not approved when %s', async (_, stored) => {
      await insert(stored);
      expect(await overrides.approve(stored.override, agreed, [])).toBe(false);
    });

    it('is never approved by whoever asked, whatever the code above says', async () => {
      const stored = anOverride();
      await insert(stored);
      await expect(
        overrides.approve(stored.override, { by: 'user:default/ann', at: NOW }, []),
      ).rejects.toThrow(/overrides_two_people/);
    });

    it('is used once, by the permit that was first', async () => {
      const id = await insert(anOverride());
      const [first, second] = [randomUUID(), randomUUID()];
      const uses = [first, second].map(permit =>
        knex.transaction(trx => overrides.consume(trx, id, permit, NOW + 5)),
      );
      expect((await Promise.all(uses)).sort()).toEqual([false, true]);
      const stored = await overrides.find(id);
      expect([first, second]).toContain(stored?.consumedBy);
      expect(stored?.override.consumedAt).toBe(NOW + 5);
      expect(await overrides.revoke(id, { ...agreed, why: 'too late' }, [])).toBe(false);
    });

    it('is used as often as wanted while it is timed, until it is revoked', async () => {
      const id = await insert(anOverride({ use: 'timed' }));
      const use = () => knex.transaction(trx => overrides.consume(trx, id, randomUUID(), NOW));
      expect([await use(), await use()]).toEqual([true, true]);
      expect((await overrides.find(id))?.override.consumedAt).toBeUndefined();
      expect(await overrides.revoke(id, { ...agreed, why: 'over' }, [])).toBe(true);
      expect(await use()).toBe(false);
      expect(await overrides.current(NOW)).toEqual([]);
    });

    it('is not used once it is revoked', async () => {
      const id = await insert(anOverride());
      await overrides.revoke(id, { ...agreed, why: 'not needed' }, []);
      expect(await knex.transaction(trx => overrides.consume(trx, id, randomUUID(), NOW))).toBe(
        false,
      );
      expect(await overrides.revoke(id, { ...agreed, why: 'not needed' }, [])).toBe(false);
    });

    it('is not used up when the permit is not issued after all', async () => {
      const id = await insert(anOverride());
      const failed = knex.transaction(async trx => {
        await overrides.consume(trx, id, randomUUID(), NOW);
        throw new Error('held after all');
      });
      await expect(failed).rejects.toThrow('held after all');
      expect((await overrides.find(id))?.override.consumedAt).toBeUndefined();
    });

    it('is reviewed once', async () => {
      const id = await insert(anOverride({ emergency: true }, { reviewDueAt: NOW + HOUR }));
      expect(await overrides.review(id, { ...agreed, text: 'It was right' }, [])).toBe(true);
      expect(await overrides.review(id, { ...agreed, text: 'It was wrong' }, [])).toBe(false);
      expect((await overrides.find(id))?.reviewedBy).toBe('user:default/bob');
    });

    it('sets nothing aside when its rules cannot be read', async () => {
      const id = await insert(anOverride());
      await knex('overrides').where({ id }).update({ rules: '{', usable_by: 'null' });
      expect(await overrides.current(NOW)).toEqual([
        expect.objectContaining({ rules: [], usableBy: [] }),
      ]);
    });

    it.each<readonly [string, Partial<Override>, RegExp]>([
      ['an end that is not after the start', { end: NOW }, /overrides_range/],
      ['more than a day', { end: NOW + 24 * HOUR + 1 }, /overrides_range/],
      ['a short reason', { reason: 'because' }, /overrides_reason/],
      [
        'an emergency that is not single',
        { emergency: true, use: 'timed' },
        /overrides_emergency_single/,
      ],
    ])('refuses %s', async (_, fields, constraint) => {
      await expect(overrides.insert(anOverride(fields), { messages: [] })).rejects.toThrow(
        constraint,
      );
    });

    it.each<readonly [string, Record<string, unknown>, RegExp]>([
      ['a use without a permit', { consumed_at: NOW }, /overrides_consumed_by/],
      ['a permit without a use', { consumed_permit_id: 'p1' }, /overrides_consumed_by/],
      ['an approval by nobody', { approved_at: NOW }, /overrides_approved_by/],
      ['a revocation by nobody', { revoked_at: NOW }, /overrides_revoked_by/],
      ['another use', { use: 'often' }, /overrides_use/],
    ])('refuses %s', async (_, change, constraint) => {
      const id = await insert(anOverride());
      await expect(knex('overrides').where({ id }).update(change)).rejects.toThrow(constraint);
    });

    it('lets one permit consume what it needs, and each override once', async () => {
      const [one, other] = [await insert(anOverride()), await insert(anOverride())];
      const use = (id: string) =>
        knex.transaction(trx => overrides.consume(trx, id, 'permit-1', NOW));
      expect(await use(one)).toBe(true);
      expect(await use(other)).toBe(true);
      expect(await use(one)).toBe(false);
    });
  });

  it('goes back and forth', async () => {
    type Step = (connection: Knex) => Promise<void>;
    const { up, down } = jest.requireActual<{ up: Step; down: Step }>(
      '../../migrations/20261124120200_windows.js',
    );
    await down(knex);
    expect(await knex.schema.hasTable('windows')).toBe(false);
    await up(knex);
    expect(await windows.current(NOW)).toEqual([]);
  });
});

function bare(): Partial<DeployWindow> {
  const names = [
    'reason',
    'environments',
    'stages',
    'scope',
    'changeTypes',
    'timeZone',
    'holidays',
    'hard',
    'overridableBy',
    'expiresAt',
    'reviewAt',
  ];
  return {
    ...(Object.fromEntries(names.map(name => [name, undefined])) as Partial<DeployWindow>),
    kind: 'allow',
  };
}
