import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { Instant } from 'backstage-plugin-infra-overview-common';
import type { Knex } from 'knex';
import { AuthorizedConfirmationService } from '../confirmations/AuthorizedConfirmationService';
import { DatabaseConfirmationStore } from '../confirmations/DatabaseConfirmationStore';
import { DefaultConfirmationService } from '../confirmations/DefaultConfirmationService';
import { remind } from '../confirmations/remind';
import type { CallOptions, DocumentSource } from '../documents/DocumentSource';
import { AuthorizedFleetDriftService } from '../drift/AuthorizedFleetDriftService';
import { DatabaseDriftStore } from '../drift/DatabaseDriftStore';
import { DefaultFleetDriftService } from '../drift/DefaultFleetDriftService';
import { recordDrift } from '../drift/recordDrift';
import { Teller, type TellerOptions } from '../drift/Teller';
import { AuthorizedDriftNoteService } from '../driftNotes/AuthorizedDriftNoteService';
import { DatabaseDriftNoteStore } from '../driftNotes/DatabaseDriftNoteStore';
import { DefaultDriftNoteService } from '../driftNotes/DefaultDriftNoteService';
import type { OverviewService } from '../overview/OverviewService';
import { requireRead } from '../requireRead';
import type { Rights } from '../Rights';
import type { Task } from '../tasks';
import { AuthorizedObservedService } from './AuthorizedObservedService';
import { DefaultObservedService } from './DefaultObservedService';
import { forgetGone } from './forgetGone';
import { ingest } from './ingest';
import { ProjectLooks } from './look/ProjectLooks';
import { AuthorizedRefreshService, DefaultRefreshService } from './RefreshService';
import { SourceRunner } from './run/SourceRunner';
import type { Sources } from './Sources';
import { DatabaseObservationStore } from './store/DatabaseObservationStore';
import { DatabaseProjectStore } from './store/DatabaseProjectStore';
import { DatabaseRunStore } from './store/DatabaseRunStore';
import { Once } from './store/Once';

const DAY = 86_400_000;
const TWO_YEARS = 2 * 366 * DAY;
const HOURLY: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 1 },
  timeout: { minutes: 20 },
  initialDelay: { minutes: 2 },
};
const MONDAYS: SchedulerServiceTaskScheduleDefinition = {
  frequency: { cron: '0 8 * * 1' },
  timeout: { minutes: 30 },
};

export interface ObservedDeps extends Omit<TellerOptions, 'logger'> {
  readonly knex: Knex;
  readonly config: RootConfigService;
  readonly sources: Sources;
  readonly documents: DocumentSource;
  readonly overviews: OverviewService;
  readonly permissions: PermissionsService;
  readonly rights: Rights;
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
  readonly logger: LoggerService;
  /** All that backends may see. */
  readonly ownCall: () => Promise<CallOptions>;
  readonly projects: () => Promise<readonly string[]>;
  readonly newId: () => string;
  readonly now: () => Instant;
  readonly digest: (text: string) => string;
}

/** What is seen outside the catalog: stores, services and what the clock starts. */
export function createObserved(deps: ObservedDeps) {
  const { knex, sources, documents, overviews, permissions, rights, logger, ownCall } = deps;
  const { newId, now, digest } = deps;
  const observations = new DatabaseObservationStore({ knex });
  const runs = new DatabaseRunStore({ knex });
  const projectStore = new DatabaseProjectStore({ knex });
  const once = new Once({ knex });
  const notes = new DatabaseDriftNoteStore({ knex });
  const confirmationStore = new DatabaseConfirmationStore({ knex });
  const driftStore = new DatabaseDriftStore({ knex, newId });
  const teller = new Teller({
    events: deps.events,
    ...(deps.notifications && { notifications: deps.notifications }),
    logger,
  });
  const looks = new ProjectLooks({ documents, observations, runs, notes, sources, now });

  const record = async (refs: readonly string[], signal: AbortSignal) =>
    refs.length === 0
      ? []
      : recordDrift(refs, {
          looks,
          store: driftStore,
          teller,
          callOptions: await ownCall(),
          logger,
          now,
          signal,
        });
  const runner = new SourceRunner({
    sources,
    observations,
    runs,
    projects: projectStore,
    changed: async (projects, signal) => {
      const drifted = await record(projects, signal);
      await teller.changed([...new Set([...projects, ...drifted])]);
    },
    logger,
    newId,
    now,
  });
  const observed = new DefaultObservedService({
    overviews,
    looks,
    observations,
    runs,
    notes,
    confirmations: confirmationStore,
    sources,
    rights,
    now,
    digest,
  });

  const tasks: readonly Task[] = [
    ...sources.configured.map(configured => ({
      id: `observe-${configured.source.id}`,
      schedule: configured.schedule,
      run: async (signal: AbortSignal) => void (await runner.runAll(configured, signal)),
    })),
    {
      id: 'drift',
      schedule: scheduleAt(deps.config, 'infraOverview.drift.schedule') ?? HOURLY,
      run: async signal => {
        const drifted = await record(await projectStore.observedProjects(), signal);
        await teller.changed(drifted);
        await observations.forgetChanges(now() - TWO_YEARS);
        await forgetGone({ knex, documents, callOptions: await ownCall(), now: now() });
      },
    },
    {
      id: 'remind',
      schedule: scheduleAt(deps.config, 'infraOverview.reminders.schedule') ?? MONDAYS,
      run: async signal =>
        remind(await deps.projects(), {
          documents,
          confirmations: confirmationStore,
          once,
          teller,
          callOptions: await ownCall(),
          now,
          digest,
          signal,
        }),
    },
  ];

  return {
    tasks,
    drifts: () => driftStore.counts(),
    /** Documents of these projects changed: what is observed may agree now. */
    documentsChanged: async (refs: readonly string[], signal: AbortSignal) => {
      const known = new Set(await projectStore.observedProjects());
      await teller.changed(
        await record(
          refs.filter(ref => known.has(ref)),
          signal,
        ),
      );
    },
    routes: {
      httpAuth: deps.httpAuth,
      auditor: deps.auditor,
      observed: new AuthorizedObservedService({ permissions, inner: observed }),
      refreshes: new AuthorizedRefreshService({
        rights,
        inner: new DefaultRefreshService({ overviews, observed, runner, once, now }),
      }),
      sourceStates: async (options: CallOptions) => {
        await requireRead(permissions, options);
        return sources.states(await runs.lastRuns(), now(), new Set());
      },
      ingest: (subject: Parameters<typeof ingest>[0]) => ingest(subject, { sources, runner, now }),
      confirmations: new AuthorizedConfirmationService({
        rights,
        inner: new DefaultConfirmationService({
          overviews,
          store: confirmationStore,
          rights,
          teller,
          newId,
          now,
          digest,
        }),
      }),
      driftNotes: new AuthorizedDriftNoteService({
        rights,
        inner: new DefaultDriftNoteService({
          overviews,
          store: notes,
          rights,
          recount: async ref => {
            await record([ref], AbortSignal.timeout(60_000));
            await teller.changed([ref]);
          },
          newId,
          now,
        }),
      }),
      fleetDrift: new AuthorizedFleetDriftService({
        permissions,
        inner: new DefaultFleetDriftService({ store: driftStore, documents, looks }),
      }),
    },
  };
}

function scheduleAt(
  config: RootConfigService,
  key: string,
): SchedulerServiceTaskScheduleDefinition | undefined {
  const written = config.getOptionalConfig(key);
  return written && readSchedulerServiceTaskScheduleDefinitionFromConfig(written);
}
