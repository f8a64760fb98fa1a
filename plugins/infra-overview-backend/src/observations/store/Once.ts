import type { Instant } from 'backstage-plugin-infra-overview-common';
import type { Knex } from 'knex';

const ONCE = 'infra_once';

/** What must happen only once in a while, whatever the number of replicas. */
export class Once {
  readonly #knex: Knex;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  /** True for the first who asks, and again when that is `within` milliseconds ago. */
  async claim(
    kind: 'refresh' | 'reminder',
    entityRef: string,
    { now, within }: { readonly now: Instant; readonly within: number },
  ): Promise<boolean> {
    const claimed: readonly unknown[] = await this.#knex(ONCE)
      .insert({ kind, entity_ref: entityRef, at: now })
      .onConflict(['kind', 'entity_ref'])
      .merge({ at: now })
      .where(`${ONCE}.at`, '<=', now - within)
      .returning('at');
    return claimed.length > 0;
  }

  /** The time was not used after all. */
  async release(kind: 'refresh' | 'reminder', entityRef: string): Promise<void> {
    await this.#knex(ONCE).where({ kind, entity_ref: entityRef }).delete();
  }
}
