import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { databaseTime } from '../database/databaseTime';
import type { OutboxMessage } from './OutboxMessage';

const ROWS_A_STATEMENT = 50;

/** In the transaction of the change itself, so that nothing is told that did not happen, and nothing that did is forgotten. */
export async function insertMessages(
  trx: Knex.Transaction,
  messages: readonly OutboxMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  const at = await databaseTime(trx);
  const rows = messages.map(({ dedupeKey, topic, payload, notify }) => ({
    id: randomUUID(),
    dedupe_key: dedupeKey,
    topic,
    body: JSON.stringify({ payload, notify }),
    created_at: at,
    due_at: at,
  }));
  for (let first = 0; first < rows.length; first += ROWS_A_STATEMENT) {
    const part = rows.slice(first, first + ROWS_A_STATEMENT);
    await trx('outbox').insert(part).onConflict('dedupe_key').ignore();
  }
}
