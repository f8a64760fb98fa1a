import type { SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import type { CaseBook } from '../subjects/CaseBook';
import type { World } from '../subjects/World';
import type { TransitionCause } from './Assessments';
import type { CaseToJudge, Judge } from './Judge';
import type { Settler, SettleResult } from './Settler';

export interface Why {
  readonly cause: TransitionCause;
  readonly actor?: string;
  readonly trx?: Knex.Transaction;
}

export interface EvaluationOptions {
  readonly world: { current(): Promise<World> };
  readonly book: CaseBook;
  readonly judge: Judge;
  readonly settler: Settler;
}

export const BATCH = 500;
const ATTEMPTS = 10;

/** Judges and writes, in batches, until nobody else was faster. */
export class Evaluation {
  readonly #options: EvaluationOptions;

  constructor(options: EvaluationOptions) {
    this.#options = options;
  }

  /** Rules are asked again; what is not judged any more is left to the pass. */
  async judgeKeys(keys: readonly SubjectKey[], why: Why): Promise<void> {
    const wanted = new Set(keys);
    const refs = [...new Set(keys.map(key => key.split('#')[0] ?? key))];
    await this.judgeEntities(refs, why, key => wanted.has(key));
  }

  async judgeEntities(
    entityRefs: readonly string[],
    why: Why,
    isWanted: (key: SubjectKey) => boolean = () => true,
  ): Promise<void> {
    const world = await this.#options.world.current();
    const keys = entityRefs.flatMap(ref =>
      this.#options.book.cases(world, ref).map(({ subject }) => subject.key),
    );
    await this.judgeAll(new Map(keys.filter(isWanted).map(key => [key, why.cause])), why.actor);
  }

  /** @returns how many were written */
  async judgeAll(
    causes: ReadonlyMap<SubjectKey, TransitionCause>,
    actor?: string,
  ): Promise<number> {
    const keys = [...causes.keys()].sort();
    let changed = 0;
    for (let start = 0; start < keys.length; start += BATCH) {
      changed += await this.#untilWon(keys.slice(start, start + BATCH), wanted =>
        this.#judgeOnce(wanted, causes, actor),
      );
    }
    return changed;
  }

  /** What was judged stays; what people said, and the time, count anew. */
  async restate(keys: readonly SubjectKey[], { trx, ...why }: Why): Promise<void> {
    const { judge, settler } = this.#options;
    const sorted = [...new Set(keys)].sort();
    for (let start = 0; start < sorted.length; start += BATCH) {
      await this.#untilWon(sorted.slice(start, start + BATCH), async wanted => {
        const drafts = await judge.restate(wanted, why, trx);
        return settler.settle({ drafts, ...(trx && { trx }) });
      });
    }
  }

  async #judgeOnce(
    keys: readonly SubjectKey[],
    causes: ReadonlyMap<SubjectKey, TransitionCause>,
    actor: string | undefined,
  ): Promise<SettleResult> {
    const { judge, settler, book } = this.#options;
    const before = await judge.before(keys);
    const world = await this.#options.world.current();
    const wanted = new Set(keys);
    const refs = new Set(keys.map(key => key.split('#')[0] ?? key));
    const cases = [...refs].flatMap(ref =>
      book
        .cases(world, ref)
        .filter(({ subject }) => wanted.has(subject.key))
        .map((found): CaseToJudge => ({
          found,
          cause: causes.get(found.subject.key) ?? 'facts',
          ...(actor !== undefined && { actor }),
        })),
    );
    const now = settler.now();
    const { drafts, newlySeen } = await judge.judge(world, cases, before, now);
    return settler.settle({ drafts, newlySeen });
  }

  async #untilWon(
    keys: readonly SubjectKey[],
    once: (keys: readonly SubjectKey[]) => Promise<SettleResult>,
  ): Promise<number> {
    let wanted = keys;
    let changed = 0;
    for (let attempt = 0; attempt < ATTEMPTS && wanted.length > 0; attempt += 1) {
      const result = await once(wanted);
      changed += result.changed;
      wanted = [...result.lost];
    }
    if (wanted.length > 0)
      throw new Error(`${wanted.length} subjects are judged by others faster than here`);
    return changed;
  }
}
