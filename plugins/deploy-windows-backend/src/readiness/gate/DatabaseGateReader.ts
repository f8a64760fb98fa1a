import type { Knex } from 'knex';
import { given, numberOf, textOf } from '../../database/columns';
import type { GateVerdict, ReadinessTable } from '../../runtime/ReadinessTable';
import type { Row } from '../assessment/rows';
import { SUBJECTS } from '../assessment/subjectRow';

/** Verdicts in memory. Of a new version only what has changed since is read: versions grow in the order they are committed. */
export class DatabaseGateReader {
  readonly #knex: Knex;
  #kept: { readonly version: number; readonly table: ReadinessTable } = {
    version: -1,
    table: new Map(),
  };

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  async verdicts(version: number): Promise<ReadinessTable> {
    const kept = this.#kept;
    if (kept.version === version) return kept.table;
    const rows: readonly Row[] = await this.#knex(SUBJECTS)
      .where('changed_version', '>', kept.version)
      .select('subject', 'verdict', 'open', 'judged_at', 'valid_until_at', 'gone_at');
    const table = new Map(kept.table);
    for (const row of rows) {
      const key = textOf(row.subject);
      if (row.gone_at === null) table.set(key, toVerdict(row));
      else table.delete(key);
    }
    if (version > this.#kept.version) this.#kept = { version, table };
    return table;
  }
}

function toVerdict(row: Row): GateVerdict {
  return {
    verdict: textOf(row.verdict) as GateVerdict['verdict'],
    open: JSON.parse(textOf(row.open)),
    judgedAt: numberOf(row.judged_at),
    ...given('validUntil', row.valid_until_at, numberOf),
  };
}
