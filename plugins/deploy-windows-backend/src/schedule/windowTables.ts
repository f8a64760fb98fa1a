import {
  buildZoneTables,
  type Instant,
  type Tables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Runtime } from '../runtime/Runtime';
import { tableRange } from '../runtime/tableRange';

/** What the schedule of one window is worked out against; holidays are known for just this stretch of time. */
export function windowTables(
  zone: string | undefined,
  { feeds, holidays }: Pick<Runtime, 'feeds' | 'holidays'>,
  now: Instant,
  horizon: number,
): Tables {
  const range = tableRange(now, horizon);
  return {
    range,
    zones: buildZoneTables(zone === undefined ? [] : [zone], range),
    holidays,
    feeds,
  };
}
