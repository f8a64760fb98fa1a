import {
  buildZoneTable,
  type TimeRange,
  type ZoneTable,
  type ZoneTables,
} from 'backstage-plugin-deploy-windows-common/evaluator';

const MOST = 2_000;

/** Zone tables for the whole service, built when a zone is first used. */
export class ZoneTableCache {
  readonly #tables = new Map<string, ZoneTable | undefined>();
  readonly #version: () => string;

  constructor(options: { readonly version: () => string }) {
    this.#version = options.version;
  }

  /** What is missing in the answer is not a zone. */
  tables(zones: Iterable<string>, range: TimeRange): ZoneTables {
    const tables: Record<string, ZoneTable> = {};
    for (const zone of [...new Set(zones)].sort()) {
      const table = this.#table(zone, range);
      if (table) tables[zone] = table;
    }
    return tables;
  }

  #table(zone: string, range: TimeRange): ZoneTable | undefined {
    // Newer zone data is another table.
    const key = `${this.#version()} ${range.start} ${range.end} ${zone}`;
    if (this.#tables.has(key)) return this.#tables.get(key);
    if (this.#tables.size >= MOST) this.#tables.clear();
    const table = buildZoneTable(zone, range);
    this.#tables.set(key, table);
    return table;
  }
}
