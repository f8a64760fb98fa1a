import type { Room, RoomDeps } from '../room';
import { AuthorizedOverrideService } from './AuthorizedOverrideService';
import { DatabaseOverrideStore } from './DatabaseOverrideStore';
import { DefaultOverrideService } from './DefaultOverrideService';
import { overrideRoutes } from './overrideRoutes';
import type { OverrideStore } from './OverrideStore';

export interface OverridesRoom extends Room {
  readonly service: AuthorizedOverrideService;
  /** A permit consumes an override in its own transaction. */
  readonly store: OverrideStore;
}

export type OverridesRoomDeps = Pick<
  RoomDeps,
  'knex' | 'access' | 'directory' | 'loader' | 'newId'
>;

export function createOverridesRoom({
  knex,
  access,
  directory,
  loader,
  newId,
}: OverridesRoomDeps): OverridesRoom {
  const store = new DatabaseOverrideStore({ knex });
  const inner = new DefaultOverrideService({ store, loader, directory, newId });
  const service = new AuthorizedOverrideService(inner, { access, directory });
  return { service, store, routes: overrideRoutes(service), tasks: [] };
}
