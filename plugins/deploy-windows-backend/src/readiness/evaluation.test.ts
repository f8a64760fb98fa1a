import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { Attestation } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { aComponent } from '../__testUtils__/entities';
import { aGroup, aUser } from '../__testUtils__/people';
import { aCore, aPack, NOW } from './__testUtils__/aCore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(180_000);

const DAY = 86_400_000;
const production = (fields: object = {}) => ({ name: 'production', ...fields });
const web = (name: string, command?: string, spec: object = {}) =>
  aComponent(
    name,
    { environments: [production(command === undefined ? {} : { deploy: { command } })] },
    spec,
  );
const team = [aUser('ann', ['noipm-core-team']), aGroup('noipm-core-team', ['ann'])];
const some = (count: number, command?: string): readonly Entity[] => [
  ...Array.from({ length: count }, (_, index) => web(`web-${index}`, command)),
  ...team,
];
const declared = { rule: { declared: 'deploy.command' } };

/** How many statements a piece of work takes. */
async function statementsOf(knex: Knex, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const listener = () => void (count += 1);
  knex.on('query', listener);
  try {
    await work();
  } finally {
    knex.removeListener('query', listener);
  }
  return count;
}

describe.each(databases.eachSupportedId())('evaluation over %s', id => {
  const start = async (wish: Partial<Parameters<typeof aCore>[0]> = {}) => {
    const knex = wish.knex ?? (await databases.init(id));
    const core = await aCore({
      knex,
      entities: [web('web'), ...team],
      packs: { 'acme.yaml': aPack({ checks: [declared] }) },
      ...wish,
    });
    await core.read();
    await core.judge();
    return { ...core, knex };
  };
  const KEY = 'component:default/web#production';

  it.each(['nothing', 'everything'] as const)(
    'takes as many statements for 100 subjects and 10 checks as for 500 and 93, when %s has changed',
    async what => {
      const counts: number[] = [];
      for (const [subjects, checks] of [
        [100, 10],
        [500, 93],
      ] as const) {
        const packs = {
          'acme.yaml': aPack({ checks: Array.from({ length: checks }, () => declared) }),
        };
        const { put, read, judge, sweep, knex } = await start({ entities: some(subjects), packs });
        if (what === 'everything') put(some(subjects, 'make deploy'));
        await read();
        counts.push(await statementsOf(knex, what === 'everything' ? judge : sweep));
        expect(
          await knex('readiness_results').where({
            status: what === 'everything' ? 'pass' : 'unknown',
          }),
        ).not.toHaveLength(0);
      }
      const [few = 0, many = 0] = counts;
      // Rows travel by the thousands: 46,500 results and as many transitions are 24 statements, and subjects by 500: the group
      // that owns them is in a batch of its own.
      expect(many - few).toBeLessThanOrEqual(what === 'everything' ? 24 + 14 : 0);
      expect(few).toBeLessThanOrEqual(what === 'everything' ? 32 : 24);
    },
  );

  it('two evaluators on one database write one transition for each change', async () => {
    const entities = some(30);
    const one = await start({ entities });
    const other = await start({ entities, knex: one.knex });
    const next = some(30, 'make deploy');
    one.put(next);
    other.put(next);
    await one.read();
    await Promise.all([one.judge(), other.judge(), one.sweep(), other.sweep()]);
    const transitions = await one.transitions();
    const changes = transitions.filter(({ check_id }) => check_id === 'acme.check-0');
    expect(changes).toHaveLength(30);
    expect(new Set(changes.map(({ subject }) => subject)).size).toBe(30);
    expect(new Set(changes.map(({ cause }) => cause))).toEqual(new Set(['facts']));
  });

  it('what somebody says meanwhile is not lost', async () => {
    const said: Attestation[] = [];
    const attested = {
      mode: 'attested',
      attest: {
        statement: 'We looked.',
        validFor: 'P30D',
        evidence: 'none',
        by: 'any',
        boundTo: [],
      },
    };
    const packs = { 'acme.yaml': aPack({ checks: [declared, attested] }) };
    const { core, put, read, judge, statuses, turnTo, tick, transitions } = await start({
      packs,
      attestations: () => said,
    });
    put([web('web', 'make deploy'), ...team]);
    await read();
    said.push({
      id: 'a1',
      subject: KEY,
      checkId: 'acme.check-1',
      checkVersion: 1,
      answer: 'met',
      attestedBy: 'user:default/ann',
      attestedAt: NOW,
      validUntil: NOW + 30 * DAY,
      boundFacts: {},
      signatures: [{ by: 'user:default/ann', at: NOW, outside: false }],
      source: 'person',
    });
    await Promise.all([
      judge(),
      core.assessments.reassess([KEY], { cause: 'attestation', actor: 'user:default/ann' }),
    ]);
    expect(await statuses(KEY)).toMatchObject({ 'acme.check-0': 'pass', 'acme.check-1': 'pass' });

    turnTo(NOW + 30 * DAY - 1);
    await tick();
    expect(await statuses(KEY)).toMatchObject({ 'acme.check-1': 'pass' });
    turnTo(NOW + 30 * DAY);
    await tick();
    expect(await statuses(KEY)).toMatchObject({ 'acme.check-1': 'expired' });
    expect(
      (await transitions()).filter(({ check_id }) => check_id === 'acme.check-1'),
    ).toMatchObject([
      { from_status: 'unknown', to_status: 'pass' },
      { from_status: 'pass', to_status: 'expired', cause: 'time' },
    ]);
  });

  it('judges again who depends on what became another', async () => {
    const packs = {
      'acme.yaml': aPack({
        checks: [declared, { rule: { upstreams: { checks: ['acme.check-0'] } } }],
      }),
    };
    const shop = web('shop', 'make deploy', { dependsOn: ['component:default/web'] });
    const { put, read, judge, statuses, transitions } = await start({
      packs,
      entities: [shop, web('web'), ...team],
    });
    const SHOP = 'component:default/shop#production';
    expect(await statuses(SHOP)).toMatchObject({ 'acme.check-1': 'unknown' });
    put([shop, web('web', 'make deploy'), ...team]);
    await read();
    await judge();
    expect(await statuses(SHOP)).toMatchObject({ 'acme.check-1': 'pass' });
    expect((await transitions()).filter(({ subject }) => subject === SHOP)).toMatchObject([
      { check_id: 'acme.check-1', from_status: 'unknown', to_status: 'pass', cause: 'upstream' },
    ]);
  });

  it('a new version of a pack is judged, and the old one is kept', async () => {
    const { knex, transitions } = await start();
    const checks = [{ rule: { declared: 'deploy.rollback' }, version: 2 }, declared];
    const next = await start({ knex, packs: { 'acme.yaml': aPack({ version: 2, checks }) } });
    expect(Object.keys(await next.statuses(KEY))).toEqual(
      expect.arrayContaining(['acme.check-0', 'acme.check-1']),
    );
    expect(
      (await transitions()).filter(({ check_id }) => check_id === 'acme.check-1'),
    ).toMatchObject([{ from_status: null, to_status: 'unknown', cause: 'definition' }]);
    const kept = await knex('readiness_packs').where({ pack: 'acme' }).orderBy('version');
    expect(kept.map(({ version, active }) => [version, Boolean(active)])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('a check that goes leaves its history', async () => {
    const { knex, transitions } = await start();
    const next = await start({ knex, packs: {} });
    expect(await next.statuses(KEY)).not.toHaveProperty('acme.check-0');
    expect(
      (await transitions()).filter(({ check_id }) => check_id === 'acme.check-0'),
    ).toMatchObject([{ from_status: 'unknown', to_status: 'not-applicable', cause: 'definition' }]);
  });

  it('a pack that cannot be read takes no other with it, and says so', async () => {
    const packs = {
      'broken.yaml': 'schema: [',
      'acme.yaml': aPack({ checks: [declared, { rule: { declared: 'no.such.fact' } }] }),
    };
    const { core, statuses, logger } = await start({ packs });
    expect(await statuses(KEY)).toMatchObject({
      'acme.check-0': 'unknown',
      'acme.check-1': 'error',
    });
    expect(core.assessments.packs().problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ severity: 'refused', file: 'broken.yaml' }),
        expect.objectContaining({ severity: 'check', file: 'acme.yaml', check: 'acme.check-1' }),
      ]),
    );
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('broken.yaml'));
  });

  it('people that cannot be read stay as they were, and the facts grow old', async () => {
    const { core, knex, turnTo, read, judge, breakPeople, statuses } = await start();
    breakPeople();
    turnTo(NOW + DAY);
    await read();
    await judge();
    expect(await statuses(KEY)).toMatchObject({ 'x.owner-valid': 'pass' });
    expect(Object.keys((await core.assessments.org()).users)).toEqual(['user:default/ann']);
    expect(Number((await knex('policy_epoch').first()).readiness_read_at)).toBe(NOW);
  });

  it('counts subjects by verdict for the owner, the groups above, and everybody', async () => {
    const { count, knex } = await start({
      entities: [
        web('web'),
        web('shop', 'make deploy'),
        aUser('ann', ['noipm-core-team']),
        aGroup('noipm-core-team', ['ann'], 'city'),
        aGroup('city', []),
      ],
    });
    await count();
    await count();
    const rows = await knex('readiness_daily').orderBy(['group_ref', 'verdict']);
    expect(rows.map(row => [row.day, row.group_ref, row.stage, row.verdict, row.subjects])).toEqual(
      ['*', 'group:default/city', 'group:default/noipm-core-team'].flatMap(group => [
        ['2026-11-24', group, 'production', 'not-assessed', 1],
        ['2026-11-24', group, 'production', 'ready', 1],
      ]),
    );
  });

  it('an entity that cannot be a subject stops nobody else', async () => {
    const odd = aComponent('odd', { environments: [{ name: 'Prod\u0000uction' }] });
    const { statuses } = await start({ entities: [odd, web('web', 'make deploy'), ...team] });
    expect(await statuses(KEY)).toMatchObject({ 'acme.check-0': 'pass' });
  });

  it('asks a group about what it owns, and counts it nowhere', async () => {
    const { core, put, judge, read } = await start();
    const GROUP = 'group:default/noipm-core-team';
    const [group] = await core.assessments.load([GROUP]);
    expect(group?.layers.map(({ asked }) => asked.definition.id)).toEqual(['x.ownership-reviewed']);
    expect(group?.facts.fields.ownedRefs).toMatchObject({ values: ['component:default/web'] });
    expect((await core.assessments.outlines()).map(({ key }) => key)).toEqual([KEY]);
    put([web('web'), web('shop'), ...team]);
    await read();
    await judge();
    const [later] = await core.assessments.load([GROUP]);
    expect(later?.facts.fields.ownedRefs).toMatchObject({
      values: ['component:default/shop', 'component:default/web'],
    });
  });
});
