import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant, SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { CaseBook, CaseHash } from '../subjects/CaseBook';
import { stateOfWorld, type World } from '../subjects/World';
import type { TransitionCause } from './Assessments';
import type { Evaluation } from './Evaluation';
import type { GoneTable } from './GoneTable';
import type { StateTable } from './StateTable';
import type { StoredHash, SubjectTable } from './SubjectTable';

export interface EvaluateOptions {
  readonly world: { current(): Promise<World> };
  readonly book: CaseBook;
  readonly subjects: Pick<SubjectTable, 'hashes'>;
  readonly evaluation: Evaluation;
  readonly state: StateTable;
  readonly gone: GoneTable;
  readonly logger: LoggerService;
  /** When the catalog was read whole. */
  readonly readAt: Instant | undefined;
  /** `everything`: also where documents, people and packs are those of the last pass. */
  readonly what: 'changed' | 'everything';
}

// Checks that ask about others are not asked about themselves, so one round is enough.
const UPSTREAM_ROUNDS = 2;
const PART = 500;

/**
 * Judges what is other than it was judged by: the document of an entity or of any above it, the people, the packs, and what an
 * entity depends on. With nothing changed it reads a few hashes and writes nothing.
 */
export async function evaluateChanged(options: EvaluateOptions): Promise<number> {
  const { world: worlds, state, logger, readAt, what } = options;
  const world = await worlds.current();
  const judged = await state.judged();
  const now = stateOfWorld(world);
  let changed = 0;
  if (what === 'everything' || judged !== now) {
    changed += await judgeDifferences(options, world, judged);
    await state.setJudged(now);
  }
  for (let round = 0; round < UPSTREAM_ROUNDS; round += 1) {
    const dependents = await judgeDependents(options, world);
    if (dependents === undefined) break;
    changed += dependents;
  }
  if (readAt !== undefined) await state.setReadAt(readAt);
  if (changed > 0) logger.info('Readiness was judged', { changed });
  return changed;
}

/** In parts, so that facts are made once and only those of a part are in memory. */
async function judgeDifferences(
  { book, subjects, evaluation, gone }: EvaluateOptions,
  world: World,
  judged: string | undefined,
): Promise<number> {
  const stored = await subjects.hashes();
  const otherPeople = judged?.split(' ')[1] !== world.org.hash;
  const vanished = new Set(stored.keys());
  let causes = new Map<SubjectKey, TransitionCause>();
  let changed = 0;
  for await (const hashes of book.hashes(world)) {
    for (const hash of hashes) {
      vanished.delete(hash.key);
      const cause = causeOf(hash, stored.get(hash.key), otherPeople);
      if (cause !== undefined) causes.set(hash.key, cause);
    }
    if (causes.size < PART) continue;
    changed += await evaluation.judgeAll(causes);
    causes = new Map();
  }
  changed += await evaluation.judgeAll(causes);
  return changed + (await gone.leave([...vanished]));
}

function causeOf(
  hash: CaseHash,
  stored: StoredHash | undefined,
  otherPeople: boolean,
): TransitionCause | undefined {
  if (stored === undefined) return 'first';
  if (stored.asked !== hash.asked) return 'definition';
  if (otherPeople) return 'people';
  return stored.facts === hash.facts ? undefined : 'facts';
}

/** @returns how many were written; undefined: there was nobody to look at */
async function judgeDependents(
  { book, evaluation, state }: Pick<EvaluateOptions, 'book' | 'evaluation' | 'state'>,
  world: World,
): Promise<number | undefined> {
  const marks = await state.stale();
  if (marks.length === 0) return undefined;
  const refs = new Set(marks.flatMap(({ entityRef }) => book.dependents(world, entityRef)));
  const keys = [...refs].flatMap(ref => book.cases(world, ref).map(({ subject }) => subject.key));
  const changed = await evaluation.judgeAll(new Map(keys.map(key => [key, 'upstream'])));
  await state.unmark(marks);
  return changed;
}
