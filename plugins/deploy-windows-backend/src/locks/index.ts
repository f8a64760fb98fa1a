import type { Room, RoomDeps } from '../room';
import { readableTargets, Targets } from '../log/Targets';
import { AuthorizedLockService } from './AuthorizedLockService';
import { DatabaseLockQueue } from './DatabaseLockQueue';
import { DatabaseLockStore } from './DatabaseLockStore';
import { DefaultLockService } from './DefaultLockService';
import { lockMessage } from './lockMessages';
import { lockRoutes } from './routes';

export { DatabaseLockQueue } from './DatabaseLockQueue';
export { DatabaseLockStore } from './DatabaseLockStore';

export function createLocksRoom({ knex, access, directory, loader, newId }: RoomDeps): Room {
  const store = new DatabaseLockStore({ knex });
  const queue = new DatabaseLockQueue({ knex });
  const targets = new Targets(directory);
  const service = new DefaultLockService({
    store,
    loader,
    readable: (query, options) => readableTargets(targets, access, query, options),
    newId,
  });
  return {
    routes: lockRoutes(new AuthorizedLockService(service, { access, targets, store })),
    tasks: [
      {
        id: 'expire-locks',
        every: { minutes: 1 },
        timeout: { minutes: 1 },
        run: async now => {
          await store.releaseExpired(now, lock => [lockMessage(lock, 'expired')]);
          await queue.leaveUnseen(now);
        },
      },
    ],
  };
}
