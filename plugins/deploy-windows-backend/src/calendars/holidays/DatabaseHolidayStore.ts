import {
  DAY,
  type HolidayTable,
  type HolidayTables,
  type TimeRange,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { write } from '../../database/write';
import type { HolidayStore, HolidayYear } from './HolidayStore';

interface Row {
  readonly set_id: string;
  readonly year: number;
  readonly dates: string;
  readonly source_version: string;
}

export class DatabaseHolidayStore implements HolidayStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async tables({ start, end }: TimeRange): Promise<HolidayTables> {
    // A day more on either side, since zones are up to a day apart.
    const [first, last] = [yearOf(start - DAY), yearOf(end + DAY)];
    const wanted = (await this.years()).filter(({ year }) => first <= year && year <= last);
    const sets = new Map<string, HolidayYear[]>();
    for (const year of wanted) sets.set(year.set, [...(sets.get(year.set) ?? []), year]);
    return Object.fromEntries([...sets].map(([set, years]) => [set, tableOf(years)]));
  }

  async years(): Promise<readonly HolidayYear[]> {
    const rows: readonly Row[] = await this.#knex('holiday_years')
      .select()
      .orderBy(['set_id', 'year']);
    return rows.map(({ set_id, year, dates, source_version }) => ({
      set: set_id,
      year,
      days: JSON.parse(dates),
      sourceVersion: source_version,
    }));
  }

  async replace(years: readonly HolidayYear[]): Promise<'changed' | 'same'> {
    const before = new Map(
      (await this.years()).map(year => [keyOf(year), JSON.stringify(rowOf(year))]),
    );
    const isSame = ({ set, year, ...rest }: HolidayYear) =>
      before.get(keyOf({ set, year })) === JSON.stringify(rowOf({ set, year, ...rest }));
    if (before.size === years.length && years.every(isSame)) return 'same';
    await write(this.#knex, async trx => {
      await trx('holiday_years').delete();
      for (const year of years) await trx('holiday_years').insert(rowOf(year));
    });
    return 'changed';
  }
}

/** The years follow each other; a hole ends the table, since nothing is known behind it. */
function tableOf(years: readonly HolidayYear[]): HolidayTable {
  const [first] = years as readonly [HolidayYear];
  const dates: string[] = [];
  let { year } = first;
  for (const one of years) {
    if (one.year !== year) break;
    dates.push(...one.days.map(({ date }) => date));
    year += 1;
  }
  return { first: `${first.year}-01-01`, last: `${year - 1}-12-31`, dates: dates.sort() };
}

function yearOf(at: number): number {
  return new Date(at).getUTCFullYear();
}

function keyOf({ set, year }: Pick<HolidayYear, 'set' | 'year'>): string {
  return `${year}/${set}`;
}

function rowOf({ set, year, days, sourceVersion }: HolidayYear): Row {
  return { set_id: set, year, dates: JSON.stringify(days), source_version: sourceVersion };
}
