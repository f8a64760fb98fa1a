import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError, NotModifiedError } from '@backstage/errors';
import { DAY, HOUR, MINUTE } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import type { FeedConfig } from '../../config';
import { migrate } from '../../database/migrate';
import { readEpoch } from '../../database/write';
import { DatabaseFeedStore } from './DatabaseFeedStore';
import type { FeedDownload } from './FeedSource';
import { refreshFeed } from './refreshFeed';
import { UrlFeedSource } from './UrlFeedSource';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
const logger = mockServices.logger.mock();
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const NOW = Date.parse('2026-11-24T12:00Z');
const URL_WITH_SECRET = 'https://calendar.example.org/private-not-a-real-one/basic.ics';
const feed: FeedConfig = { id: 'ops', url: URL_WITH_SECRET, maxAge: 7 * DAY };

const calendar = (day: string, title = 'Freeze') =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    `SUMMARY:${title}`,
    `DTSTART:202612${day}T090000Z`,
    'DURATION:PT1H',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

describe.each(databases.eachSupportedId())('an imported calendar (%s)', id => {
  let knex: Knex;
  let store: DatabaseFeedStore;
  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex, logger);
    store = new DatabaseFeedStore({ knex });
  });

  const asked: (string | undefined)[] = [];
  async function read(download: FeedDownload, now = NOW, config = feed) {
    const before = (await store.states()).find(state => state.id === config.id);
    const source = {
      read: async (_: unknown, etag: string | undefined) => {
        asked.push(etag);
        return download;
      },
    };
    await refreshFeed(config, before, now, {
      source,
      store,
      digest,
      logger,
      horizon: 400 * DAY,
      clock: Date.now,
    });
    return { state: (await store.states())[0], table: (await store.tables(now))[config.id] };
  }

  it('is kept as exact ranges, trusted for as long as is configured', async () => {
    const { state, table } = await read({ outcome: 'read', text: calendar('01'), etag: 'a' });
    expect(table).toEqual({
      events: [
        {
          title: 'Freeze',
          start: Date.parse('2026-12-01T09:00Z'),
          end: Date.parse('2026-12-01T10:00Z'),
        },
      ],
      trustedUntil: NOW + 7 * DAY,
    });
    expect(state).toMatchObject({ etag: 'a', lastOkAt: NOW, events: 1 });
    expect(state?.error).toBeUndefined();
  });

  it('a reading that finds nothing new leaves decisions alone, and renews the trust now and then', async () => {
    await read({ outcome: 'read', text: calendar('01'), etag: 'a' });
    const epoch = await readEpoch(knex);
    const soon = await read({ outcome: 'same' }, NOW + 15 * MINUTE);
    expect(asked.at(-1)).toBe('a');
    expect(soon.state?.lastOkAt).toBe(NOW + 15 * MINUTE);
    expect([soon.table?.trustedUntil, await readEpoch(knex)]).toEqual([NOW + 7 * DAY, epoch]);
    const later = await read({ outcome: 'same' }, NOW + 2 * HOUR);
    expect([later.table?.trustedUntil, await readEpoch(knex)]).toEqual([
      NOW + 2 * HOUR + 7 * DAY,
      epoch + 1,
    ]);
  });

  it('another content is a change of rules', async () => {
    await read({ outcome: 'read', text: calendar('01'), etag: 'a' });
    const epoch = await readEpoch(knex);
    const { table } = await read(
      { outcome: 'read', text: calendar('02'), etag: 'b' },
      NOW + 15 * MINUTE,
    );
    expect(table?.events).toMatchObject([{ start: Date.parse('2026-12-02T09:00Z') }]);
    expect(await readEpoch(knex)).toBe(epoch + 1);
  });

  it.each<[string, FeedDownload, RegExp]>([
    ['it cannot be reached', { outcome: 'failed', reason: 'its server answers 500' }, /500/],
    ['it is no calendar', { outcome: 'read', text: '<html>sign in</html>' }, /BEGIN:VCALENDAR/],
    [
      'its zone is unknown',
      {
        outcome: 'read',
        text: calendar('01').replace(
          'DTSTART:20261201T090000Z',
          'DTSTART;TZID=Nowhere:20261201T090000',
        ),
      },
      /Nowhere/,
    ],
  ])('the last good copy stays when %s', async (_, download, error) => {
    await read({ outcome: 'read', text: calendar('01'), etag: 'a' });
    const epoch = await readEpoch(knex);
    const { state, table } = await read(download, NOW + HOUR);
    expect(state).toMatchObject({
      lastOkAt: NOW,
      triedAt: NOW + HOUR,
      error: expect.stringMatching(error),
    });
    expect(table?.events).toHaveLength(1);
    expect(await readEpoch(knex)).toBe(epoch);
  });

  it('one that was never read is no table at all: its windows cannot be resolved', async () => {
    const { state, table } = await read({ outcome: 'failed', reason: 'nothing is there (404)' });
    expect(table).toBeUndefined();
    expect(state).toMatchObject({ error: 'nothing is there (404)', events: 0 });
    expect(state?.lastOkAt).toBeUndefined();
  });

  it('another address is another calendar: the old etag is not sent, and its copy stays until the new one is read', async () => {
    await read({ outcome: 'read', text: calendar('01'), etag: 'a' });
    const moved = { ...feed, url: 'https://other.example.org/new.ics' };
    const failed = await read(
      { outcome: 'failed', reason: 'it cannot be reached' },
      NOW + HOUR,
      moved,
    );
    expect([asked.at(-1), failed.table?.events.length]).toEqual([undefined, 1]);
    const { table } = await read({ outcome: 'read', text: calendar('05') }, NOW + 2 * HOUR, moved);
    expect(table?.events).toMatchObject([{ start: Date.parse('2026-12-05T09:00Z') }]);
  });

  it('one that is no longer configured is forgotten', async () => {
    await read({ outcome: 'read', text: calendar('01') });
    const epoch = await readEpoch(knex);
    await store.keepOnly(['ops']);
    expect(await readEpoch(knex)).toBe(epoch);
    await store.keepOnly(['another']);
    expect([await store.states(), await store.tables(NOW), await readEpoch(knex)]).toEqual([
      [],
      {},
      epoch + 1,
    ]);
  });

  it('no address is in the database', async () => {
    await read({ outcome: 'read', text: calendar('01'), etag: 'a' });
    const rows = JSON.stringify([await knex('feeds'), await knex('feed_copies')]);
    expect(rows).not.toContain('not-a-real-one');
  });
});

describe('reading an address', () => {
  const readerThat = (readUrl: () => Promise<unknown>) =>
    mockServices.urlReader.mock({ readUrl: readUrl as never });

  it.each<[string, Error, FeedDownload]>([
    [
      'not on the list',
      new NotAllowedError(`Reading from '${URL_WITH_SECRET}' is not allowed`),
      { outcome: 'failed', reason: 'its host is not on the list backend.reading.allow' },
    ],
    [
      'nothing there',
      new NotFoundError(`could not read ${URL_WITH_SECRET}, 404 Not Found`),
      { outcome: 'failed', reason: 'nothing is there (404)' },
    ],
    [
      'a server that fails',
      new Error(`could not read ${URL_WITH_SECRET}, 503 Service Unavailable`),
      { outcome: 'failed', reason: 'its server answers 503' },
    ],
    [
      'no server',
      new Error(`Unable to read ${URL_WITH_SECRET}, Error: ENOTFOUND`),
      { outcome: 'failed', reason: 'it cannot be reached' },
    ],
    ['nothing new', new NotModifiedError(), { outcome: 'same' }],
  ])('%s, without repeating the address', async (_, error, expected) => {
    const source = new UrlFeedSource({ reader: readerThat(async () => Promise.reject(error)) });
    expect(await source.read(feed, undefined)).toEqual(expected);
  });

  it('gives text and etag', async () => {
    const source = new UrlFeedSource({
      reader: readerThat(async () => ({
        buffer: async () => Buffer.from('\uFEFFBEGIN:VCALENDAR'),
        etag: 'x',
      })),
    });
    expect(await source.read(feed, undefined)).toEqual({
      outcome: 'read',
      text: 'BEGIN:VCALENDAR',
      etag: 'x',
    });
  });

  it('50 MB are refused after the first of them', async () => {
    let sent = 0;
    const stream = () =>
      Readable.from(
        (function* parts() {
          for (let part = 0; part < 800; part += 1) {
            sent += 65_536;
            yield Buffer.alloc(65_536, 'x');
          }
        })(),
      );
    const source = new UrlFeedSource({
      reader: readerThat(async () => ({
        stream,
        buffer: async () => Promise.reject(new Error('not whole')),
      })),
    });
    expect(await source.read(feed, undefined)).toEqual({
      outcome: 'failed',
      reason: 'it is larger than 1 MiB',
    });
    expect(sent).toBeLessThan(4 * 1024 * 1024);
  });

  it('does not wait for ever, whatever the reader does', async () => {
    const source = new UrlFeedSource({
      reader: readerThat(() => new Promise(() => {})),
      timeout: 20,
    });
    expect(await source.read(feed, undefined)).toEqual({
      outcome: 'failed',
      reason: 'no answer within 0.02 seconds',
    });
  });
});
