import type { SeenFact } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import type { KnownObserved, Observed, ObservedStore } from './ObservedStore';

const TABLE = 'readiness_state';
const UNREAD = known('', { hasFailed: false, seen: new Map() });

export interface DatabaseObservedStoreOptions {
  readonly knex: Knex;
  readonly digest: (text: string) => string;
}

export class DatabaseObservedStore implements ObservedStore {
  readonly #options: DatabaseObservedStoreOptions;
  #kept: KnownObserved = UNREAD;

  constructor(options: DatabaseObservedStoreOptions) {
    this.#options = options;
  }

  async save({ hasFailed, seen }: Observed): Promise<void> {
    const { knex, digest } = this.#options;
    const entities = [...seen].sort(([a], [b]) => (a < b ? -1 : 1));
    const observed = JSON.stringify({ hasFailed, entities });
    await knex(TABLE)
      .where({ id: 1 })
      .update({ observed_hash: digest(observed), observed });
  }

  async current(): Promise<KnownObserved> {
    const { knex } = this.#options;
    const { observed_hash: hash } = await knex(TABLE).where({ id: 1 }).first('observed_hash');
    if (hash === null) return UNREAD;
    if (this.#kept.hash === hash) return this.#kept;
    const row = await knex(TABLE).where({ id: 1 }).first('observed_hash', 'observed');
    const { hasFailed, entities } = JSON.parse(row.observed);
    this.#kept = known(row.observed_hash, { hasFailed, seen: new Map(entities) });
    return this.#kept;
  }
}

const NOTHING: readonly SeenFact[] = [];

function known(hash: string, { hasFailed, seen }: Observed): KnownObserved {
  return {
    hash,
    hasFailed,
    seen,
    of: entityRef => {
      const facts = seen.get(entityRef) ?? NOTHING;
      return hasFailed ? facts.map(fact => ({ ...fact, why: 'SOURCE_FAILED' })) : facts;
    },
  };
}
