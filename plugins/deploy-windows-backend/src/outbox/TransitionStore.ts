import type { Instant, TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { OutboxMessage } from './OutboxMessage';

export type ToState = 'opened' | 'closing' | 'closed';

/** Something that happened to a target, or will within a quarter of an hour. */
export interface Transition {
  readonly target: TargetKey;
  readonly at: Instant;
  readonly to: ToState;
  readonly cause: string;
}

export interface TransitionStore {
  /** How far the task has come; undefined before its first run. */
  watermark(): Promise<Instant | undefined>;
  setWatermark(at: Instant): Promise<void>;
  /** The state each target was last said to be in. */
  lastStates(): Promise<ReadonlyMap<TargetKey, 'opened' | 'closed'>>;
  /** Whoever inserts it first announces it. A message that is absent: it is only noted. */
  announce(transition: Transition, message: OutboxMessage | undefined): Promise<boolean>;
  forget(before: Instant): Promise<void>;
}
