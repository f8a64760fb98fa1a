import type { Instant } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { textOf } from '../../database/columns';
import type { Row } from './rows';

const STATE = 'readiness_state';
const STALE = 'readiness_stale';

export interface StaleMark {
  readonly entityRef: string;
  readonly mark: string;
}

/** How far the passes have come. */
export class StateTable {
  readonly #knex: Knex;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  /** What everything was judged by last. */
  async judged(): Promise<string | undefined> {
    const row = await this.#knex(STATE).where({ id: 1 }).first('judged');
    return row.judged ?? undefined;
  }

  async setJudged(judged: string): Promise<void> {
    await this.#knex(STATE).where({ id: 1 }).update({ judged });
  }

  /** Two replicas may pass at once; the clock of the later one counts. */
  async setReadAt(readAt: Instant): Promise<void> {
    await this.#knex('policy_epoch')
      .where({ id: 1 })
      .where(query =>
        query.whereNull('readiness_read_at').orWhere('readiness_read_at', '<', readAt),
      )
      .update({ readiness_read_at: readAt });
  }

  async stale(): Promise<readonly StaleMark[]> {
    const rows: readonly Row[] = await this.#knex(STALE).orderBy('entity_ref');
    return rows.map(({ entity_ref, mark }) => ({
      entityRef: textOf(entity_ref),
      mark: textOf(mark),
    }));
  }

  /** One that was marked again meanwhile stays. */
  async unmark(marks: readonly StaleMark[]): Promise<void> {
    for (let start = 0; start < marks.length; start += 1_000) {
      const pairs = marks
        .slice(start, start + 1_000)
        .map(({ entityRef, mark }) => [entityRef, mark]);
      await this.#knex(STALE).whereIn(['entity_ref', 'mark'], pairs).delete();
    }
  }
}
