import type { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { DAY, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import type { Access } from './access/Access';
import type { Route } from './api/route';
import { createCalendarsRoom, DatabaseFeedStore, DatabaseHolidayStore } from './calendars';
import type { DeployWindowsConfig } from './config';
import { databaseTime } from './database/databaseTime';
import { BatchedDecisionLog } from './decision/BatchedDecisionLog';
import { createDecisionRoom, type DecisionRoom } from './decision/createDecisionRoom';
import { DatabaseDecisionLogStore } from './decision/DatabaseDecisionLogStore';
import { DefaultDecisionAnswers } from './decision/DefaultDecisionAnswers';
import { DefaultInputLoader } from './decision/DefaultInputLoader';
import type { InputLoader } from './decision/InputLoader';
import { PolicyCompiler } from './decision/PolicyCompiler';
import { IntlDisplays } from './display/IntlDisplays';
import { createExportsRoom } from './exports';
import { createLocksRoom, DatabaseLockStore } from './locks';
import { createLogRoom, DatabasePlannedDeployments } from './log';
import {
  createNoticesRoom,
  DatabaseNoticeStore,
  ModuleChannel,
  NotificationsChannel,
} from './notices';
import { createOutboxRoom } from './outbox';
import { createOverridesRoom, DatabaseOverrideStore, type OverridesRoom } from './overrides';
import { DatabasePolicyStore } from './policy/DatabasePolicyStore';
import type { PolicySource } from './policy/PolicySource';
import { refreshPolicy } from './policy/refreshPolicy';
import { SnapshotDirectory } from './policy/SnapshotDirectory';
import type { RoomDeps, Task } from './room';
import { DatabaseDeploymentReader } from './runtime/DatabaseDeploymentReader';
import { DatabaseEpochSource } from './runtime/DatabaseEpochSource';
import { DatabaseRuntimeSource } from './runtime/DatabaseRuntimeSource';
import { RecentDeployments } from './runtime/RecentDeployments';
import { ZoneTableCache } from './runtime/ZoneTableCache';
import { createScheduleRoom, DatabaseExemptionStore, DatabaseWindowStore } from './schedule';
import { ClockSkew } from './status/ClockSkew';
import { createZonesRoom } from './zones';

/** What comes in from outside: storage, clocks, the services of the host. */
export interface Doors {
  readonly knex: Knex;
  readonly config: DeployWindowsConfig;
  readonly access: Access;
  readonly policies: PolicySource;
  readonly events: EventsService;
  readonly notifications: NotificationService;
  readonly signals: SignalsService;
  readonly urlReader: UrlReaderService;
  readonly logger: LoggerService;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly digest: (text: string) => string;
  readonly tzdata: () => string;
  /** Tests turn the clock of the database as well. */
  readonly databaseTime?: (knex: Knex) => Promise<Instant>;
  /** Calls back after a second or so, and keeps no process alive. */
  readonly later: (work: () => void) => void;
}

export interface Rooms {
  readonly routes: readonly Route[];
  /** One replica does each. */
  readonly tasks: readonly Task[];
  /** Every replica does each for itself. */
  readonly localTasks: readonly Task[];
  readonly directory: SnapshotDirectory;
  readonly decisions: DecisionRoom;
  readonly overrides: OverridesRoom;
  readonly loader: InputLoader;
  /** Brings the snapshots up to date; how many entities the catalog has. */
  readonly refresh: (signal: AbortSignal) => Promise<number>;
  /** What is not written yet is written. */
  readonly close: () => Promise<void>;
}

const UNPERMITTED_FOR = 30 * DAY;

/** Every room with what it needs. Nothing is asked and nothing runs before somebody calls. */
export function composeRooms(doors: Doors): Rooms {
  const { knex, config, logger, now, digest, tzdata } = doors;
  const timeOfDatabase = doors.databaseTime ?? databaseTime;
  const policyStore = new DatabasePolicyStore({ knex });
  const directory = new SnapshotDirectory({ store: policyStore });
  const zones = new ZoneTableCache({ version: tzdata });
  const displays = new IntlDisplays({ ...config.display, now });
  const answers = new DefaultDecisionAnswers({ maxAge: config.decisionMaxAge });

  const feeds = new DatabaseFeedStore({ knex });
  const holidays = new DatabaseHolidayStore({ knex });
  const runtime = new DatabaseRuntimeSource({
    epochs: new DatabaseEpochSource({ knex }),
    horizon: config.horizon,
    readers: {
      windows: new DatabaseWindowStore({ knex }),
      exemptions: new DatabaseExemptionStore({ knex }),
      overrides: new DatabaseOverrideStore({ knex }),
      locks: new DatabaseLockStore({ knex }),
      notices: new DatabaseNoticeStore({ knex }),
      feeds,
      holidays,
    },
  });
  const loader = new DefaultInputLoader({
    runtimes: runtime,
    directory,
    compiler: new PolicyCompiler({
      zones,
      defaultsOf: config.defaultsOf,
      holidays,
      horizon: config.horizon,
      now,
    }),
    deployments: new RecentDeployments({ reader: new DatabaseDeploymentReader({ knex }) }),
    config,
    tzdata,
    digest,
    now,
  });
  const logStore = new DatabaseDecisionLogStore({ knex, now });
  const log = new BatchedDecisionLog({ store: logStore, logger, later: doors.later });
  const skew = new ClockSkew({ databaseTime: () => timeOfDatabase(knex), now });

  const deps: RoomDeps = { ...doors, directory, runtime, loader, answers, displays };
  const calendars = createCalendarsRoom({ ...deps, urlReader: doors.urlReader });
  const decisions = createDecisionRoom({
    ...deps,
    loader,
    zones,
    log,
    logStore,
    skew,
    tzdata,
    unpermitted: async () => {
      const since = now() - UNPERMITTED_FOR;
      const rows: readonly { readonly target_key: string }[] = await knex('deployments')
        .where('started_at', '>=', since)
        .andWhere({ unpermitted: true })
        .distinct('target_key');
      return new Set(rows.map(({ target_key }) => target_key));
    },
    disputedZones: async () => [],
    problems: calendars.problems,
  });
  const overrides = createOverridesRoom(deps);
  const outbox = createOutboxRoom({
    ...deps,
    events: doors.events,
    notifications: doors.notifications,
    signals: doors.signals,
  });
  const rooms = [
    decisions,
    createScheduleRoom({ ...deps, planned: new DatabasePlannedDeployments({ knex }) }),
    overrides,
    createLocksRoom(deps),
    createLogRoom({
      ...deps,
      decisions: log,
      decisionLog: logStore,
      overrides: overrides.store,
      databaseTime: timeOfDatabase,
    }),
    // A notice is a promise: it is sent whatever courtesies are switched off.
    createNoticesRoom({
      ...deps,
      channels: [new NotificationsChannel(doors.notifications), new ModuleChannel(doors.events)],
    }),
    calendars,
    outbox,
    createExportsRoom(deps),
    createZonesRoom({ ...deps, tzdata }),
  ];
  const refresh = async (signal: AbortSignal) => {
    const { seen } = await refreshPolicy({
      source: doors.policies,
      store: policyStore,
      logger,
      digest,
      now: now(),
      signal,
    });
    return seen;
  };
  return {
    routes: rooms.flatMap(({ routes }) => routes),
    tasks: [
      {
        id: 'refresh-policy',
        every: config.snapshot.refresh,
        timeout: { minutes: 5 },
        run: async (_, signal) => void (await refresh(signal)),
      },
      ...rooms.flatMap(({ tasks }) => tasks),
    ],
    localTasks: [
      {
        id: 'clock-skew',
        every: { minutes: 1 },
        timeout: { seconds: 30 },
        run: () => skew.measure(),
      },
      ...outbox.localTasks,
    ],
    directory,
    decisions,
    overrides,
    loader,
    refresh,
    close: () => log.flush(),
  };
}
