import type {
  Instant,
  Notice,
  PrincipalRef,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { LogPage, LogPart } from '../database/logPage';
import type { OutboxMessage } from '../outbox/OutboxMessage';

export interface StoredNotice extends Notice {
  readonly audienceTitle: string;
  /** For an inbox. */
  readonly title: string;
  readonly text: string;
  /** Whether one of the contacts is enough. */
  readonly require: 'any' | 'all';
  readonly requestedBy: PrincipalRef;
  readonly requestedAt: Instant;
  readonly withdrawnBy?: PrincipalRef;
  readonly withdrawReason?: string;
}

export type DeliveryState = Notice['state'];

/** One contact by one channel. */
export interface NoticeDelivery {
  readonly id: string;
  readonly noticeId: string;
  readonly recipient: string;
  readonly channel: string;
  readonly state: DeliveryState;
  readonly claimedAt?: Instant;
  readonly sentAt?: Instant;
  readonly messageId?: string;
  readonly evidence?: string;
}

export interface NoticeWithDeliveries {
  readonly notice: StoredNotice;
  readonly deliveries: readonly NoticeDelivery[];
}

/** What came of one attempt. */
export interface DeliveryResult {
  readonly state: Exclude<DeliveryState, 'queued' | 'sending' | 'withdrawn'>;
  readonly at: Instant;
  readonly messageId?: string;
  readonly evidence?: string;
}

/** Who was told, or is to be. */
export interface NoticeStore {
  /** Not withdrawn, and the announced range is not over. */
  current(now: Instant): Promise<readonly Notice[]>;
  find(id: string): Promise<NoticeWithDeliveries | undefined>;
  /** The first one, where the same principal sent the same key before. */
  insert(
    notice: StoredNotice,
    deliveries: readonly NoticeDelivery[],
    options: { readonly idempotencyKey?: string; readonly messages: readonly OutboxMessage[] },
  ): Promise<NoticeWithDeliveries>;
  /** Latest first. */
  list(part: LogPart): Promise<LogPage<NoticeWithDeliveries>>;
  /** Queued ones whose notice still stands. */
  queued(count: number): Promise<readonly NoticeDelivery[]>;
  /** Whether this sender, and no other, may send it now. */
  claim(delivery: string, claim: string, now: Instant): Promise<boolean>;
  /** The result of a claim. One that was given up meanwhile still counts when it succeeded. */
  settle(delivery: string, claim: string, result: DeliveryResult): Promise<void>;
  /** Claims older than `before` may or may not have been sent: nobody sends them again by itself. */
  giveUp(
    before: Instant,
    messages: (notice: StoredNotice) => readonly OutboxMessage[],
  ): Promise<number>;
  /** A person or a module says what became of some deliveries. Whether there were such. */
  evidence(
    noticeId: string,
    which: {
      readonly recipient?: string;
      readonly channel?: string;
      readonly states: readonly DeliveryState[];
    },
    result: DeliveryResult,
  ): Promise<boolean>;
  /** Whether it still stood. */
  withdraw(
    id: string,
    by: PrincipalRef,
    why: string,
    messages: readonly OutboxMessage[],
  ): Promise<boolean>;
}
