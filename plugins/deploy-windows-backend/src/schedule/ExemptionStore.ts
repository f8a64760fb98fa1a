import type {
  Exemption,
  Instant,
  LevelKey,
  PrincipalRef,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { LogPage, LogPart } from '../database/logPage';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { Current } from '../runtime/Runtime';

export interface StoredExemption extends Exemption {
  /** Level of the freeze: whoever may grant there may revoke. */
  readonly level: LevelKey;
  readonly freezeTitle: string;
  readonly grantedAt: Instant;
  readonly revokedBy?: PrincipalRef;
}

export interface Revocation {
  readonly by: PrincipalRef;
  readonly at: Instant;
  readonly why: string;
}

export interface ExemptionStore extends Current<Exemption> {
  find(id: string): Promise<StoredExemption | undefined>;
  findRepeated(by: PrincipalRef, idempotencyKey: string): Promise<StoredExemption | undefined>;
  /** Newest first, also those that are over. */
  page(part: LogPart): Promise<LogPage<StoredExemption>>;
  insert(
    exemption: StoredExemption,
    options: { readonly idempotencyKey?: string; readonly messages: readonly OutboxMessage[] },
  ): Promise<void>;
  /** False when it was revoked before. */
  revoke(id: string, revocation: Revocation, messages: readonly OutboxMessage[]): Promise<boolean>;
}
