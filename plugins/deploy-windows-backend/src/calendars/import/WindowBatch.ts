import type { OutboxMessage } from '../../outbox/OutboxMessage';
import type { StoredWindow } from '../../schedule/WindowStore';

export interface BatchEntry {
  readonly stored: StoredWindow;
  readonly why?: string;
  readonly idempotencyKey?: string;
}

/** Several windows in one transaction. */
export interface WindowBatch {
  insert(entries: readonly BatchEntry[], messages: readonly OutboxMessage[]): Promise<void>;
  findRepeated(by: string, idempotencyKey: string): Promise<StoredWindow | undefined>;
}
