import type { Level } from 'backstage-plugin-infra-overview-common';

const RANKS: Readonly<Record<Level, number>> = { must: 0, 'must-not': 1, should: 2, practice: 3 };

/** What is demanded comes first, what nobody rated last. */
export function levelRank(level: Level | undefined): number {
  return level === undefined ? 4 : RANKS[level];
}

/** Same order for equal ranks. */
export function mustFirst<T extends { readonly level?: Level | undefined }>(
  items: readonly T[],
): readonly T[] {
  return [...items].sort((a, b) => levelRank(a.level) - levelRank(b.level));
}
