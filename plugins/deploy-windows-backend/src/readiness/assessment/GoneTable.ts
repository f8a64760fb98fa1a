import { DAY, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { write } from '../../database/write';
import { RESULTS } from './resultRow';
import { SUBJECTS } from './subjectRow';

const KEPT_FOR = 30 * DAY;
const BATCH = 500;

export interface GoneTableOptions {
  readonly knex: Knex;
  readonly now: () => Instant;
}

/** What the catalog no longer has: not judged, not counted, and removed a while later. What people said stays. */
export class GoneTable {
  readonly #options: GoneTableOptions;

  constructor(options: GoneTableOptions) {
    this.#options = options;
  }

  async leave(keys: readonly SubjectKey[]): Promise<number> {
    const { knex, now } = this.#options;
    let left = 0;
    for (let start = 0; start < keys.length; start += BATCH) {
      const some = keys.slice(start, start + BATCH);
      left += await write(knex, async trx => {
        await trx('policy_epoch').where({ id: 1 }).increment('readiness_version', 1);
        const row = await trx('policy_epoch').where({ id: 1 }).first('readiness_version');
        return trx(SUBJECTS)
          .whereIn('subject', some)
          .whereNull('gone_at')
          .increment('version', 1)
          .update({ gone_at: now(), changed_version: row.readiness_version });
      });
    }
    return left;
  }

  /** Bounded: what is left is for the next time. */
  async remove(): Promise<number> {
    const { knex, now } = this.#options;
    const rows: readonly { readonly subject: string }[] = await knex(SUBJECTS)
      .where('gone_at', '<', now() - KEPT_FOR)
      .orderBy('subject')
      .limit(BATCH)
      .select('subject');
    const keys = rows.map(({ subject }) => subject);
    if (keys.length === 0) return 0;
    await knex.transaction(async trx => {
      await trx(RESULTS).whereIn('subject', keys).delete();
      await trx('declared_answers').whereIn('subject', keys).delete();
      await trx(SUBJECTS).whereIn('subject', keys).whereNotNull('gone_at').delete();
    });
    return keys.length;
  }
}
