import type { Room, RoomDeps } from '../room';
import { checkZones } from './checkZones';
import { DatabaseZoneReportStore } from './DatabaseZoneReportStore';

export { DatabaseZoneReportStore } from './DatabaseZoneReportStore';
export type { ZoneReport } from './ZoneReportStore';

export interface ZonesRoomDeps extends Pick<
  RoomDeps,
  'knex' | 'directory' | 'runtime' | 'displays' | 'config' | 'logger'
> {
  readonly tzdata: () => string;
}

/** Watches the zone data this process runs on. */
export function createZonesRoom(deps: ZonesRoomDeps): Room {
  const store = new DatabaseZoneReportStore({ knex: deps.knex });
  return {
    routes: [],
    tasks: [
      {
        id: 'check-zones',
        every: { days: 1 },
        timeout: { minutes: 10 },
        run: now => checkZones({ ...deps, store }, now),
      },
    ],
  };
}
