import type {
  Attestation,
  Instant,
  Records,
  SubjectKey,
  Waiver,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { insertMessages } from '../../outbox/insertMessages';
import {
  actRow,
  attestationOf,
  attestationRow,
  recordsOf,
  storedAttestationOf,
  waiverOf,
  waiverRow,
  type Row,
} from './recordRows';
import type {
  ActRecord,
  Carried,
  NumberedWaiver,
  RecordStore,
  StoredAttestation,
  Together,
} from './RecordStore';

/** Beyond so many places everything is read at once: the number of queries depends on nothing. */
const MOST_PLACES = 500;
const ROWS_A_STATEMENT = 50;

/** Thrown inside a transaction to take it back; never seen outside. */
class SomebodyWasFaster extends Error {}

/** Rows are added and never changed; what is done with one is a row of `readiness_acts`, joined in one read. */
export class DatabaseRecordStore implements RecordStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async attestations(
    places: readonly SubjectKey[],
    trx?: Knex.Transaction,
  ): Promise<readonly Attestation[]> {
    return recordsOf(await this.#of('attestations', 'attested_at', places, trx), attestationOf);
  }

  async waivers(places: readonly SubjectKey[], trx?: Knex.Transaction): Promise<readonly Waiver[]> {
    return recordsOf(await this.#of('waivers', 'created_at', places, trx), waiverOf);
  }

  async attestation(id: string): Promise<StoredAttestation | undefined> {
    const rows: readonly Row[] = await joined(this.#knex, 'attestations').where('r.id', id);
    return recordsOf(rows, storedAttestationOf)[0];
  }

  async waiver(id: string): Promise<Waiver | undefined> {
    const rows: readonly Row[] = await joined(this.#knex, 'waivers').where('r.id', id);
    return recordsOf(rows, waiverOf)[0];
  }

  async ending(from: Instant, to: Instant): Promise<Records> {
    const within = (table: string, end: string) =>
      joined(this.#knex, table).where(end, '>=', from).andWhere(end, '<', to).orderBy('r.id');
    const attestations: readonly Row[] = await within('attestations', 'r.valid_until_at');
    const waivers: readonly Row[] = await within('waivers', 'r.expires_at');
    return {
      attestations: recordsOf(attestations, attestationOf),
      waivers: recordsOf(waivers, waiverOf),
    };
  }

  async repeatedAttestations(by: string, idempotencyKey: string): Promise<readonly Attestation[]> {
    const rows: readonly Row[] = await joined(this.#knex, 'attestations').where({
      'r.attested_by': by,
      'r.idempotency_key': idempotencyKey,
    });
    return recordsOf(rows, attestationOf);
  }

  async repeatedWaiver(by: string, idempotencyKey: string): Promise<Waiver | undefined> {
    const rows: readonly Row[] = await joined(this.#knex, 'waivers').where({
      'r.requested_by': by,
      'r.idempotency_key': idempotencyKey,
    });
    return recordsOf(rows, waiverOf)[0];
  }

  async addAttestations(
    attestations: readonly StoredAttestation[],
    together: Together,
  ): Promise<void> {
    await this.#write(together, async trx => {
      await insertAll(
        trx,
        'attestations',
        attestations.map(one => attestationRow(one, together.idempotencyKey)),
      );
    });
  }

  async addWaivers(waivers: readonly NumberedWaiver[], together: Together): Promise<boolean> {
    return this.#write(together, trx => addNumbered(trx, waivers, together.idempotencyKey));
  }

  async addAct(act: ActRecord, together: Together): Promise<boolean> {
    return this.#write(together, async trx => {
      await trx('readiness_acts').insert(actRow(act)).onConflict(['of_id', 'turn']).ignore();
      // The other's row is committed by now, or ours is the one.
      const own = await trx('readiness_acts').where({ id: act.id }).first('id');
      if (own === undefined) throw new SomebodyWasFaster();
    });
  }

  async carryOver({ attestations, waivers, acts }: Carried, together: Together): Promise<boolean> {
    return this.#write(together, async trx => {
      await insertAll(
        trx,
        'attestations',
        attestations.map(one => attestationRow(one, undefined)),
      );
      await addNumbered(trx, waivers, undefined);
      await insertAll(trx, 'readiness_acts', acts.map(actRow));
    });
  }

  async #of(
    table: string,
    at: string,
    places: readonly SubjectKey[],
    trx: Knex.Transaction | undefined,
  ): Promise<readonly Row[]> {
    if (places.length === 0) return [];
    const query = joined(trx ?? this.#knex, table).orderBy([
      { column: `r.${at}`, order: 'desc' },
      { column: 'r.id', order: 'desc' },
    ]);
    if (places.length <= MOST_PLACES) return query.whereIn('r.subject', places);
    const wanted = new Set(places);
    const rows: readonly Row[] = await query;
    return rows.filter(({ subject }) => wanted.has(String(subject)));
  }

  async #write(
    { messages, also }: Together,
    work: (trx: Knex.Transaction) => Promise<void>,
  ): Promise<boolean> {
    try {
      await this.#knex.transaction(async trx => {
        await work(trx);
        await insertMessages(trx, messages);
        await also(trx);
      });
      return true;
    } catch (error) {
      if (error instanceof SomebodyWasFaster) return false;
      throw error;
    }
  }
}

function joined(knex: Knex | Knex.Transaction, table: string): Knex.QueryBuilder {
  return knex(`${table} as r`)
    .leftJoin('readiness_acts as a', 'a.of_id', 'r.id')
    .select('r.*', 'a.act as act', 'a.by as act_by', 'a.at as act_at', 'a.outside as act_outside');
}

async function insertAll(trx: Knex.Transaction, table: string, rows: readonly object[]) {
  for (let first = 0; first < rows.length; first += ROWS_A_STATEMENT)
    await trx(table).insert(rows.slice(first, first + ROWS_A_STATEMENT));
}

async function addNumbered(
  trx: Knex.Transaction,
  waivers: readonly NumberedWaiver[],
  idempotencyKey: string | undefined,
): Promise<void> {
  for (const one of waivers) {
    await trx('waivers')
      .insert(waiverRow(one, idempotencyKey))
      .onConflict(['subject', 'check_id', 'number'])
      .ignore();
    const own = await trx('waivers').where({ id: one.waiver.id }).first('id');
    if (own === undefined) throw new SomebodyWasFaster();
  }
}
