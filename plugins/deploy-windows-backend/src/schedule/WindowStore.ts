import type {
  DeployWindow,
  Instant,
  PrincipalRef,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { Current } from '../runtime/Runtime';

/** A window that people added, with what the evaluator does not ask about. */
export interface StoredWindow {
  readonly id: string;
  /** Its key is `db:` and the id. */
  readonly window: DeployWindow & { readonly version: number };
  /** Started by the button for incidents: it is hard and lifts itself. */
  readonly isIncident: boolean;
  /** When a schedule is over that ends by itself. Only tidies: it never cuts the schedule. */
  readonly overAt?: Instant;
  readonly createdBy: PrincipalRef;
  readonly createdAt: Instant;
  readonly withdrawnAt?: Instant;
  readonly withdrawnBy?: PrincipalRef;
}

/** Who changed it, when, and why; kept with every version. */
export interface WindowEdit {
  readonly by: PrincipalRef;
  readonly at: Instant;
  readonly why?: string;
}

export interface WindowRevision extends WindowEdit {
  readonly version: number;
  readonly window: DeployWindow;
}

/** `stale`: somebody else was faster; nothing was written. */
export type Written = 'written' | 'stale';

export interface WindowStore extends Current<DeployWindow> {
  find(id: string): Promise<StoredWindow | undefined>;
  /** Made by the same caller with the same key. */
  findRepeated(by: PrincipalRef, idempotencyKey: string): Promise<StoredWindow | undefined>;
  insert(
    stored: StoredWindow,
    options: {
      readonly idempotencyKey?: string;
      readonly why?: string;
      readonly messages: readonly OutboxMessage[];
    },
  ): Promise<void>;
  /** Writes a new version in place of the one that was read. Not once it is withdrawn. */
  replace(
    stored: StoredWindow,
    edit: WindowEdit,
    messages: readonly OutboxMessage[],
  ): Promise<Written>;
  /** Oldest first. */
  revisions(id: string): Promise<readonly WindowRevision[]>;
}
