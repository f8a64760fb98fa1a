import type { Instant } from 'backstage-plugin-infra-overview-common';
import type { Knex } from 'knex';
import type { CallOptions, DocumentSource } from '../documents/DocumentSource';

const DAY = 86_400_000;
const BATCH = 200;
const GONE = 'gone';
const ONCE = 'infra_once';
const TABLES = ['infra_confirmation', 'infra_drift_note', 'infra_drift', 'infra_drift_count'];

export interface ForgetGoneOptions {
  readonly knex: Knex;
  readonly documents: Pick<DocumentSource, 'visible'>;
  readonly callOptions: CallOptions;
  readonly now: Instant;
}

/** Deletes what is kept of entities that have been out of the catalog for a week. One that comes back in time keeps all. */
export async function forgetGone(options: ForgetGoneOptions): Promise<number> {
  const { knex, documents, callOptions, now } = options;
  const refs = new Set<string>();
  for (const table of TABLES)
    for (const row of await knex(table).distinct('entity_ref')) refs.add(row.entity_ref);
  const gone: string[] = [];
  for (const batch of batches([...refs])) {
    const there = await documents.visible(batch, callOptions);
    gone.push(...batch.filter(ref => !there.has(ref)));
    for (const present of batches([...there]))
      await knex(ONCE).where({ kind: GONE }).whereIn('entity_ref', present).delete();
  }
  for (const batch of batches(gone))
    await knex(ONCE)
      .insert(batch.map(ref => ({ kind: GONE, entity_ref: ref, at: now })))
      .onConflict(['kind', 'entity_ref'])
      .ignore();
  const over = (
    await knex(ONCE)
      .where({ kind: GONE })
      .where('at', '<=', now - 7 * DAY)
      .select('entity_ref')
  ).map(row => row.entity_ref as string);
  for (const batch of batches(over))
    for (const table of [...TABLES, ONCE]) await knex(table).whereIn('entity_ref', batch).delete();
  return over.length;
}

function batches(refs: readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  for (let start = 0; start < refs.length; start += BATCH)
    found.push(refs.slice(start, start + BATCH));
  return found;
}
