import type { Knex } from 'knex';
import { numberOf, textOf, type Column } from '../database/columns';
import { insertMessages } from '../outbox/insertMessages';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { ZoneReport, ZoneReportStore, ZonesSeen } from './ZoneReportStore';

const TASK = 'check-zones';

export class DatabaseZoneReportStore implements ZoneReportStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async seen(): Promise<ZonesSeen | undefined> {
    const row = await this.#knex('watermarks').where({ task: TASK }).first('value');
    return row && JSON.parse(row.value);
  }

  async save(
    seen: ZonesSeen,
    report?: ZoneReport,
    messages: readonly OutboxMessage[] = [],
  ): Promise<void> {
    await this.#knex.transaction(async trx => {
      if (report) {
        const { from, to, at, moved } = report;
        await trx('zone_reports')
          .insert({ from_version: from, to_version: to, at, moved: JSON.stringify(moved) })
          .onConflict(['from_version', 'to_version'])
          .ignore();
      }
      await insertMessages(trx, messages);
      await trx('watermarks')
        .insert({ task: TASK, value: JSON.stringify(seen) })
        .onConflict('task')
        .merge();
    });
  }

  async reports(): Promise<readonly ZoneReport[]> {
    const rows: readonly Readonly<Record<string, Column>>[] = await this.#knex('zone_reports')
      .orderBy('at', 'desc')
      .limit(50);
    return rows.map(row => ({
      from: textOf(row.from_version),
      to: textOf(row.to_version),
      at: numberOf(row.at),
      moved: JSON.parse(textOf(row.moved)),
    }));
  }
}
