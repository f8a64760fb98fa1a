import type { Instant, SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { write } from '../../database/write';
import { mapInBreaths } from '../breathe';
import type { TransitionCause } from './Assessments';
import type { DeclaredTable, NewlySeen } from './DeclaredTable';
import type { Definitions } from './Definitions';
import { save } from './save';
import { settle, type Draft, type Settled } from './settle';

export interface SettlerOptions {
  readonly knex: Knex;
  readonly definitions: Definitions;
  readonly declared: DeclaredTable;
  /** Checks that others ask about. */
  readonly askedByOthers: ReadonlySet<string>;
  readonly newId: () => string;
  readonly now: () => Instant;
}

export interface SettleWish {
  readonly drafts: readonly Draft[];
  readonly newlySeen?: readonly NewlySeen[];
  readonly trx?: Knex.Transaction;
}

export interface SettleResult {
  /** Judged by somebody else meanwhile. */
  readonly lost: ReadonlySet<SubjectKey>;
  readonly changed: number;
}

// Another evaluator must see that something was said, and a clock must not come by again, also where nothing differs.
const ALWAYS: readonly TransitionCause[] = ['attestation', 'waiver', 'time'];

const DRAFTS_A_BREATH = 20;

/** Compares what was judged with what is stored, and writes the difference in one transaction. */
export class Settler {
  readonly #options: SettlerOptions;

  constructor(options: SettlerOptions) {
    this.#options = options;
  }

  now(): Instant {
    return this.#options.now();
  }

  async settle({ drafts, newlySeen = [], trx }: SettleWish): Promise<SettleResult> {
    const { definitions, declared, askedByOthers, newId } = this.#options;
    const now = this.#options.now();
    const hashOf = ({ asked }: Draft['layers'][number]) => definitions.hashOf(asked.definition);
    const compared = await mapInBreaths(drafts, DRAFTS_A_BREATH, draft =>
      settle(draft, hashOf, now),
    );
    const settled = compared.filter(
      ({ isDifferent, draft }) => isDifferent || ALWAYS.includes(draft.cause),
    );
    if (settled.length === 0) return { lost: new Set(), changed: 0 };
    const work = async (inner: Knex.Transaction) => {
      await declared.keep(inner, newlySeen);
      return save(inner, {
        settled,
        definitions,
        newId,
        now,
        isAskedByOthers: ({ ownChanges }) => ownChanges.some(id => askedByOthers.has(id)),
      });
    };
    const lost = await this.#in(trx, settled, work);
    if (trx === undefined) definitions.kept(new Set(settled.flatMap(one => [...one.definitions])));
    return { lost, changed: settled.length - lost.size };
  }

  /** The epoch is for what a gate asks for. Who brings a transaction of their own holds it until they are done. */
  #in<T>(
    trx: Knex.Transaction | undefined,
    settled: readonly Settled[],
    work: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    const { knex } = this.#options;
    if (trx !== undefined) return work(trx);
    return settled.some(({ isOtherVerdict }) => isOtherVerdict)
      ? write(knex, work)
      : knex.transaction(work);
  }
}
