import type { Knex } from 'knex';
import { write } from '../database/write';
import type { KnownState, PolicyChanges, PolicyStore } from './PolicyStore';
import type { Snapshot } from './Snapshot';

const TABLE = 'policy_snapshots';
const BATCH = 100;

interface Row {
  readonly entity_ref: string;
  readonly etag: string | null;
  readonly hash: string;
  readonly facts: string;
  readonly document: string | null;
  readonly outcome: string;
  readonly refusal: string | null;
  readonly parent_refs: string;
  readonly read_at: number;
  readonly deleted_at: number | string | null;
}

export class DatabasePolicyStore implements PolicyStore {
  readonly #knex: Knex;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  async states(): Promise<ReadonlyMap<string, KnownState>> {
    return statesIn(this.#knex);
  }

  async apply({ snapshots, gone, readAt }: PolicyChanges): Promise<number> {
    const known = await this.states();
    const changed = snapshots.filter(snapshot => isOther(snapshot, known));
    const lost = gone.filter(ref => known.get(ref)?.isDeleted === false);
    if (changed.length + lost.length > 0) {
      await write(this.#knex, async trx => {
        await trx('policy_epoch').where({ id: 1 }).increment('policy_version', 1);
        for (const batch of batches(changed)) await save(trx, batch, readAt);
        for (const refs of batches(lost)) {
          await trx(TABLE)
            .whereIn('entity_ref', refs)
            .update({ deleted_at: readAt, document: null, etag: null });
        }
        await raiseReadAt(trx, readAt);
      });
    }
    const touched = snapshots.filter(
      snapshot => !isOther(snapshot, known) && known.get(snapshot.ref)?.etag !== snapshot.etag,
    );
    for (const { ref, etag = null } of touched)
      await this.#knex(TABLE).where({ entity_ref: ref }).update({ etag });
    if (changed.length + lost.length === 0) await raiseReadAt(this.#knex, readAt);
    return changed.length + lost.length;
  }

  async update(snapshots: readonly Snapshot[], at: number): Promise<number> {
    const known = await this.states();
    const changed = snapshots.filter(snapshot => isOther(snapshot, known));
    if (changed.length === 0) return 0;
    await write(this.#knex, async trx => {
      await trx('policy_epoch').where({ id: 1 }).increment('policy_version', 1);
      for (const batch of batches(changed)) await save(trx, batch, at);
    });
    return changed.length;
  }

  async snapshots(): Promise<readonly Snapshot[]> {
    const rows = await this.#knex<Row>(TABLE).whereNull('deleted_at').orderBy('entity_ref');
    return rows.map(toSnapshot);
  }

  async version(): Promise<number> {
    const row = await this.#knex('policy_epoch').where({ id: 1 }).first('policy_version');
    return Number(row.policy_version);
  }
}

/** Two replicas may refresh at once; the clock of the later one counts. */
async function raiseReadAt(knex: Knex | Knex.Transaction, readAt: number): Promise<void> {
  await knex('policy_epoch')
    .where({ id: 1 })
    .where(query => query.whereNull('read_at').orWhere('read_at', '<', readAt))
    .update({ read_at: readAt });
}

async function statesIn(knex: Knex): Promise<ReadonlyMap<string, KnownState>> {
  const rows = await knex<Row>(TABLE).select('entity_ref', 'etag', 'hash', 'deleted_at');
  return new Map(
    rows.map(({ entity_ref, etag, hash, deleted_at }) => [
      entity_ref,
      { hash, isDeleted: deleted_at !== null, ...(etag !== null && { etag }) },
    ]),
  );
}

function isOther({ ref, hash }: Snapshot, known: ReadonlyMap<string, KnownState>): boolean {
  const state = known.get(ref);
  return state === undefined || state.isDeleted || state.hash !== hash;
}

async function save(
  trx: Knex.Transaction,
  snapshots: readonly Snapshot[],
  readAt: number,
): Promise<void> {
  const refs = snapshots.map(({ ref }) => ref);
  const before: readonly Pick<Row, 'entity_ref' | 'document'>[] = await trx(TABLE)
    .whereIn('entity_ref', refs)
    .select('entity_ref', 'document');
  const documents = new Map(before.map(({ entity_ref, document }) => [entity_ref, document]));
  const rows = snapshots.map(snapshot =>
    toRow(snapshot, documents.get(snapshot.ref) ?? null, readAt),
  );
  await trx(TABLE).insert(rows).onConflict('entity_ref').merge();
}

/** A document that was refused never replaces a good one. */
function toRow(snapshot: Snapshot, lastGood: string | null, readAt: number): Row {
  const { ref, etag, hash, entity, document, outcome, refusal, parentRefs } = snapshot;
  const own = document === undefined ? null : JSON.stringify(document);
  return {
    entity_ref: ref,
    etag: etag ?? null,
    hash,
    facts: JSON.stringify(entity),
    document: outcome === 'refused' ? lastGood : own,
    outcome,
    refusal: refusal ?? null,
    parent_refs: JSON.stringify(parentRefs),
    read_at: readAt,
    deleted_at: null,
  };
}

function toSnapshot({
  entity_ref,
  etag,
  hash,
  facts,
  document,
  outcome,
  refusal,
  parent_refs,
}: Row): Snapshot {
  return {
    ref: entity_ref,
    hash,
    entity: JSON.parse(facts),
    outcome: outcome as Snapshot['outcome'],
    parentRefs: JSON.parse(parent_refs),
    ...(etag !== null && { etag }),
    ...(document !== null && { document: JSON.parse(document) }),
    ...(refusal !== null && { refusal }),
  };
}

function* batches<T>(items: readonly T[]): Iterable<readonly T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}
