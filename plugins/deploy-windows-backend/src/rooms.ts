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
import { createReadinessCore, createReadinessRoom, type ReadinessCore } from './readiness';
import { DatabaseRecordStore, type ReadinessAnswersRoom } from './readiness/answers';
import type { ObservedReader } from './readiness/observed/ObservedReader';
import type { OrgSource } from './readiness/org/OrgSource';
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
  readonly people: OrgSource;
  readonly observed: ObservedReader;
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
  /** Reads a file the configuration names. */
  readonly readFile: (path: string) => string;
  /** Resolves when a gate has no time left to ask in. */
  readonly patience: () => Promise<void>;
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
  readonly readiness: ReadinessCore;
  /** What is judged, to whoever may read it. */
  readonly subjects: ReadinessAnswersRoom['subjects'];
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
  const epochs = new DatabaseEpochSource({ knex });
  const records = new DatabaseRecordStore({ knex });
  const readiness = createReadinessCore({
    ...doors,
    config: config.readiness,
    policyStore,
    directory,
    epochs,
    records,
  });
  const runtime = new DatabaseRuntimeSource({
    epochs,
    horizon: config.horizon,
    readers: {
      windows: new DatabaseWindowStore({ knex }),
      exemptions: new DatabaseExemptionStore({ knex }),
      overrides: new DatabaseOverrideStore({ knex }),
      locks: new DatabaseLockStore({ knex }),
      notices: new DatabaseNoticeStore({ knex }),
      feeds,
      holidays,
      readiness: readiness.verdicts,
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
    readinessOf: (target, state, times) =>
      readiness.gate.verdictAt(target, state.runtime.readiness, state.epoch, times),
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
  const judgements = createReadinessRoom({ ...deps, records, core: readiness });
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
    judgements,
    createExportsRoom(deps),
    createZonesRoom({ ...deps, tzdata }),
  ];
  const judged = async (signal: AbortSignal) => {
    try {
      await readiness.refresh(signal);
    } catch (error) {
      // Windows hold without it, and a verdict nobody renews is not known after a while.
      logger.error('Readiness could not be judged', error as Error);
    }
  };
  const refresh = async (signal: AbortSignal) => {
    const { seen } = await refreshPolicy({
      source: doors.policies,
      store: policyStore,
      logger,
      digest,
      now: now(),
      signal,
    });
    if (!signal.aborted) await judged(signal);
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
    readiness,
    subjects: judgements.subjects,
    refresh,
    close: () => log.flush(),
  };
}
