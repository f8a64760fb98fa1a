// The peer of the readiness part. It is no dependency of the project: it is installed into a folder of its own, which a later run
// may name with BENCH_TECH_INSIGHTS.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { RequestHandler } from 'express';
import { engineChecks, factSchema, RETRIEVER } from './readinessQuestions';

const BACKEND = '@backstage-community/plugin-tech-insights-backend';
const ENGINE = '@backstage-community/plugin-tech-insights-backend-module-jsonfc';
const PACKAGES = [`${BACKEND}@3.1.0`, `${ENGINE}@0.10.0`];
const AT_ONCE = 100;

export interface CheckResult {
  readonly result: boolean;
  readonly check: { readonly id: string };
}
interface EntityName {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}
interface Facts {
  readonly id: string;
  readonly facts: readonly { readonly entity: EntityName; readonly facts: JsonObject }[];
}
interface Store {
  insertFactSchema(schema: object): Promise<void>;
  insertFacts(facts: Facts): Promise<void>;
}
interface Checker {
  runChecks(entity: string): Promise<readonly CheckResult[]>;
}
interface PersistenceContext {
  readonly techInsightsStore: Store;
}
interface Context {
  readonly persistenceContext: PersistenceContext;
  readonly factChecker: Checker;
}
interface Module {
  initializePersistenceContext(
    database: Pick<DatabaseService, 'getClient'>,
    options: { readonly logger: LoggerService },
  ): Promise<PersistenceContext>;
  createRouter(options: Context & Readonly<Record<string, unknown>>): Promise<RequestHandler>;
}

/** The folder with it, and how to be rid of it. */
export function installTechInsights(): { readonly folder: string; readonly remove: () => void } {
  const given = process.env.BENCH_TECH_INSIGHTS;
  if (given) return { folder: given, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'tech-insights-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--prefix', folder, '--legacy-peer-deps', '--no-audit', ...PACKAGES],
    { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
  );
  if (status === 0) return { folder, remove };
  remove();
  throw new Error('tech-insights could not be installed');
}

/** Its store and its rules engine with the twenty checks, as its own plugin puts them together. */
export async function startTechInsights(
  folder: string,
  database: Pick<DatabaseService, 'getClient'>,
  logger: LoggerService,
) {
  const load = createRequire(join(folder, 'package.json'));
  const { initializePersistenceContext, createRouter } = load(BACKEND) as Module;
  const { JsonRulesEngineFactCheckerFactory } = load(ENGINE) as {
    readonly JsonRulesEngineFactCheckerFactory: new (options: object) => {
      construct(store: Store): Checker;
    };
  };
  const persistenceContext = await initializePersistenceContext(database, { logger });
  const { techInsightsStore: store } = persistenceContext;
  await store.insertFactSchema({ id: RETRIEVER, version: '1.0.0', schema: factSchema });
  const factChecker = new JsonRulesEngineFactCheckerFactory({
    checks: engineChecks,
    logger,
  }).construct(store);
  return {
    /** One transaction, as one run of a retriever is. */
    insert: (facts: Facts['facts']) => store.insertFacts({ id: RETRIEVER, facts }),
    /** As its route for many entities does it. */
    async run(refs: readonly string[]): Promise<ReadonlyMap<string, readonly CheckResult[]>> {
      const found = new Map<string, readonly CheckResult[]>();
      const left = [...refs];
      const worker = async () => {
        for (let ref = left.pop(); ref !== undefined; ref = left.pop())
          found.set(ref, await factChecker.runChecks(ref));
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      return found;
    },
    router: (services: Readonly<Record<string, unknown>>) =>
      createRouter({ ...services, persistenceContext, factChecker, logger }),
  };
}
