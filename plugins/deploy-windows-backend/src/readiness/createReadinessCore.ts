import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import type { ReadinessConfig } from '../config/readReadiness';
import type { PolicySource } from '../policy/PolicySource';
import type { PolicyStore } from '../policy/PolicyStore';
import { refreshEntity } from '../policy/refreshEntity';
import type { SnapshotDirectory } from '../policy/SnapshotDirectory';
import type { Task } from '../room';
import type { DatabaseEpochSource } from '../runtime/DatabaseEpochSource';
import type { Assessments, RecordReader } from './assessment/Assessments';
import { DeclaredTable } from './assessment/DeclaredTable';
import { DefaultAssessments } from './assessment/DefaultAssessments';
import { Definitions } from './assessment/Definitions';
import { evaluateChanged } from './assessment/evaluateChanged';
import { Evaluation } from './assessment/Evaluation';
import { GoneTable } from './assessment/GoneTable';
import { Judge } from './assessment/Judge';
import { Settler } from './assessment/Settler';
import { StateTable } from './assessment/StateTable';
import { SubjectTable } from './assessment/SubjectTable';
import { upstreamChecksIn } from './assessment/upstreamChecks';
import { DatabaseGateReader } from './gate/DatabaseGateReader';
import { ReadinessGate } from './gate/ReadinessGate';
import { DatabaseObservedStore } from './observed/DatabaseObservedStore';
import type { ObservedReader } from './observed/ObservedReader';
import { ObservedRefresh } from './observed/ObservedRefresh';
import { DatabaseOrgStore } from './org/DatabaseOrgStore';
import type { OrgSource } from './org/OrgSource';
import { refreshOrg } from './org/refreshOrg';
import { DatabasePackStore } from './packs/DatabasePackStore';
import { loadPacks } from './packs/loadPacks';
import { CaseBook } from './subjects/CaseBook';
import { judgedEntities } from './subjects/judgedEntities';
import { WorldSource } from './subjects/WorldSource';
import { DailyTable } from './tasks/DailyTable';
import { ReadinessRetention } from './tasks/ReadinessRetention';
import { runClock } from './tasks/runClock';

export interface ReadinessCoreDeps {
  readonly knex: Knex;
  readonly config: ReadinessConfig;
  readonly policies: PolicySource;
  readonly people: OrgSource;
  readonly observed: ObservedReader;
  readonly policyStore: PolicyStore;
  readonly directory: SnapshotDirectory;
  readonly epochs: DatabaseEpochSource;
  readonly records: RecordReader;
  readonly readFile: (path: string) => string;
  /** Resolves when a gate has no time left. */
  readonly patience: () => Promise<void>;
  readonly logger: LoggerService;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly digest: (text: string) => string;
}

/** What is judged and kept. The gate needs it before there is anybody to answer. */
export interface ReadinessCore {
  readonly assessments: Assessments;
  readonly gate: ReadinessGate;
  readonly verdicts: DatabaseGateReader;
  /** After the documents were read: the people and what sources see are, and what is other is judged. */
  readonly refresh: (signal: AbortSignal) => Promise<void>;
  /** Judges everything, whatever was judged before. */
  readonly sweep: (signal: AbortSignal) => Promise<void>;
  /** Somebody told that a source sees something else; the next refresh reads it. */
  readonly observedChanged: (entityRef: string) => void;
  readonly tasks: readonly Task[];
}

export function createReadinessCore(deps: ReadinessCoreDeps): ReadinessCore {
  const { knex, config, policies, people, policyStore, directory, epochs } = deps;
  const { logger, now, newId, digest } = deps;
  const shelf = loadPacks({ config: config.packs, readFile: deps.readFile, digest });
  for (const { severity, file, line, message } of shelf.problems)
    if (severity !== 'warning')
      logger.warn(`Pack ${file}${line === undefined ? '' : `, line ${line}`}: ${message}`);
  const packs = new DatabasePackStore({ knex, digest });
  const definitions = new Definitions({ digest });
  const subjects = new SubjectTable({ knex, definitions });
  const declared = new DeclaredTable({ knex });
  const org = new DatabaseOrgStore({ knex });
  const observed = new DatabaseObservedStore({ knex, digest });
  const observations = new ObservedRefresh({ reader: deps.observed, store: observed, logger, now });
  const world = new WorldSource({ policies: policyStore, directory, org, observed, shelf });
  const book = new CaseBook({
    digest,
    logger,
    hashOf: definition => definitions.hashOf(definition),
    ...(config.subjects !== undefined && { subjects: config.subjects }),
  });
  const judge = new Judge({ knex, subjects, declared, records: deps.records });
  const askedByOthers = upstreamChecksIn(shelf.packs);
  const settler = new Settler({ knex, definitions, declared, askedByOthers, newId, now });
  const evaluation = new Evaluation({ world, book, judge, settler });
  const state = new StateTable({ knex });
  const gone = new GoneTable({ knex, now });
  const assessments = new DefaultAssessments({
    evaluation,
    judge,
    subjects,
    org,
    shelf,
    world,
    factsReadAt: async () => (await epochs.read()).readinessReadAt,
    readAgain: async entityRef =>
      refreshEntity(entityRef, {
        source: policies,
        store: policyStore,
        directory: (await world.current()).directory,
        digest,
        now: now(),
      }),
    now,
  });
  const hasFailed = { people: false };
  const evaluate = async (what: 'changed' | 'everything') => {
    const { readAt } = await epochs.read();
    await evaluateChanged({
      world,
      book,
      subjects,
      evaluation,
      state,
      gone,
      logger,
      readAt: hasFailed.people ? undefined : readAt,
      what,
    });
  };

  let arePacksKept = false;
  const refresh = oneAtATime(async signal => {
    if (!arePacksKept) await packs.keep(shelf.packs, now());
    arePacksKept = true;
    try {
      const { inactive } = config;
      await refreshOrg({
        source: people,
        store: org,
        digest,
        signal,
        ...(inactive && { inactive }),
      });
      hasFailed.people = false;
    } catch (error) {
      // What was read before stays in use, and grows old.
      hasFailed.people = true;
      logger.warn(
        'Users and groups could not be read; readiness goes on with the last ones',
        error as Error,
      );
    }
    if (signal.aborted) return;
    const known = (await world.current()).directory;
    const judged = judgedEntities(known, config.subjects).map(({ ref }) => ref);
    await observations.run(judged, known, signal);
    if (!signal.aborted) await evaluate('changed');
  });
  const daily = new DailyTable({ knex });
  const retention = new ReadinessRetention({ knex, transitions: config.retention.transitions });
  const sweep = oneAtATime(async signal => {
    await evaluate('everything');
    if (signal.aborted) return;
    await retention.retain(now());
    while (!signal.aborted && (await gone.remove()) > 0);
  });
  return {
    assessments,
    gate: new ReadinessGate({
      assessments,
      maxFactsAge: config.maxFactsAge,
      patience: deps.patience,
      logger,
    }),
    verdicts: new DatabaseGateReader({ knex }),
    refresh,
    sweep,
    observedChanged: entityRef => observations.changed(entityRef),
    tasks: [
      {
        id: 'readiness-clock',
        every: { minutes: 1 },
        timeout: { minutes: 5 },
        run: (at, signal) => runClock({ subjects, evaluation, now: at, signal }),
      },
      {
        id: 'readiness-sweep',
        every: { hours: 24 },
        timeout: { hours: 2 },
        run: (_, signal) => sweep(signal),
      },
      {
        id: 'readiness-daily',
        every: { hours: 1 },
        timeout: { minutes: 5 },
        run: async at => daily.count(at, await assessments.org()),
      },
    ],
  };
}

/** Passes of one process wait for each other; replicas compare on write. */
function oneAtATime(
  work: (signal: AbortSignal) => Promise<void>,
): (signal: AbortSignal) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return signal => {
    const next = last.then(() => work(signal));
    last = next.catch(() => {});
    return next;
  };
}
