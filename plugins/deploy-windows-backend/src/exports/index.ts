import { DatabaseDecisionLogStore } from '../decision/DatabaseDecisionLogStore';
import { DatabaseDeploymentStore } from '../log/DatabaseDeploymentStore';
import { DatabaseOverrideStore } from '../overrides/DatabaseOverrideStore';
import type { Room, RoomDeps } from '../room';
import { AuthorizedExportService } from './AuthorizedExportService';
import { DefaultExportService } from './DefaultExportService';
import { exportRoutes } from './routes';

export type ExportsRoomDeps = Pick<
  RoomDeps,
  'knex' | 'access' | 'directory' | 'runtime' | 'displays' | 'config' | 'now'
>;

/** Tables for auditors. */
export function createExportsRoom(deps: ExportsRoomDeps): Room {
  const { knex, access, now } = deps;
  const inner = new DefaultExportService({
    ...deps,
    decisions: new DatabaseDecisionLogStore({ knex, now }),
    deployments: new DatabaseDeploymentStore({ knex }),
    overrides: new DatabaseOverrideStore({ knex }),
  });
  return { routes: exportRoutes(new AuthorizedExportService({ inner, access })), tasks: [] };
}
