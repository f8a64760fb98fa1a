import type { Knex } from 'knex';

type Row = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Upsert {
  readonly table: string;
  readonly key: readonly string[];
  /** The key among them. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** A row that is there is replaced only where this holds; left out: always. SQL over the table and `excluded`. */
  readonly where?: string;
  /** The row that is there stays. */
  readonly onConflict?: 'ignore';
}

const CHUNK = 4_000;

/**
 * Writes any number of rows with one statement each few thousand, whatever the number of columns: the rows travel as one JSON
 * text. Says which were written, by the first column of the key.
 */
export async function upsertRows(trx: Knex, upsert: Upsert): Promise<readonly string[]> {
  const written: string[] = [];
  for (let start = 0; start < upsert.rows.length; start += CHUNK) {
    const chunk = upsert.rows.slice(start, start + CHUNK);
    const json = JSON.stringify(isPostgres(trx) ? chunk : inColumns(upsert, chunk));
    const result = await trx.raw(statementOf(upsert, isPostgres(trx)), [json]);
    const rows: readonly Row[] = isPostgres(trx) ? result.rows : result;
    for (const row of rows) written.push(String(row[upsert.key[0] ?? '']));
  }
  return written;
}

function statementOf(
  { table, key, columns, where, onConflict }: Upsert,
  postgres: boolean,
): string {
  const names = columns.map(quoted).join(', ');
  const order = key.map(quoted).join(', ');
  const source = postgres
    ? `select ${names} from json_populate_recordset(null::${quoted(table)}, ?::json) order by ${order}`
    : `select ${columns
        .map((name, index) => `value ->> ${index} as ${quoted(name)}`)
        .join(', ')} from json_each(?) where true`;
  const others = columns.filter(name => !key.includes(name));
  const action =
    onConflict === 'ignore'
      ? 'nothing'
      : `update set ${others.map(name => `${quoted(name)} = excluded.${quoted(name)}`).join(', ')}${
          where === undefined ? '' : ` where ${where}`
        }`;
  return `insert into ${quoted(table)} (${names}) ${source} on conflict (${order}) do ${action} returning ${quoted(key[0] ?? '')}`;
}

/** SQLite finds a value by its place faster than by its name. */
function inColumns({ columns }: Upsert, rows: readonly Row[]) {
  return rows.map(row => columns.map(name => row[name]));
}

/** Names of ours only; none comes from outside. */
function quoted(name: string): string {
  return `"${name}"`;
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/** Whether both engines store a text as it is. */
export function isStorable(text: string, length: number): boolean {
  return storable(text, length) === text;
}

/** What both engines store: no NUL, no half of a character. */
export function storable(text: string, length: number): string {
  const short = text.replaceAll('\0', '').slice(0, length);
  return Buffer.from(short, 'utf8').toString('utf8');
}
