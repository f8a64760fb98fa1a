import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { write } from '../database/write';
import { lastToken, releaseLock } from '../locks/lockSteps';
import { insertMessages } from '../outbox/insertMessages';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import { permitLedger, type LedgerDeps } from './permitLedger';
import { permitQuery, withLocks, type PermitRow } from './permitRows';
import type { PermitLedger, PermitStore, StoredPermit } from './PermitStore';

export class DatabasePermitStore implements PermitStore {
  readonly #knex: Knex;
  readonly #ledger: LedgerDeps;

  constructor({ knex, ...ledger }: { readonly knex: Knex } & LedgerDeps) {
    this.#knex = knex;
    this.#ledger = ledger;
  }

  async find(id: string): Promise<StoredPermit | undefined> {
    return this.#first(this.#knex, { 'permits.id': id });
  }

  async findByKey(principal: string, idempotencyKey: string): Promise<StoredPermit | undefined> {
    return this.#first(this.#knex, { principal, idempotency_key: idempotencyKey });
  }

  async issue<T>(work: (ledger: PermitLedger) => Promise<T>): Promise<T> {
    return write(this.#knex, (trx, epochBefore) =>
      work(permitLedger(trx, epochBefore, this.#ledger)),
    );
  }

  async renew(
    id: string,
    { token, ttl }: { readonly token: number; readonly ttl: number },
  ): Promise<'renewed' | 'lost'> {
    return write(this.#knex, async trx => {
      const permit = await this.#first(trx, { 'permits.id': id });
      const { lock } = permit ?? {};
      const now = await this.#ledger.databaseTime(trx);
      if (permit === undefined || lock === undefined || permit.closedAt !== undefined)
        return 'lost';
      const isLate = token !== lock.token || token < (await lastToken(trx, lock.key));
      if (isLate || lock.released !== undefined || (lock.expiresAt ?? Infinity) <= now)
        return 'lost';
      // A heartbeat never shortens what was granted.
      await trx('locks')
        .where({ id: lock.id })
        .update({ expires_at: Math.max(now + ttl, lock.expiresAt ?? 0) });
      return 'renewed';
    });
  }

  async release(
    id: string,
    { token, at, by }: { readonly token?: number; readonly at: Instant; readonly by: string },
    messages: readonly OutboxMessage[],
  ): Promise<'released' | 'closed' | 'lost'> {
    return write(this.#knex, async trx => {
      const permit = await this.#first(trx, { 'permits.id': id });
      if (permit === undefined) return 'lost';
      const { lock } = permit;
      if (lock && token !== undefined && token !== lock.token) return 'lost';
      if (permit.closedAt !== undefined) return 'closed';
      const wasHeld =
        lock === undefined || (await releaseLock(trx, lock.id, { at, cause: 'released', by }));
      await trx('permits')
        .where({ id })
        .update({ closed_at: Math.max(at, permit.issuedAt) });
      if (!wasHeld) return 'lost';
      await insertMessages(trx, messages);
      return 'released';
    });
  }

  async #first(knex: Knex, where: object): Promise<StoredPermit | undefined> {
    const rows: readonly PermitRow[] = await permitQuery(knex).where(where).limit(1);
    return (await withLocks(knex, rows))[0];
  }
}
