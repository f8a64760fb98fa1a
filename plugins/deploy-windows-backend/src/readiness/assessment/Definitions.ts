import type { CheckDefinition } from 'backstage-plugin-deploy-windows-common/readiness';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { upsertRows } from '../../database/jsonRows';
import { canonicalText } from '../../policy/canonicalText';

const TABLE = 'readiness_definitions';

/** Checks by what they say. A result keeps the words it was judged by, whatever becomes of the pack. */
export class Definitions {
  readonly #digest: (text: string) => string;
  readonly #byHash = new Map<string, CheckDefinition>();
  readonly #hashes = new WeakMap<CheckDefinition, string>();
  readonly #stored = new Set<string>();

  constructor(options: { readonly digest: (text: string) => string }) {
    this.#digest = options.digest;
  }

  hashOf(definition: CheckDefinition): string {
    const known = this.#hashes.get(definition);
    if (known !== undefined) return known;
    const hash = this.#digest(canonicalText(definition as unknown as JsonObject));
    this.#hashes.set(definition, hash);
    // The same words, the same object: what was read and what is asked share it.
    if (!this.#byHash.has(hash)) this.#byHash.set(hash, definition);
    return hash;
  }

  /** Nothing is written where all of them are there already. */
  async keep(trx: Knex, hashes: ReadonlySet<string>): Promise<void> {
    const missing = [...hashes].filter(hash => !this.#stored.has(hash));
    if (missing.length === 0) return;
    const rows = missing.map(hash => ({
      hash,
      definition: JSON.stringify(this.#byHash.get(hash)),
    }));
    const columns = ['hash', 'definition'];
    await upsertRows(trx, { table: TABLE, key: ['hash'], columns, rows, onConflict: 'ignore' });
  }

  /** After the transaction that kept them: one that was rolled back kept nothing. */
  kept(hashes: ReadonlySet<string>): void {
    for (const hash of hashes) this.#stored.add(hash);
  }

  async find(
    knex: Knex,
    hashes: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, CheckDefinition>> {
    const missing = [...hashes].filter(hash => !this.#byHash.has(hash));
    if (missing.length > 0) {
      const rows: readonly { readonly hash: string; readonly definition: string }[] = await knex(
        TABLE,
      ).whereIn('hash', missing);
      for (const { hash, definition } of rows) {
        const read = JSON.parse(definition) as CheckDefinition;
        this.#byHash.set(hash, read);
        this.#hashes.set(read, hash);
        this.#stored.add(hash);
      }
    }
    return this.#byHash;
  }
}
