import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';

/** The only place where what happened is deleted, once nobody has to keep it any more. */
export class DatabaseLogRetention {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  /** What ended before. Nothing that still holds, runs or waits; no decision is changed by it. */
  async retain(before: Instant): Promise<void> {
    await this.#knex.transaction(async trx => {
      const deployments = () => trx('deployments').where('finished_at', '<', before);
      await trx('deployment_events').whereIn('deployment_id', deployments().select('id')).delete();
      await deployments().delete();
      const used = trx('deployments').whereNotNull('permit_id').select('permit_id');
      await trx('permits').where('closed_at', '<', before).whereNotIn('id', used).delete();
      await trx('permits')
        .whereNull('closed_at')
        .where('start_by', '<', before)
        .whereNotIn('id', used.clone())
        .delete();
      const permitted = trx('permits').whereNotNull('lock_id').select('lock_id');
      await trx('locks').where('released_at', '<', before).whereNotIn('id', permitted).delete();
      await trx('lock_queue').whereNot({ state: 'waiting' }).where('seen_at', '<', before).delete();
      const notices = () => trx('notices').where('to_at', '<', before);
      await trx('notice_deliveries').whereIn('notice_id', notices().select('id')).delete();
      await notices().delete();
    });
  }
}
