import type { Confirmation } from 'backstage-plugin-infra-overview-common';
import type { Knex } from 'knex';
import type { ConfirmationStore } from './ConfirmationStore';

const CONFIRMATIONS = 'infra_confirmation';

interface StoredConfirmation {
  readonly id: string;
  readonly entity_ref: string;
  readonly path: string;
  readonly by: string;
  readonly answer: Confirmation['answer'];
  readonly value_hash: string;
  readonly note: string | null;
  readonly at: number | string;
}

export class DatabaseConfirmationStore implements ConfirmationStore {
  readonly #knex: Knex;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  async find(entityRefs: readonly string[]): Promise<readonly Confirmation[]> {
    if (entityRefs.length === 0) return [];
    const rows: readonly StoredConfirmation[] = await this.#knex(CONFIRMATIONS)
      .whereIn('entity_ref', entityRefs)
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'asc' },
      ]);
    return rows.map(toConfirmation);
  }

  async get(id: string): Promise<Confirmation | undefined> {
    const row: StoredConfirmation | undefined = await this.#knex(CONFIRMATIONS)
      .where({ id })
      .first();
    return row && toConfirmation(row);
  }

  async put({ entityRef, valueHash, note, ...confirmation }: Confirmation): Promise<void> {
    await this.#knex(CONFIRMATIONS)
      .insert({
        ...confirmation,
        entity_ref: entityRef,
        value_hash: valueHash,
        note: note ?? null,
      })
      .onConflict(['entity_ref', 'path', 'by'])
      .merge();
  }

  async delete(id: string): Promise<void> {
    await this.#knex(CONFIRMATIONS).where({ id }).delete();
  }

  async forget(entityRefs: readonly string[]): Promise<void> {
    await this.#knex(CONFIRMATIONS).whereIn('entity_ref', entityRefs).delete();
  }
}

function toConfirmation({
  entity_ref,
  value_hash,
  note,
  at,
  ...stored
}: StoredConfirmation): Confirmation {
  return {
    ...stored,
    entityRef: entity_ref,
    valueHash: value_hash,
    at: Number(at),
    ...(note !== null && { note }),
  };
}
