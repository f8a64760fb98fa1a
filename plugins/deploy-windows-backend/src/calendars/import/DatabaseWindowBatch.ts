import type { Knex } from 'knex';
import { write } from '../../database/write';
import { insertMessages } from '../../outbox/insertMessages';
import type { OutboxMessage } from '../../outbox/OutboxMessage';
import { DatabaseWindowStore } from '../../schedule/DatabaseWindowStore';
import type { StoredWindow } from '../../schedule/WindowStore';
import type { BatchEntry, WindowBatch } from './WindowBatch';

export class DatabaseWindowBatch implements WindowBatch {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async insert(entries: readonly BatchEntry[], messages: readonly OutboxMessage[]): Promise<void> {
    await write(this.#knex, async trx => {
      // The store's own transactions become savepoints of this one.
      const store = new DatabaseWindowStore({ knex: trx });
      for (const { stored, ...options } of entries)
        await store.insert(stored, { ...options, messages: [] });
      await insertMessages(trx, messages);
    });
  }

  async findRepeated(by: string, idempotencyKey: string): Promise<StoredWindow | undefined> {
    return new DatabaseWindowStore({ knex: this.#knex }).findRepeated(by, idempotencyKey);
  }
}
