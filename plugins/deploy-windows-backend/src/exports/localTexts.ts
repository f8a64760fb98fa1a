import { instantText } from 'backstage-plugin-deploy-windows-common';
import {
  DAY,
  buildZoneTable,
  wallClockAt,
  type Instant,
  type ZoneTable,
} from 'backstage-plugin-deploy-windows-common/evaluator';

export type TimeColumns = (
  name: string,
  at: Instant | undefined,
  zone: string,
) => Readonly<Record<string, string | undefined>>;

const YEARS_BACK = 4;

/** An instant as two columns, in UTC and as the clocks of a zone show it: `started_utc`, `started_local`. */
export function timeColumns(now: Instant): TimeColumns {
  const tables = new Map<string, ZoneTable | undefined>();
  const tableOf = (zone: string) => {
    if (!tables.has(zone))
      tables.set(
        zone,
        buildZoneTable(zone, { start: now - YEARS_BACK * 366 * DAY, end: now + 800 * DAY }),
      );
    return tables.get(zone);
  };
  return (name, at, zone) => {
    const table = at === undefined ? undefined : tableOf(zone);
    if (at === undefined || table === undefined)
      return {
        [`${name}_utc`]: at === undefined ? undefined : instantText(at),
        [`${name}_local`]: undefined,
      };
    const local = new Date(wallClockAt(table, at)).toISOString().slice(0, 19).replace('T', ' ');
    return { [`${name}_utc`]: instantText(at), [`${name}_local`]: local };
  };
}
