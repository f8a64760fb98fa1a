import type { Instant, Pack } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';

const TABLE = 'readiness_packs';

/** Every version that was ever asked, with its words. */
export class DatabasePackStore {
  readonly #options: { readonly knex: Knex; readonly digest: (text: string) => string };

  constructor(options: { readonly knex: Knex; readonly digest: (text: string) => string }) {
    this.#options = options;
  }

  /** Two replicas may start at once with the same packs. */
  async keep(packs: readonly Pack[], now: Instant): Promise<void> {
    const { knex, digest } = this.#options;
    const rows = packs.map(({ name, version, text }) => ({
      pack: name,
      version,
      hash: digest(text),
      content: text,
      active: true,
      loaded_at: now,
    }));
    await knex.transaction(async trx => {
      for (const row of rows)
        await trx(TABLE).insert(row).onConflict(['pack', 'version', 'hash']).ignore();
      const keys = rows.map(({ pack, version, hash }) => [pack, version, hash]);
      const columns = ['pack', 'version', 'hash'];
      await trx(TABLE).where({ active: false }).whereIn(columns, keys).update({ active: true });
      await trx(TABLE).where({ active: true }).whereNotIn(columns, keys).update({ active: false });
    });
  }
}
