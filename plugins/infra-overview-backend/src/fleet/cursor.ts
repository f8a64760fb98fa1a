import { InputError } from '@backstage/errors';
import type { FleetQuery } from 'backstage-plugin-infra-overview-common';
import { z } from 'zod';
import type { FoundRow, PlaceKey } from './FleetStore';

const cursorSchema = z.object({
  /** Another order is another list. */
  sort: z.string(),
  order: z.string(),
  at: z.union([z.object({ sort: z.string(), name: z.string() }), z.object({ id: z.string() })]),
});

export type CursorPosition = PlaceKey | { readonly id: string };

/**
 * Where the next page begins: after this row. The sort key of a row holds its title and facts, so a row that the caller
 * may not see is named by its random id.
 */
export function cursorAfter(
  query: FleetQuery,
  { place }: FoundRow,
  visibility: 'visible' | 'hidden',
): string {
  const at = visibility === 'visible' ? place.key : { id: place.id };
  return Buffer.from(JSON.stringify({ ...listOf(query), at })).toString('base64url');
}

export function readCursor(query: FleetQuery): CursorPosition | undefined {
  if (query.cursor === undefined) return undefined;
  const list = listOf(query);
  const read = cursorSchema.safeParse(parsed(query.cursor));
  if (!read.success)
    throw new InputError('cursor: not one of this server; start at the first page');
  if (read.data.sort !== list.sort || read.data.order !== list.order) {
    throw new InputError('cursor: it belongs to a list in another order; start at the first page');
  }
  return read.data.at;
}

function listOf(query: FleetQuery) {
  return { sort: query.sort ?? 'name', order: query.order ?? 'asc' };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
