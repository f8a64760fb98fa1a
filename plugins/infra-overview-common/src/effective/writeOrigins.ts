import type { JsonValue } from '@backstage/types';
import { itemPath } from '../document';
import { hasIds } from './mergeTable';
import type { Origin } from './origin';
import { isObject } from './shape';
import { fieldPath, itemStatements, originFrom, type Speaker, type Statement } from './statement';

export type OriginRecord = Record<string, Origin>;

/** A value of the speaker whom the entry of the containing path names needs no entry of its own. */
export function writeOrigin(
  origins: OriginRecord,
  path: string,
  statement: Statement,
  covering: Speaker | undefined,
): void {
  if (statement.speaker === covering) return;
  origins[path] = originFrom(statement.speaker, statement.path);
}

/** Notes where a value comes from that is taken as it stands. */
export function takeWhole(
  origins: OriginRecord,
  pattern: string,
  path: string,
  statement: Statement,
  covering: Speaker | undefined,
): JsonValue {
  writeOrigin(origins, path, statement, covering);
  writeItemOrigins(origins, pattern, path, statement);
  return statement.value;
}

/** Items have entries of their own, since each may carry a date. */
function writeItemOrigins(
  origins: OriginRecord,
  pattern: string,
  path: string,
  statement: Statement,
): void {
  const { value, speaker } = statement;
  if (Array.isArray(value)) {
    if (!hasIds(pattern)) return;
    for (const item of itemStatements(pattern, statement)) {
      takeWhole(origins, `${pattern}[]`, itemPath(path, item.key), item, undefined);
    }
    return;
  }
  if (!isObject(value)) return;
  for (const [field, child] of Object.entries(value)) {
    if (typeof child !== 'object' || child === null) continue;
    const inner = { value: child, speaker, path: fieldPath(statement.path, field) };
    writeItemOrigins(origins, fieldPath(pattern, field), fieldPath(path, field), inner);
  }
}
