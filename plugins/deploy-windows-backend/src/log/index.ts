import { setTimeout } from 'node:timers/promises';
import type { DecisionRecord } from '../decision/DecisionLogStore';
import { databaseTime } from '../database/databaseTime';
import { DatabaseLockQueue } from '../locks/DatabaseLockQueue';
import type { OverrideStore } from '../overrides';
import type { Room, RoomDeps } from '../room';
import { AuthorizedDeploymentService } from './AuthorizedDeploymentService';
import { AuthorizedPermitService } from './AuthorizedPermitService';
import { DatabaseDeploymentStore } from './DatabaseDeploymentStore';
import { DatabaseLogRetention } from './DatabaseLogRetention';
import { DatabasePermitStore } from './DatabasePermitStore';
import { DefaultDeploymentService } from './DefaultDeploymentService';
import { DefaultPermitService } from './DefaultPermitService';
import type { LedgerDeps } from './permitLedger';
import { deploymentRoutes, permitRoutes } from './routes';
import { readableTargets, Targets } from './Targets';
import { watchDeployments } from './watchDeployments';

export { DatabaseDeploymentStore } from './DatabaseDeploymentStore';
export { DatabasePlannedDeployments } from './DatabasePlannedDeployments';

const JITTER = 20;

export interface LogRoomDeps extends RoomDeps {
  /** Off the path of the request, for what was held. */
  readonly decisions: { add(record: DecisionRecord): void };
  /** In the transaction of a permit. */
  readonly decisionLog: LedgerDeps['decisionLog'];
  readonly overrides: Pick<OverrideStore, 'consume'>;
  /** Tests turn the clock of the database as well. */
  readonly databaseTime?: LedgerDeps['databaseTime'];
}

export function createLogRoom(deps: LogRoomDeps): Room {
  const {
    knex,
    config,
    access,
    directory,
    loader,
    answers,
    displays,
    decisions,
    decisionLog,
    overrides,
    newId,
    now,
  } = deps;
  const targets = new Targets(directory);
  const store = new DatabaseDeploymentStore({ knex });
  const permits = new DefaultPermitService({
    store: new DatabasePermitStore({
      knex,
      decisionLog,
      overrides,
      databaseTime: deps.databaseTime ?? databaseTime,
    }),
    queue: new DatabaseLockQueue({ knex }),
    loader,
    answers,
    displays,
    decisions,
    maxAge: config.decisionMaxAge,
    newId,
    now,
    // Replicas that met do not meet again.
    pause: attempt => setTimeout(Math.random() * JITTER * Math.min(attempt, 10)),
  });
  const deployments = new DefaultDeploymentService({
    store,
    targets,
    readable: (query, options) => readableTargets(targets, access, query, options),
    newId,
  });
  return {
    routes: [
      ...permitRoutes(new AuthorizedPermitService(permits, { access, targets })),
      ...deploymentRoutes(new AuthorizedDeploymentService(deployments, { access, targets })),
    ],
    tasks: [
      {
        id: 'watch-deployments',
        every: { minutes: 1 },
        timeout: { minutes: 1 },
        run: (at, signal) => watchDeployments({ store, targets }, at, signal),
      },
      {
        id: 'retain-log',
        every: { days: 1 },
        timeout: { minutes: 30 },
        run: at => new DatabaseLogRetention({ knex }).retain(at - config.retention.permits),
      },
    ],
  };
}
