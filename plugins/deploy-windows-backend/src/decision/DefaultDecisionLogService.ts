import type {
  LoggedDecision,
  LogQueryAsked,
  ReplayAnswer,
} from 'backstage-plugin-deploy-windows-common';
import {
  decide,
  replayInput,
  type Decision,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { notFound } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { LogPage } from '../database/logPage';
import type { BatchedDecisionLog } from './BatchedDecisionLog';
import type { DecisionLogService } from './DecisionLogService';
import type { DecisionLogStore, LoggedRow } from './DecisionLogStore';
import type { LogReaders } from './LogReaders';

export interface DefaultDecisionLogServiceOptions {
  readonly store: DecisionLogStore;
  readonly log: Pick<BatchedDecisionLog, 'flush'>;
  readonly readers: LogReaders;
}

export class DefaultDecisionLogService implements DecisionLogService {
  readonly #options: DefaultDecisionLogServiceOptions;

  constructor(options: DefaultDecisionLogServiceOptions) {
    this.#options = options;
  }

  async list(
    { limit, cursor, ...wanted }: LogQueryAsked,
    options: CallOptions,
  ): Promise<LogPage<LoggedDecision>> {
    const { log, store, readers } = this.#options;
    await log.flush();
    const targets = await readers.targets(wanted, options);
    return store.list({ limit, ...(cursor !== undefined && { cursor }), targets });
  }

  async find(id: string, options: CallOptions): Promise<LoggedDecision> {
    return (await this.#found(id, options)).summary;
  }

  async replay(id: string, options: CallOptions): Promise<ReplayAnswer> {
    const { summary, decision } = await this.#found(id, options);
    const recorded = await this.#options.store.inputs(summary.inputsHash);
    if (recorded === undefined) {
      throw notFound(
        'INPUTS_EXPIRED',
        'The inputs of this decision are not kept: it gave no permit and used no override, or it is too old',
      );
    }
    const again = decide(replayInput(recorded, summary.inputsHash), decision.at);
    const [logged, replayed] = [plain(decision), plain(again)];
    const differences = differencesOf(logged, replayed);
    return { id, same: differences.length === 0, differences, logged, replayed };
  }

  async #found(id: string, options: CallOptions): Promise<LoggedRow> {
    await this.#options.log.flush();
    const row = await this.#options.store.find(id);
    if (row === undefined || !(await this.#options.readers.mayRead(row.decision.target, options))) {
      throw notFound(
        'UNKNOWN_DECISION',
        `There is no decision ${id} in the log, or you may not see it`,
      );
    }
    return row;
  }
}

type Json = ReplayAnswer['logged'];
type Fields = Readonly<Record<string, Json>>;

function plain(decision: Decision): { [field: string]: Json } {
  return JSON.parse(JSON.stringify(decision));
}

function differencesOf(then: Fields, now: Fields): ReplayAnswer['differences'] {
  const fields = [...new Set([...Object.keys(then), ...Object.keys(now)])].sort();
  return (
    fields
      .filter(field => JSON.stringify(then[field]) !== JSON.stringify(now[field]))
      // JSON has no word for a field that is not there.
      .map(field => ({ field, then: then[field] ?? null, now: now[field] ?? null }))
  );
}
