import { MINUTE, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { flagOf, numberOf, textOf, type Column } from '../database/columns';
import { insertMessages } from './insertMessages';
import type { OutboxMessage, OutboxTopic } from './OutboxMessage';
import type { OutboxStore, WaitingMessage } from './OutboxStore';

type Row = Readonly<Record<string, Column>>;

const CLAIM_LIVES = 10 * MINUTE;

export class DatabaseOutboxStore implements OutboxStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async add(messages: readonly OutboxMessage[]): Promise<void> {
    await this.#knex.transaction(trx => insertMessages(trx, messages));
  }

  async due(now: Instant, count: number): Promise<readonly WaitingMessage[]> {
    const rows: readonly Row[] = await this.#free(now)
      .andWhere('due_at', '<=', now)
      .orderBy(['created_at', 'id'])
      .limit(count);
    return rows.map(messageOf);
  }

  async claim(id: string, claim: string, now: Instant): Promise<boolean> {
    const count = await this.#free(now).andWhere({ id }).update({ claim, claimed_at: now });
    return count === 1;
  }

  async published(id: string): Promise<void> {
    await this.#knex('outbox').where({ id }).update({ published: true });
  }

  async done(id: string, outcome: 'sent' | 'given-up', now: Instant): Promise<void> {
    await this.#knex('outbox')
      .where({ id })
      .update({ done_at: now, outcome, claim: null, claimed_at: null });
  }

  async retry(id: string, dueAt: Instant): Promise<void> {
    await this.#knex('outbox')
      .where({ id })
      .increment('attempts', 1)
      .update({ due_at: dueAt, claim: null, claimed_at: null });
  }

  async forget(before: Instant): Promise<void> {
    await this.#knex('outbox').where('done_at', '<', before).delete();
  }

  #free(now: Instant) {
    return this.#knex('outbox')
      .whereNull('done_at')
      .andWhere(either => either.whereNull('claim').orWhere('claimed_at', '<', now - CLAIM_LIVES));
  }
}

function messageOf(row: Row): WaitingMessage {
  const { payload, notify } = JSON.parse(textOf(row.body)) as Pick<
    OutboxMessage,
    'payload' | 'notify'
  >;
  return {
    id: textOf(row.id),
    dedupeKey: textOf(row.dedupe_key),
    topic: textOf(row.topic) as OutboxTopic,
    payload,
    ...(notify && { notify }),
    attempts: numberOf(row.attempts),
    isPublished: flagOf(row.published),
  };
}
