import { randomUUID } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { NoticeWish } from 'backstage-plugin-deploy-windows-common';
import {
  HOUR,
  MINUTE,
  type Audience,
  type DeployWindow,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { migrate } from '../database/migrate';
import {
  accessWithout,
  aFreeze,
  aReplica,
  callBy,
  directory,
  emptyTables,
  KNOWN,
  T,
  WEB,
} from '../log/__testUtils__/aReplica';
import { readableTargets, Targets } from '../log/Targets';
import {
  ModuleChannel,
  NotificationsChannel,
  type ChannelAnswer,
  type NoticeChannel,
} from './channels';
import { DatabaseNoticeStore } from './DatabaseNoticeStore';
import { DefaultNoticeService } from './DefaultNoticeService';
import { sendDue } from './sendDue';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(60_000);

const ipm: Audience = {
  key: `${WEB.entity}/ipm`,
  id: 'ipm',
  title: 'IPM staff',
  lead: 'PT24H',
  contacts: ['group:default/ipm', 'user:default/kim'],
  require: 'any',
  timeZone: 'America/Chicago',
};
// Tuesdays 09:00 to 10:00 in Chicago; `T` is a Tuesday, 11:00 there.
const tuesdays: DeployWindow = {
  key: `${KNOWN.key}/tuesdays`,
  kind: 'notice',
  title: 'Agreed with IPM',
  level: KNOWN.key,
  origin: 'catalog',
  timeZone: 'America/Chicago',
  audience: ipm.key,
  schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' },
};
const ann = callBy('user:default/ann');
const wish = (fields: Partial<NoticeWish> = {}): NoticeWish => ({ ...WEB, ...fields });
const at = (minutes: number) => T + minutes * MINUTE;

describe.each(databases.eachSupportedId())('notices (%s)', id => {
  let knex: Knex;
  let audience = ipm;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex, mockServices.logger.mock());
  });
  beforeEach(async () => {
    audience = ipm;
    await emptyTables(knex);
  });

  /** Every message a channel was asked to send. */
  const channelThat = (
    answer: () => Promise<ChannelAnswer>,
    sent: string[] = [],
  ): NoticeChannel & { sent: string[] } => ({
    id: 'inbox',
    sent,
    accepts: recipient => !recipient.startsWith('mailto:'),
    async send({ recipient }) {
      sent.push(recipient);
      return answer();
    },
  });

  function aRoom(channels: readonly NoticeChannel[], minutes = 0) {
    const replica = aReplica(knex, {
      policy: {
        windows: [tuesdays],
        audiences: [audience],
        impact: 'brief',
        expectedDuration: 20 * MINUTE,
      },
    });
    const store = new DatabaseNoticeStore({ knex });
    const targets = new Targets(directory);
    const service = new DefaultNoticeService({
      store,
      loader: replica.loader,
      answers: replica.answers,
      displays: replica.displays,
      channels,
      readable: (query, options) => readableTargets(targets, accessWithout(), query, options),
      newId: randomUUID,
    });
    const due = (now = at(minutes)) =>
      sendDue(
        { store, channels, newId: randomUUID, now: () => now, logger: mockServices.logger.mock() },
        now,
        new AbortController().signal,
      );
    return { ...replica, store, service, due };
  }
  const sends = () => channelThat(async () => ({ outcome: 'sent' }));

  it('shows what it would say and free, and sends nothing', async () => {
    const { service } = aRoom([sends()]);
    const preview = await service.preview(wish(), ann);
    expect(preview).toMatchObject({
      audience: ipm.key,
      contacts: ipm.contacts,
      lead: 'PT24H',
      from: '2026-11-25T17:00:00Z',
      to: '2026-11-25T21:20:00Z',
      freesAt: '2026-11-25T17:00:00Z',
      freesText: 'Wed 25 Nov, 11:00',
    });
    expect(preview.text).toContain(
      'To IPM staff: Web (production) will be deployed within this time: Wed 25 Nov, 11:00–15:20 (America/Chicago).',
    );
    expect(preview.text).toContain('about 20 min');
    expect(await knex('notices')).toEqual([]);
  });

  it('ends the range where the opening closes', async () => {
    const { service, windows } = aRoom([sends()]);
    const { id: freeze, window } = aFreeze({
      schedule: { type: 'exact', start: at(26 * 60), end: at(50 * 60) },
      expiresAt: at(50 * 60),
    });
    await windows.insert(
      { id: freeze, window, isIncident: false, createdBy: 'user:default/ann', createdAt: T },
      { messages: [] },
    );
    expect(await service.preview(wish(), ann)).toMatchObject({
      from: '2026-11-25T17:00:00Z',
      to: '2026-11-25T19:00:00Z',
    });
  });

  it('counts once it is sent, and the lead only then', async () => {
    const channel = sends();
    const { service, due, permits, store } = aRoom([channel]);
    const notice = await service.send(wish(), ann);
    expect(notice.state).toBe('queued');
    expect(notice).not.toHaveProperty('freesAt');
    const deploy = { ...WEB, changeType: 'deploy' as const };
    expect((await permits.take(deploy, ann)).decision.reasons.map(({ code }) => code)).toEqual([
      'NOTICE_REQUIRED',
    ]);

    await due(at(1));
    expect(channel.sent).toEqual(['group:default/ipm', 'user:default/kim']);
    expect((await store.find(notice.id))?.notice).toMatchObject({
      state: 'sent',
      effectiveAt: at(1),
    });
    expect((await permits.take(deploy, ann)).decision.reasons.map(({ code }) => code)).toEqual([
      'NOTICE_PENDING',
    ]);
    const [shown] = (await service.list({ limit: 5 }, ann)).items;
    expect(shown).toMatchObject({
      state: 'sent',
      freesAt: '2026-11-25T17:01:00Z',
      freesText: 'Wed 25 Nov, 11:01',
    });

    await due(at(2));
    expect(channel.sent).toHaveLength(2);
  });

  it('waits for all of the contacts where all are required', async () => {
    audience = { ...ipm, require: 'all' };
    const answers: ChannelAnswer[] = [
      { outcome: 'sent' },
      { outcome: 'refused', why: 'no such user' },
    ];
    const { service, due, store } = aRoom([
      channelThat(async () => answers.shift() ?? { outcome: 'sent' }),
    ]);
    const { id: notice } = await service.send(wish(), ann);
    await due();
    const found = await store.find(notice);
    expect(found?.notice.state).toBe('failed');
    expect(found?.deliveries.map(({ state, evidence }) => [state, evidence])).toEqual([
      ['sent', undefined],
      ['failed', 'no such user'],
    ]);
  });

  it('two senders at once: each contact is told once', async () => {
    const sent: string[] = [];
    const pair = [
      aRoom([channelThat(async () => ({ outcome: 'sent' }), sent)]),
      aRoom([channelThat(async () => ({ outcome: 'sent' }), sent)]),
    ] as const;
    await pair[0].service.send(wish(), ann);
    await Promise.all([pair[0].due(), pair[1].due(), pair[0].due(), pair[1].due()]);
    expect(sent.sort()).toEqual(['group:default/ipm', 'user:default/kim']);
  });

  it('a sender that is killed while it sends: no second message, and a person settles it', async () => {
    audience = { ...ipm, contacts: ['group:default/ipm'] };
    const sent: string[] = [];
    let begun = () => {};
    const sending = new Promise<void>(resolve => {
      begun = resolve;
    });
    const killed = aRoom([
      channelThat(() => {
        begun();
        return new Promise<never>(() => {});
      }, sent),
    ]);
    const { id: notice } = await killed.service.send(wish(), ann);
    void killed.due();
    await sending;

    const other = aRoom([channelThat(async () => ({ outcome: 'sent' }), sent)]);
    await other.due(at(9));
    expect((await other.store.find(notice))?.notice.state).toBe('sending');
    await other.due(at(10));
    await other.due(at(11));
    expect((await other.store.find(notice))?.notice).not.toHaveProperty('effectiveAt');
    expect((await other.store.find(notice))?.notice.state).toBe('unconfirmed');
    expect(sent).toEqual(['group:default/ipm']);
    const asked = await knex('outbox')
      .where({ dedupe_key: `notice:${notice}:unconfirmed` })
      .first();
    expect(JSON.parse(asked.body).notify.recipients).toEqual(['user:default/ann']);

    const confirmed = await other.service.confirm(
      notice,
      'they answered by mail',
      callBy('user:default/ann', { now: at(30) }),
    );
    expect(confirmed).toMatchObject({
      state: 'recorded',
      effectiveAt: '2026-11-24T17:30:00Z',
      freesAt: '2026-11-25T17:30:00Z',
    });
    await expect(other.service.confirm(notice, 'again', ann)).rejects.toMatchObject({
      code: 'ALREADY_SENT',
    });
  });

  it('a channel that fails may have sent it', async () => {
    const { service, due, store } = aRoom([
      channelThat(() => Promise.reject(new Error('socket hang up'))),
    ]);
    const { id: notice } = await service.send(wish(), ann);
    await due();
    await due();
    expect((await store.find(notice))?.deliveries.map(({ state }) => state)).toEqual([
      'unconfirmed',
      'unconfirmed',
    ]);
  });

  it('a success that comes late still counts', async () => {
    const { service, store } = aRoom([sends()]);
    const { id: notice } = await service.send(wish(), ann);
    const [delivery] = await store.queued(1);
    expect(await store.claim(delivery?.id ?? '', 'mine', T)).toBe(true);
    expect(await store.claim(delivery?.id ?? '', 'yours', T)).toBe(false);
    await store.giveUp(T, () => []);
    await store.settle(delivery?.id ?? '', 'yours', { state: 'sent', at: at(11) });
    expect((await store.find(notice))?.notice.state).not.toBe('sent');
    await store.settle(delivery?.id ?? '', 'mine', { state: 'sent', at: at(12) });
    expect((await store.find(notice))?.notice).toMatchObject({
      state: 'sent',
      effectiveAt: at(12),
    });
  });

  it('a module is asked by an event and reports what came of it', async () => {
    audience = { ...ipm, contacts: ['mailto:ipm@example.org'] };
    const events: any[] = [];
    const channels = [
      sends(),
      new ModuleChannel({ publish: async event => void events.push(event) }),
    ];
    const { service, due } = aRoom(channels);
    const { id: notice } = await service.send(wish(), ann);
    await due();
    expect(events).toMatchObject([
      {
        topic: 'deploy-windows.notice-requested',
        eventPayload: {
          noticeId: notice,
          channel: 'module',
          recipient: 'mailto:ipm@example.org',
          from: '2026-11-25T17:00:00Z',
        },
      },
    ]);
    const report = {
      recipient: 'mailto:ipm@example.org',
      channel: 'module',
      state: 'sent',
      at: at(1),
      messageId: '<1@example.org>',
    } as const;
    const mailer = callBy('external:mailer', { now: at(2) });
    expect(await service.delivered(notice, report, mailer)).toMatchObject({
      state: 'sent',
      effectiveAt: '2026-11-24T17:01:00Z',
    });
    await expect(service.delivered(notice, report, mailer)).rejects.toMatchObject({
      code: 'ALREADY_SENT',
    });
    await expect(
      service.delivered(notice, { ...report, recipient: 'mailto:who@example.org' }, mailer),
    ).rejects.toMatchObject({ code: 'ALREADY_SENT' });
  });

  it('records what was told by other means, from when it was told', async () => {
    const { service, permits } = aRoom([]);
    const recorded = await service.record(
      { ...WEB, toldAt: at(-25 * 60), from: at(-60), to: at(180), evidence: 'phone call with Kim' },
      ann,
    );
    expect(recorded).toMatchObject({
      state: 'recorded',
      effectiveAt: '2026-11-23T16:00:00Z',
      freesAt: '2026-11-24T16:00:00Z',
      deliveries: [{ channel: 'by hand', evidence: 'phone call with Kim' }],
    });
    expect((await permits.take({ ...WEB, changeType: 'deploy' }, ann)).permit).toMatchObject({
      finishBy: '2026-11-24T20:00:00Z',
    });
  });

  it('withdrawn: it frees nothing, is not sent, and whoever was told hears once', async () => {
    const channel = sends();
    const { service, due, store } = aRoom([channel]);
    const first = await service.send(wish(), ann);
    await service.withdraw(first.id, 'the release was moved', ann);
    await due();
    expect(channel.sent).toEqual([]);

    const second = await service.send(wish(), ann);
    await due();
    expect(await service.withdraw(second.id, 'the release was moved', ann)).toMatchObject({
      state: 'withdrawn',
    });
    await service.withdraw(second.id, 'the release was moved', ann);
    expect(await store.current(T)).toEqual([]);
    const told = await knex('outbox').where({ dedupe_key: `notice:${second.id}:withdrawn` });
    expect(told.map(({ body }) => JSON.parse(body).notify.recipients)).toEqual([ipm.contacts]);
    await expect(service.confirm(second.id, 'they know', ann)).rejects.toMatchObject({
      code: 'NOT_UNCONFIRMED',
    });
  });

  it('answers the same Idempotency-Key with the first notice', async () => {
    const { service } = aRoom([sends()]);
    const options = callBy('user:default/ann', { idempotencyKey: 'k' });
    const first = await service.send(wish(), options);
    expect(await service.send(wish({ text: 'Other words.' }), options)).toEqual(first);
    expect(await knex('notices')).toHaveLength(1);
  });

  it.each<[string, Partial<Audience>, Partial<NoticeWish>, string]>([
    ['an unknown audience', {}, { audience: 'public' }, 'UNKNOWN_AUDIENCE'],
    ['an audience without contacts', { contacts: [] }, {}, 'NO_CONTACTS'],
    ['contacts that nothing reaches', { contacts: ['mailto:a@example.org'] }, {}, 'NO_CHANNEL'],
    ['a range that is over', {}, { from: at(-120), to: at(-60) }, 'OUT_OF_RANGE'],
    ['an end before the start', {}, { from: at(60), to: at(30) }, 'END_NOT_AFTER_START'],
    ['a range of two months', {}, { from: at(60), to: T + 60 * 24 * HOUR }, 'OUT_OF_RANGE'],
    ['a secret', {}, { text: 'the password: hunter2hunter2' }, 'SECRET_IN_TEXT'],
  ])('refuses %s', async (_, fields, asked, code) => {
    audience = { ...ipm, ...fields };
    await expect(aRoom([sends()]).service.send(wish(asked), ann)).rejects.toMatchObject({
      name: 'InputError',
      code,
    });
    expect(await knex('notices')).toEqual([]);
  });

  it.each([
    ['in the future', at(6)],
    ['long ago', T - 32 * 24 * HOUR],
  ])('refuses a telling %s', async (_, toldAt) => {
    await expect(
      aRoom([]).service.record({ ...WEB, toldAt, evidence: 'phone' }, ann),
    ).rejects.toMatchObject({ code: 'OUT_OF_RANGE' });
  });

  it('lists by page, to those who may see', async () => {
    const { service } = aRoom([sends()]);
    for (const minutes of [1, 2, 3])
      await service.send(wish(), callBy('user:default/ann', { now: at(minutes) }));
    const first = await service.list({ limit: 2 }, ann);
    const rest = await service.list(
      { limit: 2, ...(first.nextCursor !== undefined && { cursor: first.nextCursor }) },
      ann,
    );
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, undefined]);
    expect((await service.list({ limit: 2 }, callBy('user:default/blind'))).items).toEqual([]);
  });
});

describe('the inbox of the portal', () => {
  const message = {
    notice: { id: 'n', title: 'Planned', text: 'Words' } as never,
    recipient: 'group:default/ipm',
    link: '/catalog/default/component/web',
  };

  it('reaches users and groups', async () => {
    const notifications = { send: jest.fn(async () => {}) };
    const channel = new NotificationsChannel(notifications);
    expect(
      ['user:default/a', 'group:default/a', 'mailto:a@example.org'].map(one =>
        channel.accepts(one),
      ),
    ).toEqual([true, true, false]);
    expect(await channel.send(message)).toEqual({ outcome: 'sent' });
    expect(notifications.send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: 'group:default/ipm' },
      payload: expect.objectContaining({
        title: 'Planned',
        description: 'Words',
        scope: 'notice:n',
      }),
    });
  });

  const failing = (words: string) =>
    new NotificationsChannel({
      send: () => Promise.reject(new Error(`Failed to send notifications: ${words}`)),
    });

  it('what it refused at the door was surely not sent', async () => {
    expect(await failing('Error: Request failed with status 404').send(message)).toMatchObject({
      outcome: 'refused',
    });
  });

  it.each(['Error: Request failed with status 503', 'connect ECONNREFUSED 127.0.0.1:443'])(
    'of %s nobody knows',
    async words => {
      await expect(failing(words).send(message)).rejects.toThrow(words);
    },
  );
});
