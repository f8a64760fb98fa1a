import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { numberOf, textOf, type Column } from '../database/columns';
import type { OverdueOverride, ReminderSource, UnpermittedDeployment } from './ReminderSource';

type Row = Readonly<Record<string, Column>>;

const MOST = 1_000;

export class DatabaseReminderSource implements ReminderSource {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async overdueOverrides(now: Instant): Promise<readonly OverdueOverride[]> {
    const rows: readonly Row[] = await this.#knex('overrides')
      .where('review_due_at', '<', now)
      .whereNull('reviewed_by')
      .whereNull('revoked_at')
      .orderBy('review_due_at')
      .limit(MOST);
    return rows.map(row => ({
      id: textOf(row.id),
      target: textOf(row.target_key),
      requestedBy: textOf(row.requested_by),
      dueAt: numberOf(row.review_due_at),
    }));
  }

  async unpermitted(since: Instant): Promise<readonly UnpermittedDeployment[]> {
    const rows: readonly Row[] = await this.#knex('deployments')
      .where('started_at', '>=', since)
      .andWhere({ unpermitted: true })
      .groupBy('target_key')
      .select('target_key')
      .count({ count: '*' })
      .orderBy('target_key')
      .limit(MOST);
    return rows.map(row => ({ target: textOf(row.target_key), count: numberOf(row.count) }));
  }
}
