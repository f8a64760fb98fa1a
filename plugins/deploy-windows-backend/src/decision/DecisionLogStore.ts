import type { LoggedDecision } from 'backstage-plugin-deploy-windows-common';
import type {
  Decision,
  Instant,
  RecordedInput,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { LogPage, LogPart } from '../database/logPage';
import type { LoadedInput } from './InputLoader';

export interface DecisionRecord {
  readonly id: string;
  readonly decision: Decision;
  readonly loaded: Pick<LoadedInput, 'input'>;
  /** What it was asked for: an answer, or a permit. */
  readonly purpose: 'gate' | 'permit';
}

export interface LoggedRow {
  readonly summary: LoggedDecision;
  readonly decision: Decision;
}

/** Every answer of the gate. Those with a permit or an override keep what they were made of. */
export interface DecisionLogStore {
  insert(records: readonly DecisionRecord[]): Promise<void>;
  find(id: string): Promise<LoggedRow | undefined>;
  /** Newest first. */
  list(part: LogPart): Promise<LogPage<LoggedDecision>>;
  inputs(hash: string): Promise<RecordedInput | undefined>;
  /** Deletes what nobody has to keep any more. */
  retain(before: { readonly gate: Instant; readonly permits: Instant }): Promise<void>;
}
