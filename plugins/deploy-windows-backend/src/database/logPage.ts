import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { numberOf, textOf, type Column } from './columns';

/** A stretch of a log, newest first. */
export interface LogPart {
  /** Absent: of all targets. */
  readonly targets?: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
}

export interface LogPage<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

type Row = Readonly<Record<string, Column>>;

/** Pages by time and id, so that a page neither repeats nor leaves out what came in meanwhile. */
export async function logPage<T>(
  table: Knex.QueryBuilder,
  at: string,
  { targets, limit, cursor }: LogPart,
  read: (row: Row) => T,
): Promise<LogPage<T>> {
  if (targets !== undefined) table.whereIn('target_key', targets);
  if (cursor !== undefined) {
    const last = positionOf(cursor);
    table.andWhere(either =>
      either
        .where(at, '<', last.at)
        .orWhere(same => same.where(at, last.at).andWhere('id', '<', last.id)),
    );
  }
  const rows: readonly Row[] = await table
    .orderBy([
      { column: at, order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(read),
    ...(last && { nextCursor: `${numberOf(last[at])}_${textOf(last.id)}` }),
  };
}

function positionOf(cursor: string) {
  const [, at, id] = /^(\d{1,16})_([\w-]{1,40})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined)
    throw new InputError('cursor: take it from the answer before');
  return { at: Number(at), id };
}
