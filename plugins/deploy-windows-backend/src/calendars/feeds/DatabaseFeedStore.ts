import type {
  FeedTable,
  FeedTables,
  Instant,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { given, numberOf, textOf, type Column } from '../../database/columns';
import { write } from '../../database/write';
import type { FeedCopy, FeedReading, FeedState, FeedStore } from './FeedStore';

type Row = Readonly<Record<string, Column>>;

export class DatabaseFeedStore implements FeedStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async tables(_now: Instant): Promise<FeedTables> {
    const rows: readonly Row[] = await this.#knex('feed_copies')
      .join('feeds', 'feeds.feed_id', 'feed_copies.feed_id')
      .select('feed_copies.feed_id', 'feed_copies.events', 'feeds.trusted_until_at')
      .orderBy('feed_copies.feed_id');
    return Object.fromEntries(rows.map(row => [textOf(row.feed_id), tableOf(row)]));
  }

  async states(): Promise<readonly FeedState[]> {
    const rows: readonly Row[] = await this.#knex('feeds')
      .leftJoin('feed_copies', 'feeds.feed_id', 'feed_copies.feed_id')
      .select('feeds.*', 'feed_copies.events')
      .orderBy('feeds.feed_id');
    return rows.map(stateOf);
  }

  async copy(id: string): Promise<FeedCopy | undefined> {
    const row: Row | undefined = await this.#knex('feed_copies').where({ feed_id: id }).first();
    if (row === undefined) return undefined;
    return {
      content: textOf(row.content),
      hash: textOf(row.hash),
      events: JSON.parse(textOf(row.events)),
      eventsHash: textOf(row.events_hash),
    };
  }

  async succeeded(id: string, { addressHash, etag, at, trust, copy }: FeedReading): Promise<void> {
    const before: Row | undefined = await this.#knex('feeds')
      .where({ feed_id: id })
      .first('trusted_from_at');
    const save = async (knex: Knex) => {
      await knex('feeds')
        .insert({
          feed_id: id,
          address_hash: addressHash,
          etag: etag ?? null,
          tried_at: at,
          last_ok_at: at,
          trusted_from_at: trust.from,
          trusted_until_at: trust.until,
          error: null,
        })
        .onConflict('feed_id')
        .merge();
      if (copy === undefined) return;
      const { content, hash, events, eventsHash } = copy;
      await knex('feed_copies')
        .insert({
          feed_id: id,
          content,
          hash,
          events: JSON.stringify(events),
          events_hash: eventsHash,
        })
        .onConflict('feed_id')
        .merge();
    };
    // Only what a decision can see raises the epoch: a reading that found nothing new does not.
    const isSeen = copy !== undefined || numberOf(before?.trusted_from_at ?? 0) !== trust.from;
    if (isSeen) await write(this.#knex, save);
    else await save(this.#knex);
  }

  async failed(
    id: string,
    { addressHash, at, error }: Parameters<FeedStore['failed']>[1],
  ): Promise<void> {
    await this.#knex('feeds')
      .insert({ feed_id: id, address_hash: addressHash, tried_at: at, error })
      .onConflict('feed_id')
      .merge(['tried_at', 'error']);
  }

  async keepOnly(ids: readonly string[]): Promise<void> {
    const gone = await this.#knex('feeds')
      .whereNotIn('feed_id', [...ids])
      .first('feed_id');
    if (gone === undefined) return;
    await write(this.#knex, async trx => {
      await trx('feed_copies')
        .whereNotIn('feed_id', [...ids])
        .delete();
      await trx('feeds')
        .whereNotIn('feed_id', [...ids])
        .delete();
    });
  }
}

function tableOf(row: Row): FeedTable {
  return {
    events: JSON.parse(textOf(row.events)),
    ...given('trustedUntil', row.trusted_until_at, numberOf),
  };
}

function stateOf(row: Row): FeedState {
  const { trusted_from_at: from, trusted_until_at: until } = row;
  return {
    id: textOf(row.feed_id),
    addressHash: textOf(row.address_hash),
    ...given('etag', row.etag, textOf),
    ...given('triedAt', row.tried_at, numberOf),
    ...given('lastOkAt', row.last_ok_at, numberOf),
    ...given('error', row.error, textOf),
    ...given('trust', from, at => ({ from: numberOf(at), until: numberOf(until) })),
    events: row.events ? JSON.parse(textOf(row.events)).length : 0,
  };
}
