import type { TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Room, RoomDeps } from '../room';
import type { ZoneTableCache } from '../runtime/ZoneTableCache';
import type { ClockSkew } from '../status/ClockSkew';
import { DefaultStatusService } from '../status/DefaultStatusService';
import type { StatusProblem } from '../status/StatusService';
import { AuthorizedWorlds } from './AuthorizedWorlds';
import type { BatchedDecisionLog } from './BatchedDecisionLog';
import { Calendars } from './Calendars';
import type { DecisionLogStore } from './DecisionLogStore';
import { DefaultDecisionLogService } from './DefaultDecisionLogService';
import { DefaultDecisionService } from './DefaultDecisionService';
import { DefaultFleetService } from './DefaultFleetService';
import type { DefaultInputLoader } from './DefaultInputLoader';
import { DefaultTimelineService } from './DefaultTimelineService';
import { DefaultWindowsService } from './DefaultWindowsService';
import type { DecisionService } from './DecisionService';
import { LogReaders } from './LogReaders';
import { PolicyLints } from './PolicyLints';
import { decisionRoutes } from './routes';
import type { WindowsService } from './WindowsService';

export interface DecisionRoomDeps extends Omit<RoomDeps, 'loader'> {
  readonly loader: DefaultInputLoader;
  readonly zones: ZoneTableCache;
  readonly log: BatchedDecisionLog;
  readonly logStore: DecisionLogStore;
  readonly skew: ClockSkew;
  readonly tzdata: () => string;
  /** Targets that were lately deployed without a permit. */
  readonly unpermitted: () => Promise<ReadonlySet<TargetKey>>;
  readonly disputedZones: () => Promise<readonly string[]>;
  readonly problems: () => Promise<readonly StatusProblem[]>;
}

export interface DecisionRoom extends Room {
  readonly decisions: DecisionService;
  readonly windows: WindowsService;
}

export function createDecisionRoom(deps: DecisionRoomDeps): DecisionRoom {
  const { access, config, directory, loader, displays, zones, log, logStore } = deps;
  const worlds = new AuthorizedWorlds({ access, loader });
  const shared = {
    worlds,
    displays,
    calendars: new Calendars({ zones, horizon: config.horizon }),
    lints: new PolicyLints(config),
  };
  const decisions = new DefaultDecisionService({ ...deps, worlds });
  const windows = new DefaultWindowsService(shared);
  return {
    decisions,
    windows,
    routes: decisionRoutes({
      decisions,
      windows,
      timelines: new DefaultTimelineService(shared),
      fleet: new DefaultFleetService({ ...shared, unpermitted: deps.unpermitted }),
      log: new DefaultDecisionLogService({
        store: logStore,
        log,
        readers: new LogReaders({ access, directory }),
      }),
      status: new DefaultStatusService(deps),
    }),
    tasks: [
      {
        id: 'retain',
        every: { days: 1 },
        timeout: { minutes: 30 },
        run: async now =>
          logStore.retain({
            gate: now - config.retention.decisions,
            permits: now - config.retention.permits,
          }),
      },
    ],
  };
}
