import type { DriftNote } from 'backstage-plugin-infra-overview-common';
import type { Knex } from 'knex';
import type { DriftNoteStore } from './DriftNoteStore';

const NOTES = 'infra_drift_note';

interface StoredNote {
  readonly id: string;
  readonly entity_ref: string;
  readonly path: string;
  readonly environment: string | null;
  readonly kind: DriftNote['kind'];
  readonly reason: string;
  readonly by: string;
  readonly at: number | string;
  readonly until: number | string;
}

export class DatabaseDriftNoteStore implements DriftNoteStore {
  readonly #knex: Knex;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  async find(entityRefs: readonly string[]): Promise<readonly DriftNote[]> {
    if (entityRefs.length === 0) return [];
    const rows: readonly StoredNote[] = await this.#knex(NOTES)
      .whereIn('entity_ref', entityRefs)
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'asc' },
      ]);
    return rows.map(toNote);
  }

  async get(id: string): Promise<DriftNote | undefined> {
    const row: StoredNote | undefined = await this.#knex(NOTES).where({ id }).first();
    return row && toNote(row);
  }

  async insert({ entityRef, environment, ...note }: DriftNote): Promise<void> {
    await this.#knex(NOTES).insert({
      ...note,
      entity_ref: entityRef,
      environment: environment ?? null,
    });
  }

  async delete(id: string): Promise<void> {
    await this.#knex(NOTES).where({ id }).delete();
  }

  async forget(entityRefs: readonly string[]): Promise<void> {
    await this.#knex(NOTES).whereIn('entity_ref', entityRefs).delete();
  }
}

function toNote({ entity_ref, environment, at, until, ...stored }: StoredNote): DriftNote {
  return {
    ...stored,
    entityRef: entity_ref,
    ...(environment !== null && { environment }),
    at: Number(at),
    until: Number(until),
  };
}
