import type {
  Instant,
  Override,
  PrincipalRef,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import type { LogPage, LogPart } from '../database/logPage';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { Current } from '../runtime/Runtime';

/** An override with what people want to know besides. */
export interface StoredOverride {
  readonly override: Override;
  /** What each of its rules was called when it was asked for. */
  readonly titles: readonly string[];
  readonly requestedAt: Instant;
  readonly approvedAt?: Instant;
  readonly consumedBy?: string;
  readonly revokedBy?: PrincipalRef;
  /** An emergency is looked at afterwards. */
  readonly reviewDueAt?: Instant;
  readonly reviewedBy?: PrincipalRef;
}

export interface Signed {
  readonly by: PrincipalRef;
  readonly at: Instant;
}

export interface OverrideStore extends Current<Override> {
  find(id: string): Promise<StoredOverride | undefined>;
  findRepeated(by: PrincipalRef, idempotencyKey: string): Promise<StoredOverride | undefined>;
  /** Newest first, also those that are over. */
  page(part: LogPart): Promise<LogPage<StoredOverride>>;
  insert(
    stored: StoredOverride,
    options: { readonly idempotencyKey?: string; readonly messages: readonly OutboxMessage[] },
  ): Promise<void>;
  /** Each of these tells whether it was done; false when the override is not, or no longer, as it was read. */
  approve(
    override: Override,
    approval: Signed,
    messages: readonly OutboxMessage[],
  ): Promise<boolean>;
  revoke(
    id: string,
    revocation: Signed & { readonly why: string },
    messages: readonly OutboxMessage[],
  ): Promise<boolean>;
  review(
    id: string,
    review: Signed & { readonly text: string },
    messages: readonly OutboxMessage[],
  ): Promise<boolean>;
  /**
   * In the transaction of the permit it lets through. A single one is used up; a timed one stays.
   * False: it was used or revoked meanwhile, and the decision has to be made again.
   */
  consume(trx: Knex.Transaction, id: string, permitId: string, now: Instant): Promise<boolean>;
}
