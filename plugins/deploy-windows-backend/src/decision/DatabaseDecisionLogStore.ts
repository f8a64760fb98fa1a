import { gunzipSync, gzipSync } from 'node:zlib';
import {
  instantText,
  type ChangeType,
  type LoggedDecision,
} from 'backstage-plugin-deploy-windows-common';
import {
  recordedInput,
  recordedText,
  type Decision,
  type Instant,
  type RecordedInput,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { logPage, type LogPage, type LogPart } from '../database/logPage';
import type { DecisionLogStore, DecisionRecord, LoggedRow } from './DecisionLogStore';

interface Row {
  readonly id: string;
  readonly at: string | number;
  readonly target_key: string;
  readonly change_type: string;
  readonly principal: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly codes: string;
  readonly decision: string;
  readonly inputs_hash: string;
  readonly tzdata: string;
  readonly evaluator: string;
  readonly override_id: string | null;
}

const BATCH = 50;

export class DatabaseDecisionLogStore implements DecisionLogStore {
  readonly #knex: Knex;
  readonly #now: () => Instant;

  constructor(options: { readonly knex: Knex; readonly now: () => Instant }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async insert(records: readonly DecisionRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.#knex.transaction(async trx => {
      for (let start = 0; start < records.length; start += BATCH)
        await this.insertIn(trx, records.slice(start, start + BATCH));
    });
  }

  /** In somebody's own transaction: a permit and its log row come together. */
  async insertIn(trx: Knex.Transaction, records: readonly DecisionRecord[]): Promise<void> {
    for (const record of records.filter(keepsInputs)) {
      const { stamp, ...input } = record.loaded.input;
      const body = gzipSync(recordedText(recordedInput(input, stamp)));
      const row = { hash: stamp.inputsHash, body, created_at: this.#now() };
      await trx('decision_inputs').insert(row).onConflict('hash').ignore();
    }
    await trx('decision_log').insert(records.map(toRow));
  }

  async find(id: string): Promise<LoggedRow | undefined> {
    const row: Row | undefined = await this.#knex('decision_log').where({ id }).first();
    if (row === undefined) return undefined;
    const kept = await this.#kept([row.inputs_hash]);
    return { summary: toLogged(row, kept), decision: JSON.parse(row.decision) };
  }

  async list(part: LogPart): Promise<LogPage<LoggedDecision>> {
    const { items, ...page } = await logPage(
      this.#knex('decision_log'),
      'at',
      part,
      row => row as unknown as Row,
    );
    const kept = await this.#kept(items.map(row => row.inputs_hash));
    return { ...page, items: items.map(row => toLogged(row, kept)) };
  }

  async inputs(hash: string): Promise<RecordedInput | undefined> {
    const row: { readonly body: Buffer } | undefined = await this.#knex('decision_inputs')
      .where({ hash })
      .first('body');
    return row && JSON.parse(gunzipSync(row.body).toString('utf8'));
  }

  async retain({
    gate,
    permits,
  }: {
    readonly gate: Instant;
    readonly permits: Instant;
  }): Promise<void> {
    await this.#knex('decision_log')
      .where('at', '<', gate)
      .where({ purpose: 'gate' })
      .whereNull('override_id')
      .delete();
    await this.#knex('decision_log')
      .where('at', '<', gate)
      .where({ purpose: 'permit', outcome: 'blocked' })
      .delete();
    await this.#knex('decision_log').where('at', '<', permits).delete();
    const used = this.#knex('decision_log').select('inputs_hash');
    await this.#knex('decision_inputs')
      .where('created_at', '<', permits)
      .whereNotIn('hash', used)
      .delete();
  }

  async #kept(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const rows: readonly { readonly hash: string }[] = await this.#knex('decision_inputs')
      .whereIn('hash', [...new Set(hashes)])
      .select('hash');
    return new Set(rows.map(({ hash }) => hash));
  }
}

function keepsInputs({ decision, purpose }: DecisionRecord): boolean {
  return decision.outcome === 'allowed' && (purpose === 'permit' || decision.overrides.length > 0);
}

function toRow({ id, decision, purpose }: DecisionRecord): Row {
  return {
    id,
    at: decision.at,
    target_key: decision.target,
    change_type: decision.changeType,
    principal: decision.principal,
    purpose,
    outcome: decision.outcome,
    codes: JSON.stringify(codesOf(decision)),
    decision: JSON.stringify(decision),
    inputs_hash: decision.inputsHash,
    tzdata: decision.tzdata,
    evaluator: decision.evaluator,
    override_id: decision.overrides[0] ?? null,
  };
}

/** What holds it, or what lets it through; each once. */
export function codesOf(decision: Decision): readonly string[] {
  const parts = decision.outcome === 'blocked' ? decision.reasons : decision.grounds;
  return [...new Set(parts.map(({ code }) => code))];
}

function toLogged(row: Row, kept: ReadonlySet<string>): LoggedDecision {
  return {
    id: row.id,
    at: instantText(Number(row.at)),
    target: row.target_key,
    changeType: row.change_type as ChangeType,
    principal: row.principal,
    purpose: row.purpose as LoggedDecision['purpose'],
    outcome: row.outcome as LoggedDecision['outcome'],
    codes: JSON.parse(row.codes),
    inputsHash: row.inputs_hash,
    tzdata: row.tzdata,
    evaluator: row.evaluator,
    replayable: kept.has(row.inputs_hash),
    ...(row.override_id !== null && { overrideId: row.override_id }),
  };
}
