import type { JudgedCase } from './judgeFiles';

/** `catalog/noipm/system.yaml, line 3`. */
export function placeOf({ source: { placed } }: Pick<JudgedCase, 'source'>): string {
  return `${placed.file}, line ${placed.line}`;
}
