import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { OutboxMessage } from './OutboxMessage';

export interface WaitingMessage extends OutboxMessage {
  readonly id: string;
  readonly attempts: number;
  /** The event went out already; what is left is the notification. */
  readonly isPublished: boolean;
}

export interface OutboxStore {
  /** For changes that have no transaction of their own. */
  add(messages: readonly OutboxMessage[]): Promise<void>;
  /** Oldest first. */
  due(now: Instant, count: number): Promise<readonly WaitingMessage[]>;
  /** False when another replica was faster. A claim of one that died is free again after ten minutes. */
  claim(id: string, claim: string, now: Instant): Promise<boolean>;
  published(id: string): Promise<void>;
  done(id: string, outcome: 'sent' | 'given-up', now: Instant): Promise<void>;
  retry(id: string, dueAt: Instant): Promise<void>;
  /** Those that were done before. */
  forget(before: Instant): Promise<void>;
}
