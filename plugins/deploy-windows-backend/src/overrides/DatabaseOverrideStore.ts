import type { Instant, Override } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { logPage, type LogPage, type LogPart } from '../database/logPage';
import { write } from '../database/write';
import { insertMessages } from '../outbox/insertMessages';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import { overrideOf, rowOf, storedOf, type OverrideRow } from './overrideRow';
import type { OverrideStore, Signed, StoredOverride } from './OverrideStore';

export class DatabaseOverrideStore implements OverrideStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async current(now: Instant): Promise<readonly Override[]> {
    const rows: OverrideRow[] = await this.#knex('overrides')
      .whereNull('revoked_at')
      .andWhere('end_at', '>', now)
      .orderBy('id');
    return rows.map(overrideOf);
  }

  async find(id: string): Promise<StoredOverride | undefined> {
    return this.#first({ id });
  }

  async findRepeated(by: string, idempotencyKey: string): Promise<StoredOverride | undefined> {
    return this.#first({ requested_by: by, idempotency_key: idempotencyKey });
  }

  async page(part: LogPart): Promise<LogPage<StoredOverride>> {
    return logPage(this.#knex('overrides'), 'requested_at', part, storedOf);
  }

  async insert(
    stored: StoredOverride,
    {
      idempotencyKey,
      messages,
    }: { readonly idempotencyKey?: string; readonly messages: readonly OutboxMessage[] },
  ): Promise<void> {
    await write(this.#knex, async trx => {
      await trx('overrides').insert({ ...rowOf(stored), idempotency_key: idempotencyKey ?? null });
      await insertMessages(trx, messages);
    });
  }

  async approve(
    { id, authority }: Override,
    { by, at }: Signed,
    messages: readonly OutboxMessage[],
  ): Promise<boolean> {
    return this.#change(messages, table =>
      table
        .where({ id, two_person: true })
        .whereNull('approved_by')
        .whereNull('consumed_at')
        .whereNull('revoked_at')
        .andWhere('end_at', '>', at)
        .update({ approved_by: by, approved_at: at, authority: JSON.stringify(authority) }),
    );
  }

  async revoke(
    id: string,
    { by, at, why }: Signed & { readonly why: string },
    messages: readonly OutboxMessage[],
  ): Promise<boolean> {
    return this.#change(messages, table =>
      table
        .where({ id })
        .whereNull('consumed_at')
        .whereNull('revoked_at')
        .update({ revoked_at: at, revoked_by: by, revoke_reason: why }),
    );
  }

  async review(
    id: string,
    { by, at, text }: Signed & { readonly text: string },
    messages: readonly OutboxMessage[],
  ): Promise<boolean> {
    return this.#change(messages, table =>
      table
        .where({ id })
        .whereNull('reviewed_at')
        .update({ reviewed_by: by, reviewed_at: at, review: text }),
    );
  }

  async consume(
    trx: Knex.Transaction,
    id: string,
    permitId: string,
    now: Instant,
  ): Promise<boolean> {
    const timed = await trx('overrides')
      .where({ id, use: 'timed' })
      .whereNull('revoked_at')
      .first('id');
    if (timed !== undefined) return true;
    const count = await trx('overrides')
      .where({ id, use: 'single' })
      .whereNull('consumed_at')
      .whereNull('revoked_at')
      .update({ consumed_at: now, consumed_permit_id: permitId });
    return count === 1;
  }

  async #change(
    messages: readonly OutboxMessage[],
    update: (table: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<boolean> {
    return write(this.#knex, async trx => {
      const count: unknown = await update(trx('overrides'));
      if (count === 1) await insertMessages(trx, messages);
      return count === 1;
    });
  }

  async #first(where: object): Promise<StoredOverride | undefined> {
    const row: OverrideRow | undefined = await this.#knex('overrides').where(where).first();
    return row && storedOf(row);
  }
}
