import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import type { DecisionRecord } from '../decision/DecisionLogStore';
import { closeExpired, insertLock, nextToken } from '../locks/lockSteps';
import { insertMessages } from '../outbox/insertMessages';
import type { OverrideStore } from '../overrides';
import { fromPermit } from './permitRows';
import type { PermitLedger } from './PermitStore';

export interface LedgerDeps {
  readonly decisionLog: {
    insertIn(trx: Knex.Transaction, records: readonly DecisionRecord[]): Promise<void>;
  };
  readonly overrides: Pick<OverrideStore, 'consume'>;
  readonly databaseTime: (knex: Knex) => Promise<Instant>;
}

export function permitLedger(
  trx: Knex.Transaction,
  epochBefore: number,
  { decisionLog, overrides, databaseTime }: LedgerDeps,
): PermitLedger {
  return {
    epochBefore,
    now: () => databaseTime(trx),
    nextToken: (key, policy) => nextToken(trx, key, policy),
    closeExpired: (key, now) => closeExpired(trx, key, now),
    takeLock: (wish, token) => insertLock(trx, wish, token),
    async leaveQueue(key, policy, runKey) {
      const waiting = () => trx('lock_queue').where({ lock_key: key, state: 'waiting' });
      if (runKey !== undefined)
        await waiting().where({ run_key: runKey }).update({ state: 'granted' });
      if (policy === 'runLatest') await waiting().update({ state: 'replaced' });
    },
    async consumeOverrides(ids, permitId, at) {
      for (const id of ids) {
        if (!(await overrides.consume(trx, id, permitId, at))) return false;
      }
      return true;
    },
    log: record => decisionLog.insertIn(trx, [record]),
    async insert(permit) {
      await trx('permits').insert(fromPermit(permit));
    },
    tell: messages => insertMessages(trx, messages),
  };
}
