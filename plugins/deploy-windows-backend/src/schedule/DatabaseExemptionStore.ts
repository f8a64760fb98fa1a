import type { Exemption, Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { given, numberOf, textOf, type Column } from '../database/columns';
import { logPage, type LogPage, type LogPart } from '../database/logPage';
import { write } from '../database/write';
import { insertMessages } from '../outbox/insertMessages';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { ExemptionStore, Revocation, StoredExemption } from './ExemptionStore';

type Row = Readonly<Record<string, Column>>;

export class DatabaseExemptionStore implements ExemptionStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async current(now: Instant): Promise<readonly Exemption[]> {
    const rows: Row[] = await this.#knex('exemptions')
      .whereNull('revoked_at')
      .andWhere('end_at', '>', now)
      .orderBy('id');
    return rows.map(exemptionOf);
  }

  async find(id: string): Promise<StoredExemption | undefined> {
    return this.#first({ id });
  }

  async findRepeated(by: string, idempotencyKey: string): Promise<StoredExemption | undefined> {
    return this.#first({ granted_by: by, idempotency_key: idempotencyKey });
  }

  async page(part: LogPart): Promise<LogPage<StoredExemption>> {
    return logPage(this.#knex('exemptions'), 'granted_at', part, storedOf);
  }

  async insert(
    exemption: StoredExemption,
    {
      idempotencyKey,
      messages,
    }: { readonly idempotencyKey?: string; readonly messages: readonly OutboxMessage[] },
  ): Promise<void> {
    await write(this.#knex, async trx => {
      await trx('exemptions').insert({
        id: exemption.id,
        freeze_key: exemption.freeze,
        freeze_title: exemption.freezeTitle,
        level_key: exemption.level,
        target_key: exemption.target,
        start_at: exemption.start,
        end_at: exemption.end,
        reason: exemption.reason,
        granted_by: exemption.grantedBy,
        granted_at: exemption.grantedAt,
        idempotency_key: idempotencyKey ?? null,
      });
      await insertMessages(trx, messages);
    });
  }

  async revoke(
    id: string,
    { by, at, why }: Revocation,
    messages: readonly OutboxMessage[],
  ): Promise<boolean> {
    return write(this.#knex, async trx => {
      const count = await trx('exemptions')
        .where({ id })
        .whereNull('revoked_at')
        .update({ revoked_at: at, revoked_by: by, revoke_reason: why });
      if (count === 1) await insertMessages(trx, messages);
      return count === 1;
    });
  }

  async #first(where: object): Promise<StoredExemption | undefined> {
    const row: Row | undefined = await this.#knex('exemptions').where(where).first();
    return row && storedOf(row);
  }
}

function exemptionOf(row: Row): Exemption {
  return {
    id: textOf(row.id),
    freeze: textOf(row.freeze_key),
    target: textOf(row.target_key),
    start: numberOf(row.start_at),
    end: numberOf(row.end_at),
    reason: textOf(row.reason),
    grantedBy: textOf(row.granted_by),
    ...given('revokedAt', row.revoked_at, numberOf),
  };
}

function storedOf(row: Row): StoredExemption {
  return {
    ...exemptionOf(row),
    level: textOf(row.level_key),
    freezeTitle: textOf(row.freeze_title),
    grantedAt: numberOf(row.granted_at),
    ...given('revokedBy', row.revoked_by, textOf),
  };
}
