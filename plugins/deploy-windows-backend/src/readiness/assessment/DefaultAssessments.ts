import {
  verdictOf,
  type Instant,
  type OrgGraph,
  type SubjectKey,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { OrgStore } from '../org/OrgStore';
import type { PackShelf } from '../packs/PackShelf';
import type { Assessments, LoadedSubject, StoredVerdict, SubjectOutline } from './Assessments';
import type { Evaluation } from './Evaluation';
import { layersOf, type Judge } from './Judge';
import type { StoredWord } from './rows';
import type { SubjectTable } from './SubjectTable';
import type { World } from '../subjects/World';

export interface DefaultAssessmentsOptions {
  readonly evaluation: Evaluation;
  readonly judge: Judge;
  readonly subjects: SubjectTable;
  readonly org: Pick<OrgStore, 'current'>;
  readonly shelf: PackShelf;
  readonly world: { current(): Promise<World> };
  /** When all facts were last known to be as they are stored. */
  readonly factsReadAt: () => Promise<Instant | undefined>;
  /** Reads an entity and those above it from the catalog now. */
  readonly readAgain: (entityRef: string) => Promise<void>;
  readonly now: () => Instant;
}

const BATCH = 500;
const SOURCE_FAILED = {
  source: 'infra-overview',
  text: 'What sources see could not be read, so it speaks for nothing until it can (SOURCE_FAILED)',
};

export class DefaultAssessments implements Assessments {
  readonly #options: DefaultAssessmentsOptions;

  constructor(options: DefaultAssessmentsOptions) {
    this.#options = options;
  }

  outlines(): Promise<readonly SubjectOutline[]> {
    return this.#options.subjects.outlines();
  }

  async verdicts(keys?: readonly SubjectKey[]): Promise<readonly StoredVerdict[]> {
    const { subjects, factsReadAt, now } = this.#options;
    const at = now();
    const found = await subjects.words(keys);
    const readAt = await factsReadAt();
    const due = found.filter(({ nextChangeAt = Infinity }) => nextChangeAt <= at);
    const anew = new Map(
      (await this.load(due.map(({ subject }) => subject.key))).map(({ subject, layers }) => [
        subject.key,
        { ...verdictOf(subject, layers, at), checks: [] },
      ]),
    );
    const rows = found.map((stored): StoredVerdict => ({
      outline: outlineOf(stored),
      subject: stored.subject,
      verdict: anew.get(stored.subject.key) ?? storedVerdict(stored, at),
      readAt: lastRead(stored, readAt),
    }));
    return keys === undefined ? rows : inOrder(keys, rows, ({ subject }) => subject.key);
  }

  async load(keys: readonly SubjectKey[]): Promise<readonly LoadedSubject[]> {
    if (keys.length === 0) return [];
    const loaded: LoadedSubject[] = [];
    const { world, factsReadAt } = this.#options;
    const [{ directory, observed }, readAt] = [await world.current(), await factsReadAt()];
    for (let start = 0; start < keys.length; start += BATCH) {
      const { stored, book } = await this.#options.judge.stored(keys.slice(start, start + BATCH));
      for (const { subject, results } of stored) {
        const { entityRef, environment } = subject.subject;
        const target = directory
          .ofEntity(entityRef)
          .find(known => known.environment.toLowerCase() === environment);
        const problems = directory.chainOf(entityRef)?.problems ?? [];
        loaded.push({
          subject: subject.subject,
          ...owners(subject),
          ...(target !== undefined && { target }),
          facts: subject.facts,
          readAt: lastRead(subject, readAt),
          layers: layersOf(subject, results, book),
          since: new Map(results.map(({ checkId, since }) => [checkId, since])),
          packs: subject.packs,
          problems: [
            ...problems.map(({ source, text }) => ({ source, text })),
            ...(observed.hasFailed && observed.seen.has(entityRef) ? [SOURCE_FAILED] : []),
          ],
          version: subject.version,
        });
      }
    }
    return inOrder(keys, loaded, ({ subject }) => subject.key);
  }

  async reassess(
    keys: readonly SubjectKey[],
    why: Parameters<Assessments['reassess']>[1],
  ): Promise<void> {
    const { evaluation } = this.#options;
    switch (why.cause) {
      case 'attestation':
      case 'waiver':
      case 'time':
        return evaluation.restate(keys, why);
      default:
        return evaluation.judgeKeys(keys, why);
    }
  }

  async refresh(key: SubjectKey, why: { readonly actor?: string }): Promise<void> {
    const { readAgain, evaluation } = this.#options;
    const [entityRef = key] = key.split('#');
    await readAgain(entityRef);
    await evaluation.judgeEntities([entityRef], { cause: 'facts', ...why });
  }

  packs() {
    const { packs, problems } = this.#options.shelf;
    return { packs, problems };
  }

  async org(): Promise<OrgGraph> {
    return (await this.#options.org.current()).graph;
  }
}

function outlineOf(stored: StoredWord): SubjectOutline {
  const { key, entityRef, environment, title, view } = stored.subject;
  return {
    key,
    entityRef,
    title,
    stage: view.stage,
    ...(environment !== undefined && { environment }),
    ...owners(stored),
  };
}

function owners({ ownerRef, systemRef, domainRef }: StoredWord) {
  return {
    ...(ownerRef !== undefined && { ownerRef }),
    ...(systemRef !== undefined && { systemRef }),
    ...(domainRef !== undefined && { domainRef }),
  };
}

/** Until time changes something, it is what it was when it was stored. */
function storedVerdict(stored: StoredWord, at: Instant): StoredVerdict['verdict'] {
  const { subject, verdict, open, summary, validUntil } = stored;
  return {
    subject: subject.key,
    at,
    verdict,
    stage: subject.view.stage,
    open: open.map(({ checkId, title, status }) => ({ checkId, title, status })),
    ...summary,
    ...(validUntil !== undefined && { validUntil }),
    checks: [],
  };
}

function lastRead({ readAt }: StoredWord, all: Instant | undefined): Instant {
  return Math.max(readAt, all ?? 0);
}

function inOrder<T>(
  keys: readonly SubjectKey[],
  rows: readonly T[],
  keyOf: (row: T) => SubjectKey,
): readonly T[] {
  const byKey = new Map(rows.map(row => [keyOf(row), row]));
  return [...new Set(keys)].flatMap(key => byKey.get(key) ?? []);
}
