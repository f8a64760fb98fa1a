import { InputError } from '@backstage/errors';

/** A stretch of a list that was sorted here. */
export interface Stretch {
  readonly limit: number;
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

/** @throws InputError */
export function pageOf<T>(all: readonly T[], { limit, cursor = '0' }: Stretch): Page<T> {
  if (!/^\d{1,9}$/.test(cursor)) throw new InputError('cursor: take it from the answer before');
  const start = Number(cursor);
  const end = start + limit;
  return {
    items: all.slice(start, end),
    ...(end < all.length && { nextCursor: String(end) }),
  };
}
