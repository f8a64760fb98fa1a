import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { verdictOf } from 'backstage-plugin-deploy-windows-common/readiness';
import { aPortal, NOW, type PortalWish } from '../__testUtils__/aPortal';
import { aComponent, aDomain, aSystem } from '../__testUtils__/entities';
import { aGroup, aUser } from '../__testUtils__/people';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(120_000);

const DAY = 86_400_000;
const DECISION =
  '/v1/decision?entity=component:default/complaints&environment=production&changeType=deploy';
const KEY = 'component:default/complaints#production';

const team = [aUser('ann', ['noipm-core-team']), aGroup('noipm-core-team', ['ann'])];

const city = (mode: JsonObject | string) =>
  aDomain('city', {
    deployPolicy: { readiness: mode },
    checklists: [
      {
        id: 'launch',
        pack: 'tts-good-production-practices@1',
        stages: ['production'],
        items: [{ id: 'we-met', level: 'must', statement: 'We met about the launch.' }],
      },
    ],
  });

const db = { id: 'db', category: 'database', volatile: true };
/** Something that is decided: one instance is too few. */
const web = { name: 'web', role: 'web', instances: { min: 1 } };
const noipm = (infra: JsonObject = {}) =>
  aSystem(
    'noipm',
    { environments: [{ name: 'production', processes: [web] }, { name: 'staging' }], ...infra },
    { domain: 'city' },
  );
const complaints = (infra?: JsonObject, spec: JsonObject = {}) =>
  aComponent('complaints', infra, { system: 'noipm', ...spec });

const world = (
  mode: JsonObject | string = 'enforce',
  infra: JsonObject = { addons: [db] },
): readonly Entity[] => [city(mode), noipm(), complaints(infra), ...team];

describe.each(databases.eachSupportedId())('readiness over %s', id => {
  const portal = async (wish: Partial<PortalWish> = {}) =>
    aPortal({ knex: await databases.init(id), entities: world(), ...wish });

  it('is in the decision: the must-haves that are open hold', async () => {
    const { get } = await portal();
    const { body } = await get(DECISION);
    expect(body).toMatchObject({
      outcome: 'blocked',
      readiness: { mode: 'enforce', verdict: 'not-ready' },
    });
    expect(body.reasons).toMatchObject([{ code: 'READINESS_NOT_READY' }]);
    expect(body.readiness.open).toContain('Data that cannot be rebuilt is copied regularly');
  });

  it('follows the catalog: a line more, a must-have less', async () => {
    const { get, put, refresh, knex } = await portal();
    const open = async () => (await get(DECISION)).body.readiness.open as readonly string[];
    const title = 'Data that cannot be rebuilt is copied regularly';
    expect(await open()).toContain(title);
    const backups = [
      { id: 'daily', of: 'db', method: 'snapshot', frequency: 'P1D', retention: 'P28D' },
    ];
    put(world('enforce', { addons: [db], backups }));
    await refresh();
    expect(await open()).not.toContain(title);
    const transitions = await knex('readiness_transitions').where({
      subject: KEY,
      check_id: 'backups.snapshots',
    });
    expect(transitions).toMatchObject([
      { from_status: 'unknown', to_status: 'pass', cause: 'facts', actor: null },
    ]);
  });

  it('follows the people: who leaves takes the owner along', async () => {
    const { put, refresh, knex, rooms } = await portal();
    const statusOf = async () => {
      const [loaded] = await rooms.readiness.assessments.load([KEY]);
      const checks = loaded ? verdictOf(loaded.subject, loaded.layers, NOW).checks : [];
      return checks.find(({ layers }) => layers.asked.definition.id === 'x.owner-valid')?.effective
        .status;
    };
    expect(await statusOf()).toBe('pass');
    put([
      ...world().filter(({ kind }) => kind !== 'Group' && kind !== 'User'),
      aUser('ann'),
      aGroup('noipm-core-team', []),
    ]);
    await refresh();
    expect(await statusOf()).toBe('fail');
    expect(
      await knex('readiness_transitions').where({ subject: KEY, check_id: 'x.owner-valid' }),
    ).toMatchObject([{ from_status: 'pass', to_status: 'fail', cause: 'people' }]);
  });

  it('judges what the documents above a service say', async () => {
    const { put, refresh, rooms } = await portal();
    const asked = async () => {
      const [loaded] = await rooms.readiness.assessments.load([KEY]);
      return loaded?.packs.map(({ pack }) => pack);
    };
    expect(await asked()).toContain('tts-good-production-practices@1');
    put([aDomain('city'), noipm(), complaints({ addons: [db] }), ...team]);
    await refresh();
    expect(await asked()).toEqual(['suite-basics@1']);
  });

  it('writes nothing where nothing changed', async () => {
    const { refresh, knex, rooms } = await portal();
    const state = async () =>
      knex('readiness_subjects').orderBy('subject').select('subject', 'version', 'judged_at');
    const before = await state();
    const statements: string[] = [];
    const client = knex as unknown as {
      on(event: string, listener: (query: { readonly sql: string }) => void): void;
    };
    client.on('query', ({ sql }) => void statements.push(sql));
    await refresh();
    await rooms.readiness.sweep(new AbortController().signal);
    expect(await state()).toEqual(before);
    const writes = statements.filter(
      sql =>
        /readiness_(?:subjects|results|transitions|definitions)/.test(sql) &&
        !/^select/i.test(sql.trim()),
    );
    expect(writes.filter(sql => !/delete/.test(sql))).toEqual([]);
  });

  it('what is stored is what is worked out anew', async () => {
    const { rooms, turnTo, knex } = await portal();
    for (const at of [NOW, NOW + 40 * DAY]) {
      turnTo(at);
      await rooms.tasks
        .find(task => task.id === 'readiness-clock')
        ?.run(at, new AbortController().signal);
      const keys = (await rooms.readiness.assessments.outlines()).map(({ key }) => key);
      const loaded = await rooms.readiness.assessments.load(keys);
      const stored = await rooms.readiness.assessments.verdicts(keys);
      expect(loaded.length).toBeGreaterThan(1);
      for (const [index, { subject, layers }] of loaded.entries()) {
        const fresh = verdictOf(subject, layers, at);
        expect(stored[index]?.verdict).toEqual({ ...fresh, checks: [] });
        const rows = await knex('readiness_results').where({ subject: subject.key });
        expect(Object.fromEntries(rows.map(row => [row.check_id, row.status]))).toEqual(
          Object.fromEntries(
            fresh.checks.map(({ layers: { asked }, effective }) => [
              asked.definition.id,
              effective.status,
            ]),
          ),
        );
      }
    }
  });

  it('an entity that vanishes is no longer judged, and its history stays', async () => {
    const { put, refresh, rooms, knex, turnTo } = await portal();
    put([city('enforce'), noipm(), complaints({ addons: [] }), ...team]);
    await refresh();
    put([city('enforce'), ...team]);
    await refresh();
    expect(await rooms.readiness.assessments.outlines()).toEqual([]);
    expect(await rooms.readiness.assessments.verdicts()).toEqual([]);
    turnTo(NOW + 31 * DAY);
    await rooms.readiness.sweep(new AbortController().signal);
    expect(await knex('readiness_subjects')).toEqual([]);
    expect(await knex('readiness_results')).toEqual([]);
    expect((await knex('readiness_transitions')).length).toBeGreaterThan(0);
  });

  it('one that comes back is judged again', async () => {
    const { put, refresh, get } = await portal();
    put([city('enforce'), ...team]);
    await refresh();
    put(world());
    await refresh();
    expect((await get(DECISION)).body.readiness.verdict).toBe('not-ready');
  });

  it('facts that were read too long ago are not known', async () => {
    const { get, turnTo, refresh } = await portal();
    turnTo(NOW + 23 * 3_600_000);
    expect((await get(DECISION)).body.reasons).toContainEqual(
      expect.objectContaining({ code: 'READINESS_NOT_READY' }),
    );
    turnTo(NOW + 25 * 3_600_000);
    expect((await get(DECISION)).body.reasons).toContainEqual(
      expect.objectContaining({ code: 'READINESS_UNKNOWN' }),
    );
    await refresh();
    expect((await get(DECISION)).body.reasons).toContainEqual(
      expect.objectContaining({ code: 'READINESS_NOT_READY' }),
    );
  });

  it('warns before it holds', async () => {
    const { get, turnTo, refresh } = await portal({
      entities: world({ mode: 'enforce', from: '2026-12-20' }),
      config: { readiness: { warnAhead: 'P14D' } },
    });
    const said = async () => {
      const { body } = await get(DECISION);
      return [
        body.readiness.mode,
        ...[...body.reasons, ...body.warnings].map(({ code }: { code: string }) => code),
      ];
    };
    expect(await said()).toEqual(['off']);
    turnTo(Date.parse('2026-12-06T00:00Z'));
    await refresh();
    expect(await said()).toEqual(['warn', 'READINESS_WARN']);
    turnTo(Date.parse('2026-12-20T00:00Z'));
    await refresh();
    expect(await said()).toEqual(['enforce', 'READINESS_NOT_READY']);
  });

  it('a confirmation and a waiver with a second person count at once, in page and gate', async () => {
    const { get, post, turnTo, refresh, rooms } = await portal({
      entities: [
        aDomain('city', {
          deployPolicy: { readiness: 'enforce' },
          checklists: [
            {
              id: 'launch',
              items: [
                { id: 'we-met', level: 'must', statement: 'We met about the launch.' },
                { id: 'we-drilled', level: 'must', statement: 'We drilled a restore.' },
              ],
            },
          ],
        }),
        noipm(),
        complaints({ addons: [db] }),
        ...team,
        aUser('bob'),
      ],
    });
    const page = async () =>
      (await get(`/v1/readiness/subjects/${encodeURIComponent(KEY)}`)).body as {
        readonly verdict: string;
        readonly checks: readonly { readonly id: string; readonly status: string }[];
      };
    const statusOf = async (check: string) =>
      (await page()).checks.find(({ id: own }) => own === check)?.status;
    const place = `/v1/readiness/subjects/${encodeURIComponent(KEY)}`;
    expect(await statusOf('we-met')).toBe('unknown');

    const said = await post(`${place}/attestations`, {
      answers: [{ checkId: 'we-met', answer: 'met' }],
      note: 'On the 20th, with everybody.',
    });
    expect(said.status).toBe(201);
    expect(await statusOf('we-met')).toBe('pass');

    const wish = {
      checkId: 'we-drilled',
      code: 'planned',
      reason: 'The drill is on the calendar.',
    };
    const asked = await post(`${place}/waivers`, wish);
    expect(asked.status).toBe(201);
    expect((await get(DECISION)).body.readiness).toMatchObject({
      verdict: 'not-ready',
      open: ['We drilled a restore.'],
    });
    const same = await post(`/v1/readiness/waivers/${asked.body.id}/approve`, {});
    expect(same.status).toBe(409);
    const agreed = await post(
      `/v1/readiness/waivers/${asked.body.id}/approve`,
      {},
      'user:default/bob',
    );
    expect(agreed.status).toBe(200);
    expect((await get(DECISION)).body).toMatchObject({
      outcome: 'allowed',
      readiness: { verdict: 'ready-with-waivers', open: [] },
    });
    expect((await page()).verdict).toBe('ready-with-waivers');

    // At its end it is over: for the gate before any task has run, and for the page.
    turnTo(Date.parse(asked.body.expiresAt));
    const clock = rooms.tasks.find(task => task.id === 'readiness-clock');
    await refresh();
    expect((await get(DECISION)).body.readiness.verdict).toBe('not-ready');
    await clock?.run(Date.parse(asked.body.expiresAt), new AbortController().signal);
    expect(await statusOf('we-drilled')).toBe('unknown');
    expect((await page()).verdict).toBe('not-ready');
  });
});
