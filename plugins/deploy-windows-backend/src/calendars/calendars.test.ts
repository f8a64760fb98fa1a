import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DAY, HOUR } from 'backstage-plugin-deploy-windows-common/evaluator';
import { aPortal, NOW } from '../__testUtils__/aPortal';
import { organisation } from '../__testUtils__/entities';
import { DatabaseCalendarTokenStore } from './publish/DatabaseCalendarTokenStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
const SYSTEM = 'system:default/noipm';
const aborted = new AbortController().signal;

const calendar = (...events: readonly (readonly string[])[]) =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((lines, index) => ['BEGIN:VEVENT', `UID:${index}`, ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

describe.each(databases.eachSupportedId())('calendars (%s)', id => {
  const portalWith = async (wish: Partial<Parameters<typeof aPortal>[0]> = {}) =>
    aPortal({ knex: await databases.init(id), entities: organisation, ...wish });

  describe('addresses for calendar programs', () => {
    const pathOf = (url: string) => new URL(url).pathname.replace('/api/deploy-windows', '');

    it('is shown once, read without signing in, not sent again while nothing changed, and gone once revoked', async () => {
      const portal = await portalWith();
      const made = await portal
        .post('/v1/calendar-tokens', { entity: SYSTEM, environment: 'production' })
        .expect(201);
      const path = pathOf(made.body.url);
      expect(path).toMatch(/^\/v1\/calendars\/[A-Za-z0-9_-]{43}\.ics$/);
      const read = await portal.get(path, '').expect(200);
      expect(read.headers['content-type']).toBe('text/calendar; charset=utf-8');
      expect(read.text).toContain('SUMMARY:Agreed time – noipm\\, production');
      expect(read.text).toMatch(/DTSTART:20261201T150000Z\r\nDTEND:20261201T160000Z/);
      await portal.get(path, '').set('If-None-Match', String(read.headers.etag)).expect(304);

      const listed = await portal.get('/v1/calendar-tokens').expect(200);
      expect(listed.body.items).toMatchObject([
        { id: made.body.id, lastUsedAt: '2026-11-24T17:00:00Z' },
      ]);
      expect(JSON.stringify([listed.body, await portal.knex('calendar_tokens')])).not.toContain(
        path.slice(14, -4),
      );

      expect(
        await new DatabaseCalendarTokenStore({ knex: portal.knex }).revoke(
          made.body.id,
          'user:default/bob',
          NOW,
        ),
      ).toBe(false);
      await portal.delete(`/v1/calendar-tokens/${made.body.id}`).expect(204);
      const revoked = await portal.get(path, '').expect(404);
      const unknown = await portal.get(`/v1/calendars/${'x'.repeat(43)}.ics`, '').expect(404);
      expect(revoked.body.error).toEqual(unknown.body.error);
      expect((await portal.get('/v1/calendar-tokens')).body.items).toEqual([]);
    });

    it('follows the rules', async () => {
      const portal = await portalWith();
      const { body } = await portal
        .post('/v1/calendar-tokens', { owner: 'group:default/noipm-core-team', withReasons: true })
        .expect(201);
      const before = await portal.get(pathOf(body.url), '').expect(200);
      await portal
        .post('/v1/windows', {
          kind: 'freeze',
          level: SYSTEM,
          title: 'Audit week',
          reason: 'The auditors are here',
          schedule: { type: 'once', start: '2026-11-30T08:00', end: '2026-12-04T18:00' },
          timeZone: 'America/Chicago',
          expiresAt: '2026-12-05T00:00:00Z',
        })
        .expect(201);
      const after = await portal
        .get(pathOf(body.url), '')
        .set('If-None-Match', String(before.headers.etag))
        .expect(200);
      expect(after.text).toMatch(/SUMMARY:Freeze: Audit week[\s\S]*The auditors are here/);
    });

    it('shows no entity that its creator does not see', async () => {
      const portal = await portalWith({ hidden: [SYSTEM] });
      expect((await portal.post('/v1/calendar-tokens', { entity: SYSTEM })).status).toBe(404);
      expect((await portal.post('/v1/calendar-tokens', {})).status).toBe(404);
    });

    it('needs a permission, and a person', async () => {
      const portal = await portalWith({
        policy: name =>
          name === 'deploy-windows.calendar-token.create'
            ? { result: AuthorizeResult.DENY }
            : undefined,
      });
      expect((await portal.post('/v1/calendar-tokens', { entity: SYSTEM })).status).toBe(403);
      expect(
        (await portal.post('/v1/calendar-tokens', { entity: SYSTEM }, 'external:ci')).status,
      ).toBe(403);
    });

    it('no other path is open', async () => {
      const portal = await portalWith();
      expect((await portal.get('/v1/feeds', '')).status).toBe(401);
      expect((await portal.post('/v1/calendars/import', {}, '')).status).toBe(401);
    });
  });

  describe('a calendar file as windows', () => {
    const weekly = [
      'SUMMARY:Stock count',
      'DTSTART;TZID=Central Standard Time:20261203T220000',
      'DTEND;TZID=Central Standard Time:20261204T060000',
      'RRULE:FREQ=WEEKLY;COUNT=3',
    ];
    const holidays = [
      'SUMMARY:Closed days',
      'DTSTART;VALUE=DATE:20261224',
      'DTEND;VALUE=DATE:20261227',
    ];
    const wish = {
      level: `${SYSTEM}#production`,
      kind: 'freeze',
      ics: calendar(weekly, holidays),
      reason: 'As agreed with the customer',
    };

    it('is shown first, and saves nothing', async () => {
      const portal = await portalWith();
      const { body } = await portal
        .post('/v1/calendars/import', { ...wish, dryRun: true })
        .expect(200);
      expect(body).toMatchObject({
        dryRun: true,
        events: 4,
        impact: '2 freezes from 4 events; they concern 2 targets.',
        windows: [
          {
            title: 'Stock count',
            sentence: 'On 2026-12-03, 2026-12-10, 2026-12-17 22:00–06:00 (America/Chicago)',
          },
          {
            title: 'Closed days',
            sentence: 'From 2026-12-24 00:00 to 2026-12-27 00:00 (America/Chicago)',
          },
        ],
      });
      expect(await portal.knex('windows')).toEqual([]);
    });

    it('holds as it says, ends by itself, and tells the owners once', async () => {
      const portal = await portalWith();
      const { body } = await portal.post('/v1/calendars/import', wish).expect(201);
      expect(
        body.windows.map(({ next }: { next: { start: string; end: string }[] }) => [
          next[0]?.start,
          next[0]?.end,
        ]),
      ).toEqual([
        ['2026-12-04T04:00:00Z', '2026-12-04T12:00:00Z'],
        ['2026-12-24T06:00:00Z', '2026-12-27T06:00:00Z'],
      ]);
      const held = await portal
        .get(
          '/v1/decision?entity=system:default/noipm&environment=production&at=2026-12-04T05:00:00Z',
        )
        .expect(200);
      expect(held.body.reasons[0]).toMatchObject({ code: 'FREEZE_ACTIVE', title: 'Stock count' });
      const free = await portal
        .get(
          '/v1/decision?entity=system:default/noipm&environment=production&at=2026-12-05T05:00:00Z',
        )
        .expect(200);
      expect(free.body.reasons.map(({ code }: { code: string }) => code)).toEqual([
        'NOTICE_REQUIRED',
      ]);
      const messages = (await portal.knex('outbox')).map(row => JSON.parse(row.body));
      expect([messages.length, messages.filter(({ notify }) => notify).length]).toEqual([2, 1]);
    });

    it('all or nothing: one event that cannot be, and none is', async () => {
      const portal = await portalWith();
      const endless = [
        'SUMMARY:Half a year',
        'DTSTART;VALUE=DATE:20270101',
        'DTEND;VALUE=DATE:20270701',
      ];
      const refused = await portal
        .post('/v1/calendars/import', { ...wish, ics: calendar(weekly, endless) })
        .expect(400);
      expect(refused.body.error.message).toMatch(/92 days/);
      await portal
        .post('/v1/calendars/import', {
          ...wish,
          ics: calendar(weekly, ['SUMMARY:Nowhere', 'DTSTART;TZID=Nowhere:20261201T000000']),
        })
        .expect(400);
      expect(await portal.knex('windows')).toEqual([]);
    });

    it('some of the events, as openings, with an end of their own', async () => {
      const portal = await portalWith();
      const { body } = await portal
        .post('/v1/calendars/import', {
          ...wish,
          kind: 'allow',
          match: 'stock',
          title: 'Night shift',
          expiresAt: '2027-01-01T00:00:00Z',
        })
        .expect(201);
      expect(body.windows).toMatchObject([
        { title: 'Night shift', expiresAt: '2027-01-01T00:00:00Z' },
      ]);
    });

    it.each([
      ['no event with the words', { match: 'nothing' }, 'NOTHING_TO_IMPORT'],
      ['no calendar', { ics: 'hello' }, 'BAD_CALENDAR'],
      ['no such zone', { timeZone: 'Mars/Olympus' }, 'UNKNOWN_ZONE'],
      [
        'whole days, and no zone of any document',
        { level: 'component:default/lonely#production' },
        'UNKNOWN_LEVEL',
      ],
      ['a secret in the reason', { reason: 'password=hunter2hunter2' }, 'SECRET_IN_TEXT'],
    ])('%s', async (_, fields, code) => {
      const portal = await portalWith();
      const refused = await portal.post('/v1/calendars/import', { ...wish, ...fields }).expect(400);
      expect(
        `${refused.body.error.code} ${refused.body.error.message} ${JSON.stringify(refused.body)}`,
      ).toContain(code === 'UNKNOWN_LEVEL' ? 'zone' : code);
    });

    it('a stranger is refused, a machine too, and the same key imports once', async () => {
      const portal = await portalWith({
        policy: name =>
          name === 'deploy-windows.window.create' ? { result: AuthorizeResult.DENY } : undefined,
      });
      await portal.post('/v1/calendars/import', wish).expect(403);
      await portal.post('/v1/calendars/import', wish, 'external:ci').expect(403);
      const allowed = await portalWith();
      const first = await allowed
        .post('/v1/calendars/import', wish)
        .set('Idempotency-Key', 'k1')
        .expect(201);
      const again = await allowed
        .post('/v1/calendars/import', wish)
        .set('Idempotency-Key', 'k1')
        .expect(201);
      expect(again.body.windows.map(({ key }: { key: string }) => key)).toEqual(
        first.body.windows.map(({ key }: { key: string }) => key),
      );
      expect(await allowed.knex('windows')).toHaveLength(2);
    });
  });

  describe('imported calendars and holidays', () => {
    const config = {
      feeds: [
        {
          id: 'ops',
          title: 'Operations',
          url: 'https://calendar.example.org/not-a-real-secret.ics',
        },
      ],
      holidays: [{ id: 'us', country: 'US' }],
    };

    it('a calendar that was never read says so, without its address', async () => {
      const portal = await portalWith({ config });
      const refreshed = await portal.post('/v1/feeds/ops/refresh').expect(200);
      expect(refreshed.body).toMatchObject({
        id: 'ops',
        title: 'Operations',
        state: 'never',
        events: 0,
        error: 'it cannot be reached',
        usedBy: [],
      });
      const { body } = await portal.get('/v1/feeds').expect(200);
      expect(
        JSON.stringify([body, (await portal.get('/v1/status')).body, portal.auditEvents]),
      ).not.toContain('not-a-real-secret');
      expect((await portal.get('/v1/status')).body.problems).toContainEqual({
        source: 'calendar ops',
        text: 'was not read: it cannot be reached',
      });
      await portal.post('/v1/feeds/other/refresh').expect(404);
    });

    it('which windows use it is for those who may see their level', async () => {
      const wish = {
        kind: 'freeze',
        level: SYSTEM,
        title: 'From operations',
        reason: 'They know their nights',
        schedule: { type: 'feed', feed: 'ops' },
        reviewAt: '2027-01-01T00:00:00Z',
      };
      const portal = await portalWith({ config });
      await portal
        .knex('feeds')
        .insert({
          feed_id: 'ops',
          address_hash: 'x',
          tried_at: NOW,
          last_ok_at: NOW - HOUR,
          trusted_from_at: NOW - HOUR,
          trusted_until_at: NOW + DAY,
        });
      await portal
        .knex('feed_copies')
        .insert({ feed_id: 'ops', content: '', hash: '', events: '[]', events_hash: '' });
      await portal.post('/v1/windows', wish).expect(201);
      expect((await portal.get('/v1/feeds')).body.items).toMatchObject([
        { state: 'fresh', age: '1 hour', usedBy: [{ title: 'From operations' }] },
      ]);
    });

    it('holidays are worked out by their task and listed', async () => {
      const portal = await portalWith({ config });
      expect((await portal.get('/v1/holidays')).body.items).toMatchObject([
        { id: 'us', state: 'missing', next: [] },
      ]);
      await portal.rooms.tasks.find(task => task.id === 'refresh-holidays')?.run(NOW, aborted);
      const { body } = await portal.get('/v1/holidays').expect(200);
      expect(body.items).toMatchObject([
        {
          id: 'us',
          state: 'known',
          next: expect.arrayContaining([{ date: '2026-11-26', title: 'Thanksgiving Day' }]),
        },
      ]);
    });
  });
});
