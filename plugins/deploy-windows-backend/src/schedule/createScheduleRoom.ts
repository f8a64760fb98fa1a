import type { Room, RoomDeps } from '../room';
import { AuthorizedExemptionService } from './AuthorizedExemptionService';
import { AuthorizedWindowService } from './AuthorizedWindowService';
import { DatabaseExemptionStore } from './DatabaseExemptionStore';
import { DatabaseWindowStore } from './DatabaseWindowStore';
import { DefaultExemptionService } from './DefaultExemptionService';
import { DefaultWindowService } from './DefaultWindowService';
import { exemptionRoutes } from './exemptionRoutes';
import { freezeReminders } from './freezeReminders';
import { Levels } from './Levels';
import type { PlannedDeployments } from './PlannedDeployments';
import { WindowPreviews } from './WindowPreviews';
import { WindowReader } from './WindowReader';
import { windowRoutes } from './windowRoutes';

export type ScheduleRoomDeps = Pick<
  RoomDeps,
  'knex' | 'config' | 'access' | 'directory' | 'runtime' | 'loader' | 'displays' | 'newId'
> & {
  readonly planned: PlannedDeployments;
};

/** Windows that people add between two commits, and leave from freezes. */
export function createScheduleRoom(deps: ScheduleRoomDeps): Room {
  const { knex, access, directory, runtime, displays, newId } = deps;
  const levels = new Levels(directory);
  const reader = new WindowReader({ ...deps, levels });
  const store = new DatabaseWindowStore({ knex });
  const windows = new DefaultWindowService({
    store,
    reader,
    previews: new WindowPreviews(deps),
    levels,
    directory,
    displays,
    newId,
  });
  const exemptions = new DefaultExemptionService({
    store: new DatabaseExemptionStore({ knex }),
    directory,
    runtime,
    newId,
  });
  return {
    routes: [
      ...windowRoutes(new AuthorizedWindowService(windows, { access, levels, directory })),
      ...exemptionRoutes(new AuthorizedExemptionService(exemptions, { access, levels, directory })),
    ],
    tasks: [freezeReminders({ ...deps, levels, store })],
  };
}
