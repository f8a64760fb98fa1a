import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrate } from '../../database/migrate';
import { aReadyWorld, at, NOW, WEB, type ReadyWorld } from '../__testUtils__/aReadyWorld';

// A link that runs something: only its shape matters here.
// eslint-disable-next-line no-script-url
const SCRIPT = 'javascript:alert(1)';

const databases = TestDatabases.create({ ids: ['SQLITE_3'], disableDocker: true });
jest.setTimeout(60_000);

const DAY = 86_400_000;
const APPROVE = 'deploy-windows.waiver.approve';
const BREAK = 'deploy-windows.readiness.break-glass';
const path = `${at(WEB)}/waivers`;
const wish = (fields: object = {}) => ({
  checkId: 'scale.two',
  code: 'planned',
  reason: 'The second machine comes in March',
  ...fields,
});
const text = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');

describe('what is set aside', () => {
  let knex: Knex;
  let world: ReadyWorld;
  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    await migrate(knex, mockServices.logger.mock());
  });
  beforeEach(async () => {
    world = await aReadyWorld(knex);
    world.access.granted.set('user:default/bob', [APPROVE]);
  });

  const ask = async (fields: object = {}, who = 'ann') =>
    (await world.as(who).post(path, wish(fields)).expect(201)).body;
  const act = (who: string, id: string, name: string, body: object = {}) =>
    world.as(who).post(`/waivers/${id}/${name}`, body);
  const codeOf = async (sent: ReturnType<typeof act>, status = 409) =>
    (await sent.expect(status)).body.error.code;
  const checkAt = async (checkId = 'scale.two') => {
    const { body } = await world.as('ann').get(at(WEB)).expect(200);
    return body.checks.find(({ id }: { id: string }) => id === checkId);
  };

  it('of a must-have counts once somebody else agrees, until its end, and raises no number', async () => {
    const before = (await world.as('ann').get(at(WEB))).body.counts.must;
    const waiver = await ask();
    expect(waiver).toMatchObject({
      subject: WEB,
      checkTitle: 'Title of scale.two',
      requestedBy: 'user:default/ann',
      expiresAt: text(NOW + 90 * DAY),
      daysLeft: 90,
      needsApproval: true,
      state: 'waiting',
    });
    expect(await checkAt()).toMatchObject({ status: 'fail', waiting: [{ id: waiver.id }] });
    expect(await codeOf(act('ann', waiver.id, 'approve'))).toBe('SAME_PERSON');
    const { body } = await act('bob', waiver.id, 'approve').expect(200);
    expect(body).toMatchObject({ state: 'active', approvedBy: 'user:default/bob' });
    expect(await checkAt()).toMatchObject({
      status: 'waived',
      underlying: { status: 'fail' },
      waiver: { id: waiver.id },
    });
    expect((await world.as('ann').get(at(WEB))).body.counts.must).toEqual(before);
    world.clock.now = NOW + 90 * DAY - 1;
    expect((await checkAt()).status).toBe('waived');
    world.clock.now = NOW + 90 * DAY;
    expect((await checkAt()).status).toBe('fail');
    expect(world.assessments.judged.map(({ cause, actor }) => [cause, actor])).toEqual([
      ['waiver', 'user:default/ann'],
      ['waiver', 'user:default/bob'],
    ]);
  });

  it('tells those who may agree, then whoever asked and whose it is', async () => {
    const { id } = await ask();
    await act('bob', id, 'approve').expect(200);
    const told = (await world.messages()).map(({ key, notify }) => [
      key,
      notify?.recipients,
      notify?.title,
      notify?.severity,
    ]);
    expect(told).toEqual([
      [
        `waiver:${id}:asked`,
        ['group:default/city'],
        'A waiver waits for your approval: Web production',
        'high',
      ],
      [
        `waiver:${id}:approve`,
        ['user:default/ann', 'group:default/web'],
        'A waiver is approved: Web production',
        'normal',
      ],
    ]);
    expect(world.audited()).toMatchObject([
      { eventId: 'waiver-mutate', severityLevel: 'high', meta: { actionType: 'request', id } },
      { eventId: 'waiver-mutate', meta: { actionType: 'approve', id, state: 'active' } },
    ]);
  });

  it('of what is recommended the owner decides alone', async () => {
    const waiver = await ask({ checkId: 'advice.one' });
    expect(waiver).toMatchObject({ needsApproval: false, state: 'active' });
    expect(await codeOf(act('bob', waiver.id, 'approve'))).toBe('NO_APPROVAL_NEEDED');
  });

  it('is approved or denied, not both', async () => {
    const { id } = await ask();
    const why = { why: 'The machine is there already' };
    expect((await act('bob', id, 'deny', why).expect(200)).body).toMatchObject({
      state: 'denied',
      deniedBy: 'user:default/bob',
    });
    expect(await codeOf(act('bob', id, 'approve'))).toBe('ALREADY_DENIED');
    expect(await codeOf(act('bob', id, 'deny', why))).toBe('ALREADY_DENIED');
    expect((await checkAt()).status).toBe('fail');
    // Another one can be asked for.
    await ask({ reason: 'It is there and does not start yet' });
  });

  it('is revoked at once, by whoever asked', async () => {
    const { id } = await ask();
    await act('bob', id, 'approve').expect(200);
    const why = { why: 'The machine arrived' };
    expect((await act('ann', id, 'revoke', why).expect(200)).body.state).toBe('revoked');
    expect((await checkAt()).status).toBe('fail');
    expect(await codeOf(act('ann', id, 'revoke', why))).toBe('WAIVER_REVOKED');
    expect(await codeOf(act('bob', id, 'approve'))).toBe('WAIVER_REVOKED');
  });

  it('is renewed, and says how often', async () => {
    const first = await ask();
    await act('bob', first.id, 'approve').expect(200);
    expect(await codeOf(world.as('ann').post(path, wish()))).toBe('ALREADY_WAIVED');
    world.clock.now = NOW + 80 * DAY;
    const second = await ask({ renews: first.id });
    expect(second).toMatchObject({
      renews: first.id,
      state: 'waiting',
      renewalWords: 'first renewal, 170 days in all',
    });
    expect(await codeOf(world.as('ann').post(path, wish({ renews: first.id })))).toBe(
      'ALREADY_WAIVED',
    );
    expect((await checkAt()).waiver.id).toBe(first.id);
  });

  it('ends with the meaning it was given for', async () => {
    const { id } = await ask();
    const [web, ...rest] = world.assessments.subjects;
    if (web === undefined) throw new Error('no subject');
    const checks = web.checks.map(check => ({
      ...check,
      asked: { ...check.asked, definition: { ...check.asked.definition, version: 2 } },
    }));
    world.assessments.subjects = [{ ...web, checks }, ...rest];
    expect(await codeOf(act('bob', id, 'approve'))).toBe('MEANING_CHANGED');
    await ask();
  });

  it('what becomes a must-have before the end needs a second person as well', async () => {
    const [web, ...rest] = world.assessments.subjects;
    if (web === undefined) throw new Error('no subject');
    const steps = [{ level: 'recommended' }, { level: 'must', from: NOW + 30 * DAY }] as const;
    const checks = web.checks.map(check => ({
      ...check,
      asked: { ...check.asked, requirement: { steps, because: 'the city' } },
    }));
    world.assessments.subjects = [{ ...web, checks }, ...rest];
    expect(await ask({ expiresAt: text(NOW + 29 * DAY) })).toMatchObject({ needsApproval: false });
    expect(await ask({ checkId: 'advice.one' })).toMatchObject({ needsApproval: true });
  });

  it('the same call twice asks once', async () => {
    const send = () => world.as('ann').post(path, wish(), { 'Idempotency-Key': 'k' }).expect(201);
    const [a, b] = [await send(), await send()];
    expect(b.body).toEqual(a.body);
    expect(await knex('waivers')).toHaveLength(1);
  });

  it.each`
    fields                                                     | status | code
    ${{ reason: 'too short' }}                                 | ${400} | ${undefined}
    ${{ reason: undefined }}                                   | ${400} | ${undefined}
    ${{ code: 'because' }}                                     | ${400} | ${undefined}
    ${{ expiresAt: 'never' }}                                  | ${400} | ${undefined}
    ${{ expiresAt: '2026-12-24T10:00' }}                       | ${400} | ${undefined}
    ${{ link: SCRIPT }}                                        | ${400} | ${undefined}
    ${{ reason: 'the token: abcdefgh12345678 is in my mail' }} | ${400} | ${'SECRET_IN_TEXT'}
    ${{ expiresAt: text(NOW) }}                                | ${400} | ${'END_NOT_AHEAD'}
    ${{ expiresAt: text(NOW + 366 * DAY) }}                    | ${400} | ${'END_TOO_LATE'}
    ${{ code: 'emergency', expiresAt: text(NOW + 2 * DAY) }}   | ${400} | ${'END_TOO_LATE'}
    ${{ renews: 'another' }}                                   | ${400} | ${'UNKNOWN_RENEWAL'}
    ${{ checkId: 'off.one' }}                                  | ${409} | ${'DOES_NOT_APPLY'}
    ${{ checkId: 'nobody.asks' }}                              | ${404} | ${'UNKNOWN_CHECK'}
  `('refused with $status $code: $fields', async ({ fields, status, code }) => {
    const { body } = await world.as('ann').post(path, wish(fields)).expect(status);
    expect(code ?? body.error.code).toBe(body.error.code);
    expect(JSON.stringify(body)).not.toContain('abcdefgh');
    expect(await knex('waivers')).toEqual([]);
  });

  it('a year to the millisecond, an emergency of a day', async () => {
    await ask({ expiresAt: text(NOW + 365 * DAY) });
    expect(await ask({ checkId: 'log.read', code: 'emergency' })).toMatchObject({
      expiresAt: text(NOW + DAY),
    });
  });

  it('the list: what waits leads, then what ends first', async () => {
    const soon = await ask({ checkId: 'advice.one', expiresAt: text(NOW + 3 * DAY) });
    const waiting = await ask();
    const listed = async (query: string, who = 'ann') =>
      (await world.as(who).get(`/waivers${query}`).expect(200)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await listed('')).toEqual([waiting.id, soon.id]);
    expect(await listed('?state=active')).toEqual([soon.id]);
    expect(await listed('?owner=group:default/web&limit=1')).toEqual([waiting.id]);
    expect(await listed('?owner=')).toEqual([]);
    world.access.hidden.add('component:default/web');
    expect(await listed('', 'bob')).toEqual([]);
  });

  describe('break-glass', () => {
    const emergency = {
      entity: 'Component:default/Web',
      environment: 'production',
      reason: 'The site is down and the fix is ready',
    };
    const open = [
      'scale.two',
      'talk.launch',
      'log.read',
      'log.write',
      'alert.worth',
      'own.reviewed',
      'look.outside',
      'event.plan',
    ];
    beforeEach(() => world.access.granted.set('user:default/bob', [BREAK]));

    it('sets every open must-have aside for a day, and tells owner and approvers', async () => {
      const { body } = await world.as('bob').post('/break-glass', emergency).expect(201);
      expect(body.waivers.map(({ checkId }: { checkId: string }) => checkId).sort()).toEqual(
        [...open].sort(),
      );
      expect(body.waivers[0]).toMatchObject({
        code: 'emergency',
        expiresAt: text(NOW + DAY),
        needsApproval: false,
        state: 'active',
      });
      expect(body.verdict.verdict).toBe('ready-with-waivers');
      const [message] = await world.messages();
      expect(message).toMatchObject({
        notify: {
          recipients: ['group:default/web', 'group:default/city'],
          severity: 'critical',
          title: 'Readiness was set aside in an emergency: Web production',
        },
      });
      expect(world.audited()).toMatchObject([
        { eventId: 'break-glass', severityLevel: 'critical' },
      ]);
      world.clock.now = NOW + DAY;
      const { body: after } = await world.as('ann').get(at(WEB)).expect(200);
      expect(after.verdict).not.toBe('ready-with-waivers');
    });

    it('there has to be something to set aside', async () => {
      await world.as('bob').post('/break-glass', emergency).expect(201);
      const { body } = await world.as('bob').post('/break-glass', emergency).expect(409);
      expect(body.error.code).toBe('NOTHING_OPEN');
    });

    it('a reason, and an environment that is there', async () => {
      await world
        .as('bob')
        .post('/break-glass', { ...emergency, reason: 'now' })
        .expect(400);
      await world
        .as('bob')
        .post('/break-glass', { ...emergency, environment: 'moon' })
        .expect(404);
      expect(await knex('waivers')).toEqual([]);
    });
  });

  describe('an environment that was renamed', () => {
    const old = 'component:default/web#prod';
    const carry = (body: object) => world.as('ann').post(`${at(WEB)}/carry-over`, body);
    const why = 'prod is called production now';
    beforeEach(async () => {
      const { id } = await ask();
      await act('bob', id, 'approve').expect(200);
      await world
        .as('ann')
        .post(`${at(WEB)}/attestations`, { answers: [{ checkId: 'log.read', answer: 'met' }] })
        .expect(201);
      // What was production so far is called prod in the rows, as before a rename.
      for (const table of ['attestations', 'waivers']) {
        await knex.raw(`drop trigger ${table}_append_only`);
        await knex(table).update({ subject: old });
        await knex.raw(
          `create trigger ${table}_append_only before update on ${table} begin select raise(abort, '${table} is append-only'); end`,
        );
      }
    });

    it('its answers are taken over, with who gave them', async () => {
      expect((await carry({ from: old, why }).expect(200)).body).toEqual({
        attestations: 1,
        waivers: 1,
      });
      expect(await checkAt()).toMatchObject({
        status: 'waived',
        waiver: { requestedBy: 'user:default/ann', approvedBy: 'user:default/bob' },
      });
      expect(await checkAt('log.read')).toMatchObject({ status: 'pass' });
      const carried = await knex('readiness_acts').where({ act: 'carry' });
      expect(carried).toHaveLength(2);
      expect(await codeOf(carry({ from: old, why }))).toBe('NOTHING_TO_CARRY_OVER');
    });

    it.each`
      from                                  | status | code
      ${'component:default/web#staging'}    | ${409} | ${'STILL_THERE'}
      ${'component:default/other#prod'}     | ${400} | ${'NOT_THE_SAME_ENTITY'}
      ${'component:default/web'}            | ${400} | ${'NOT_THE_SAME_ENTITY'}
      ${'component:default/web#production'} | ${400} | ${'NOT_THE_SAME_ENTITY'}
      ${'component:default/web#moon'}       | ${409} | ${'NOTHING_TO_CARRY_OVER'}
    `('not from $from', async ({ from, status, code }) => {
      expect(await codeOf(carry({ from, why }), status)).toBe(code);
    });
  });
});
