import type { CalendarScope } from 'backstage-plugin-deploy-windows-common';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';

/** The address of a calendar. The token in it is not stored, only its hash. */
export interface StoredCalendarToken {
  readonly id: string;
  readonly scope: CalendarScope;
  /** Entities the creator could see when last asked; nothing else is ever shown. */
  readonly entities: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly lastUsedAt?: Instant;
}

export interface CalendarTokenStore {
  insert(token: StoredCalendarToken, hash: string): Promise<void>;
  /** Not those that are revoked. */
  ofCreator(creator: string): Promise<readonly StoredCalendarToken[]>;
  byHash(hash: string): Promise<StoredCalendarToken | undefined>;
  setEntities(id: string, entities: readonly string[]): Promise<void>;
  used(id: string, at: Instant): Promise<void>;
  /** False when this creator has no such token, or revoked it already. */
  revoke(id: string, creator: string, at: Instant): Promise<boolean>;
}
