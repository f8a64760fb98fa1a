import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrate } from '../../database/migrate';
import { aReadyWorld, at, NOW, WEB, type ReadyWorld } from '../__testUtils__/aReadyWorld';

const databases = TestDatabases.create({ ids: ['SQLITE_3'], disableDocker: true });
jest.setTimeout(60_000);

const DAY = 86_400_000;
const STAGING = 'component:default/web#staging';
const ALL = 'deploy-windows.attestation.create';
const APPROVE = 'deploy-windows.waiver.approve';
const path = `${at(WEB)}/attestations`;
const one = (checkId: string, fields: object = {}) => ({
  answers: [{ checkId, answer: 'met', ...fields }],
});
const launch = { ...one('talk.launch'), evidence: 'https://wiki.example.org/launch' };
const daysFromNow = (days: number) =>
  new Date(NOW + days * DAY).toISOString().replace('.000Z', 'Z');

describe('what people confirm', () => {
  let knex: Knex;
  let world: ReadyWorld;
  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    await migrate(knex, mockServices.logger.mock());
  });
  beforeEach(async () => {
    world = await aReadyWorld(knex);
    for (const name of ['amy', 'bob', 'cat'])
      world.access.granted.set(`user:default/${name}`, [ALL]);
  });

  const attest = async (body: object, who = 'ann') =>
    (await world.as(who).post(path, body).expect(201)).body.items;
  const statusOf = async (checkId: string, subject = WEB) => {
    const { body } = await world.as('ann').get(at(subject)).expect(200);
    return body.checks.find(({ id }: { id: string }) => id === checkId)?.status;
  };

  it('closes the check until its end', async () => {
    expect(await statusOf('log.read')).toBe('unknown');
    const [answer] = await attest(one('log.read', { note: 'Looked at the log of today' }));
    expect(answer).toMatchObject({
      subject: WEB,
      checkId: 'log.read',
      checkTitle: 'Title of log.read',
      attestedBy: 'user:default/ann',
      validUntil: daysFromNow(90),
      state: 'valid',
      source: 'person',
      factsFingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await statusOf('log.read')).toBe('pass');
    expect(await statusOf('log.read', STAGING)).toBe('unknown');
    world.clock.now = NOW + 90 * DAY - 1;
    expect(await statusOf('log.read')).toBe('pass');
    world.clock.now = NOW + 90 * DAY;
    expect(await statusOf('log.read')).toBe('expired');
    expect(world.assessments.judged).toEqual([
      { cause: 'attestation', actor: 'user:default/ann', keys: [WEB], records: 1 },
    ]);
    expect(world.audited()).toMatchObject([
      {
        eventId: 'attestation-mutate',
        outcome: 'success',
        meta: { actionType: 'attest', attestations: [{ checkId: 'log.read', answer: 'met' }] },
      },
    ]);
  });

  it('answers a form with one signature, a row for each check', async () => {
    const answers = [
      { checkId: 'log.read', answer: 'met' },
      { checkId: 'log.write', answer: 'not-met' },
    ];
    expect(await attest({ answers })).toMatchObject([{ answer: 'met' }, { answer: 'not-met' }]);
    expect([await statusOf('log.read'), await statusOf('log.write')]).toEqual(['pass', 'fail']);
  });

  it('what holds for the whole service is answered once, with two signatures', async () => {
    const [first] = await attest(launch);
    expect(first).toMatchObject({
      subject: 'component:default/web',
      state: 'second-signature-missing',
    });
    expect(await statusOf('talk.launch', STAGING)).toBe('unknown');
    const second = await world.as('bob').post(`/attestations/${first.id}/sign`).expect(200);
    expect(second.body).toMatchObject({
      state: 'valid',
      signatures: [
        { by: 'user:default/ann', outside: false },
        { by: 'user:default/bob', outside: true },
      ],
    });
    expect(await statusOf('talk.launch', STAGING)).toBe('pass');
    expect(world.assessments.judged.at(-1)?.keys).toEqual([WEB, STAGING]);
    const again = await world.as('bob').post(`/attestations/${first.id}/sign`).expect(409);
    expect(again.body.error).toMatchObject({ code: 'ALREADY_SIGNED' });
  });

  it('the second signature is of somebody else, from outside the owning group', async () => {
    const [{ id }] = await attest(launch);
    const sign = (who: string) => world.as(who).post(`/attestations/${id}/sign`);
    expect((await sign('ann').expect(409)).body.error.code).toBe('SAME_PERSON');
    expect((await sign('amy').expect(403)).body.error.code).toBe('MAY_NOT_SIGN');
    const [{ id: read }] = await attest(one('log.read'));
    const needless = await world.as('bob').post(`/attestations/${read}/sign`).expect(409);
    expect(needless.body.error.code).toBe('NO_SECOND_SIGNATURE_NEEDED');
  });

  it('facts that changed under an open form are shown, and nothing is signed', async () => {
    const seen = { 'talk.launch': { stores: [{ id: 'db' }, { id: 'cache' }] } };
    const { body } = await world
      .as('ann')
      .post(path, { ...launch, ifFacts: seen })
      .expect(409);
    expect(body.error).toMatchObject({
      code: 'FACTS_CHANGED',
      facts: [
        { checkId: 'talk.launch', then: seen['talk.launch'], now: { stores: [{ id: 'db' }] } },
      ],
    });
    expect(await world.records.attestations(['component:default/web'])).toEqual([]);
    await world
      .as('ann')
      .post(path, { ...launch, ifFacts: { 'talk.launch': { stores: [{ id: 'db' }] } } })
      .expect(201);
  });

  it('facts that change afterwards end it, for the second signature too', async () => {
    const [{ id }] = await attest(launch);
    const [web, ...rest] = world.assessments.subjects;
    if (web === undefined) throw new Error('no subject');
    const changed = web.checks.map(check => ({ ...check, boundFacts: { stores: [] } }));
    world.assessments.subjects = [{ ...web, checks: changed }, ...rest];
    const { body } = await world.as('bob').post(`/attestations/${id}/sign`).expect(409);
    expect(body.error.code).toBe('FACTS_CHANGED');
    expect(await statusOf('talk.launch')).toBe('expired');
  });

  it('ends at the next event it was given for', async () => {
    expect(await attest(one('event.plan'))).toMatchObject([{ validUntil: '2026-12-24T00:00:00Z' }]);
  });

  it('“does not apply” of a must-have counts once an approver agrees', async () => {
    const [{ id }] = await attest(
      one('scale.two', { answer: 'not-applicable', reason: 'no-such-component' }),
    );
    expect(await statusOf('scale.two')).toBe('fail');
    expect((await world.messages()).map(({ notify }) => notify?.recipients)).toEqual([
      ['group:default/city'],
    ]);
    const agree = (who: string) => world.as(who).post(`/attestations/${id}/agree`);
    expect((await agree('ann').expect(409)).body.error.code).toBe('SAME_PERSON');
    await agree('bob').expect(403);
    world.access.granted.set('user:default/bob', [APPROVE]);
    expect((await agree('bob').expect(200)).body).toMatchObject({ agreedBy: 'user:default/bob' });
    expect(await statusOf('scale.two')).toBe('not-applicable');
    expect((await agree('bob').expect(409)).body.error.code).toBe('ALREADY_AGREED');
  });

  it('is taken back with a reason, once', async () => {
    const [{ id }] = await attest(one('log.read'));
    const revoke = (who: string) =>
      world.as(who).post(`/attestations/${id}/revoke`, { why: 'I looked at the wrong log' });
    expect((await revoke('ann').expect(200)).body).toMatchObject({
      state: 'revoked',
      revokedBy: 'user:default/ann',
    });
    expect(await statusOf('log.read')).toBe('unknown');
    expect((await revoke('ann').expect(409)).body.error.code).toBe('ALREADY_REVOKED');
    expect(await knex('readiness_acts').select('act', 'reason')).toEqual([
      { act: 'revoke', reason: 'I looked at the wrong log' },
    ]);
  });

  it('the same call twice signs once', async () => {
    const key = { 'Idempotency-Key': 'k-1' };
    const send = () => world.as('ann').post(path, one('log.read'), key).expect(201);
    const [a, b] = [await send(), await send()];
    expect(b.body).toEqual(a.body);
    expect(await knex('attestations')).toHaveLength(1);
  });

  it.each`
    checkId           | who      | status | words
    ${'log.read'}     | ${'amy'} | ${201} | ${''}
    ${'log.read'}     | ${'bob'} | ${403} | ${'Only members of group:default/web'}
    ${'look.outside'} | ${'bob'} | ${201} | ${''}
    ${'look.outside'} | ${'amy'} | ${403} | ${'outside group:default/web'}
    ${'alert.worth'}  | ${'amy'} | ${201} | ${''}
    ${'alert.worth'}  | ${'ann'} | ${403} | ${'somebody who is alerted'}
    ${'own.reviewed'} | ${'cat'} | ${201} | ${''}
    ${'own.reviewed'} | ${'ann'} | ${403} | ${'leads group:default/web'}
    ${'event.plan'}   | ${'bob'} | ${201} | ${''}
  `(
    '$checkId is for whom the check says: $who $status',
    async ({ checkId, who, status, words }) => {
      const { body } = await world.as(who).post(path, one(checkId)).expect(status);
      if (status !== 403) return;
      expect(body.error).toMatchObject({
        code: 'MAY_NOT_SIGN',
        message: expect.stringContaining(words),
      });
    },
  );

  it.each`
    body                                                                                | status | code
    ${one('talk.launch')}                                                               | ${400} | ${'EVIDENCE_MISSING'}
    ${{ ...one('talk.launch'), note: 'too short' }}                                     | ${400} | ${'EVIDENCE_MISSING'}
    ${{ ...one('talk.launch'), evidence: 'http://wiki.example.org' }}                   | ${400} | ${undefined}
    ${{ ...launch, note: 'password=hunter2hunter2' }}                                   | ${400} | ${'SECRET_IN_TEXT'}
    ${{ ...one('talk.launch'), evidence: 'https://x.example.org/?token=abcdefgh1234' }} | ${400} | ${'SECRET_IN_TEXT'}
    ${one('scale.two')}                                                                 | ${400} | ${'NOT_CONFIRMED_BY_PEOPLE'}
    ${one('scale.two', { answer: 'not-applicable' })}                                   | ${400} | ${'REASON_MISSING'}
    ${one('scale.two', { answer: 'not-applicable', reason: 'other' })}                  | ${400} | ${'NOTE_TOO_SHORT'}
    ${one('log.read', { reason: 'other' })}                                             | ${400} | ${'REASON_NOT_WANTED'}
    ${one('nobody.asks')}                                                               | ${404} | ${'UNKNOWN_CHECK'}
    ${{ answers: [] }}                                                                  | ${400} | ${undefined}
    ${{ answers: [...one('log.read').answers, ...one('log.read').answers] }}            | ${400} | ${'ANSWERED_TWICE'}
    ${{ answers: [...one('log.read').answers, ...one('event.plan').answers] }}          | ${400} | ${'NOT_ONE_FORM'}
  `('refused with $status $code: $body', async ({ body, status, code }) => {
    const response = await world.as('ann').post(path, body).expect(status);
    expect(code ?? response.body.error.code).toBe(response.body.error.code);
    expect(JSON.stringify(response.body)).not.toMatch(/hunter2|abcdefgh1234/);
    expect(await knex('attestations')).toEqual([]);
  });

  it('a note of twenty characters is evidence as well', async () => {
    await attest({ ...one('talk.launch'), note: 'We met on Monday, all six of us.' });
    expect(await knex('attestations')).toHaveLength(1);
  });

  it('what cannot be judged afterwards is not signed', async () => {
    world.assessments.reassess = async () => {
      throw new Error('the database is away');
    };
    await world.as('ann').post(path, one('log.read')).expect(500);
    expect(await knex('attestations')).toEqual([]);
  });

  describe('who signed what', () => {
    beforeEach(async () => {
      await attest(one('log.read'));
      await attest(one('event.plan'), 'bob');
      world.clock.now = NOW + 1;
      await attest(one('log.read'), 'amy');
    });
    const listed = async (query: string, who = 'ann') =>
      (await world.as(who).get(`/attestations${query}`).expect(200)).body;

    it('shows the newest of each check, the one that ends first leading', async () => {
      expect((await listed('')).items).toMatchObject([
        {
          checkId: 'event.plan',
          target: { title: 'Web', environment: 'production', owner: 'group:default/web' },
        },
        { checkId: 'log.read', attestedBy: 'user:default/amy' },
      ]);
      const { items, nextCursor } = await listed('?limit=1');
      expect([items.length, nextCursor]).toEqual([1, '1']);
      expect((await listed(`?limit=1&cursor=${nextCursor}`)).items).toMatchObject([
        { checkId: 'log.read' },
      ]);
    });

    it.each`
      query                                    | count
      ${'?by=user:default/bob'}                | ${1}
      ${'?by='}                                | ${0}
      ${'?owner=group:default/web'}            | ${2}
      ${'?owner='}                             | ${0}
      ${`?subject=${encodeURIComponent(WEB)}`} | ${2}
    `('$query: $count', async ({ query, count }) => {
      expect((await listed(query)).items).toHaveLength(count);
    });

    it('nothing of what the reader may not see, and nobody by name whom they may not', async () => {
      world.access.hidden.add('user:default/amy');
      const { items } = await listed('?by=user:default/amy', 'bob');
      expect(items).toMatchObject([{ attestedBy: expect.stringMatching(/^person:[0-9a-f]{8}$/) }]);
      world.access.hidden.add('component:default/web');
      expect((await listed('', 'bob')).items).toEqual([]);
    });
  });

  it('who may not see the people in the facts can sign all the same', async () => {
    world.access.hidden.add('user:default/ghost');
    const { body } = await world.as('amy').get(at(WEB)).expect(200);
    const { attest: form } = body.checks.find(({ id }: { id: string }) => id === 'alert.worth');
    expect(JSON.stringify(body)).not.toContain('ghost');
    const ifFacts = { 'alert.worth': form.boundTo };
    await world
      .as('amy')
      .post(path, { ...one('alert.worth'), ifFacts })
      .expect(201);
    const [stored] = await world.records.attestations([WEB]);
    expect(stored?.boundFacts).toEqual({
      alertPeople: ['user:default/amy', 'user:default/ghost'],
    });
  });
});
