import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { DriftPlace } from './DriftStore';

const cursorSchema = z.object({ since: z.number().int(), place: z.string().max(36) });

/** Where the next page begins: after this row. Holds no name, so it may stand for a row that the caller may not see. */
export function cursorAt({ since, place }: DriftPlace): string {
  return Buffer.from(JSON.stringify({ since, place })).toString('base64url');
}

export function readDriftCursor(cursor: string | undefined): DriftPlace | undefined {
  if (cursor === undefined) return undefined;
  const read = cursorSchema.safeParse(parsed(cursor));
  if (!read.success)
    throw new InputError('cursor: not one of this server; start at the first page');
  return read.data;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
