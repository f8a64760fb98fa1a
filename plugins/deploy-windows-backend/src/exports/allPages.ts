import type { TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import { invalid } from '../api/coded';
import type { LogPage, LogPart } from '../database/logPage';

const PAGE = 500;
const MOST_ROWS = 50_000;

export interface Wanted {
  /** Absent: no filter, so that one statement need not name them all. */
  readonly targets?: readonly TargetKey[];
  readonly sees: (target: TargetKey) => boolean;
}

/** Every page. Half a table would pass for a whole one, so too much is refused. */
export async function allPages<T>(
  page: (part: LogPart) => Promise<LogPage<T>>,
  { targets, sees }: Wanted,
  targetOf: (row: T) => TargetKey,
): Promise<readonly T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const part = await page({
      limit: PAGE,
      ...(targets !== undefined && { targets }),
      ...(cursor !== undefined && { cursor }),
    });
    rows.push(...part.items.filter(row => sees(targetOf(row))));
    if (rows.length > MOST_ROWS)
      throw invalid(
        'TOO_MANY',
        `More than ${MOST_ROWS} rows. Ask for one entity, environment or owner at a time`,
      );
    cursor = part.nextCursor;
  } while (cursor !== undefined);
  return rows;
}
