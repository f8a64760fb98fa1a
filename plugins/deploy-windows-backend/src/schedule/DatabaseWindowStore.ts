import type { DeployWindow, Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { given, numberOf, textOf } from '../database/columns';
import { write } from '../database/write';
import { insertMessages } from '../outbox/insertMessages';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import { rowOf, storedOf, windowOf, type WindowRow } from './windowRow';
import type { StoredWindow, WindowEdit, WindowRevision, WindowStore, Written } from './WindowStore';

export class DatabaseWindowStore implements WindowStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async current(now: Instant): Promise<readonly DeployWindow[]> {
    const rows: WindowRow[] = await this.#knex('windows')
      .whereNull('withdrawn_at')
      .andWhere(either => either.whereNull('expires_at').orWhere('expires_at', '>', now))
      .orderBy('id');
    return rows.map(windowOf);
  }

  async find(id: string): Promise<StoredWindow | undefined> {
    return this.#first({ id });
  }

  async findRepeated(by: string, idempotencyKey: string): Promise<StoredWindow | undefined> {
    return this.#first({ created_by: by, idempotency_key: idempotencyKey });
  }

  async insert(
    stored: StoredWindow,
    {
      idempotencyKey,
      why,
      messages,
    }: {
      readonly idempotencyKey?: string;
      readonly why?: string;
      readonly messages: readonly OutboxMessage[];
    },
  ): Promise<void> {
    await write(this.#knex, async trx => {
      await trx('windows').insert({ ...rowOf(stored), idempotency_key: idempotencyKey ?? null });
      const edit = {
        by: stored.createdBy,
        at: stored.createdAt,
        ...(why !== undefined && { why }),
      };
      await trx('window_revisions').insert(revisionRow(stored, edit));
      await insertMessages(trx, messages);
    });
  }

  async replace(
    stored: StoredWindow,
    edit: WindowEdit,
    messages: readonly OutboxMessage[],
  ): Promise<Written> {
    const { id, window } = stored;
    return write(this.#knex, async trx => {
      const { id: _, created_by: __, created_at: ___, ...changed } = rowOf(stored);
      const count = await trx('windows')
        .where({ id, version: window.version - 1 })
        .whereNull('withdrawn_at')
        .update(changed);
      if (count !== 1) return 'stale';
      await trx('window_revisions').insert(revisionRow(stored, edit));
      await insertMessages(trx, messages);
      return 'written';
    });
  }

  async revisions(id: string): Promise<readonly WindowRevision[]> {
    const rows: WindowRow[] = await this.#knex('window_revisions')
      .where({ window_id: id })
      .orderBy('version');
    return rows.map(row => ({
      version: numberOf(row.version),
      window: JSON.parse(textOf(row.body)) as DeployWindow,
      by: textOf(row.changed_by),
      at: numberOf(row.changed_at),
      ...given('why', row.why, textOf),
    }));
  }

  async #first(where: object): Promise<StoredWindow | undefined> {
    const row: WindowRow | undefined = await this.#knex('windows').where(where).first();
    return row && storedOf(row);
  }
}

function revisionRow({ id, window }: StoredWindow, { by, at, why }: WindowEdit) {
  return {
    window_id: id,
    version: window.version,
    body: JSON.stringify(window),
    changed_by: by,
    changed_at: at,
    why: why ?? null,
  };
}
