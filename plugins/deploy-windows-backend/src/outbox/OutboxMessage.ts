import type { JsonObject } from '@backstage/types';

/** The topics of our events. */
export type OutboxTopic =
  | 'deploy-windows.opened'
  | 'deploy-windows.closing'
  | 'deploy-windows.closed'
  | 'deploy-windows.freeze-changed'
  | 'deploy-windows.override-changed'
  | 'deploy-windows.lock-changed'
  | 'deploy-windows.permit-issued'
  | 'deploy-windows.deployment-changed'
  | 'deploy-windows.notice-requested'
  | 'deploy-windows.reminder'
  | 'deploy-windows.zones-changed'
  | 'deploy-windows.attestation-changed'
  | 'deploy-windows.waiver-changed'
  | 'deploy-windows.readiness-digest';

/** A courtesy to our own people; never part of a decision. */
export interface OutboxNotification {
  /** Entity refs. */
  readonly recipients: readonly string[];
  readonly title: string;
  readonly description?: string;
  /** Of the portal, such as `/catalog/default/system/noipm/windows`. */
  readonly link?: string;
  readonly severity: 'low' | 'normal' | 'high' | 'critical';
  /** The same scope updates a notification instead of adding one. */
  readonly scope: string;
  /** Who caused it and needs no telling. */
  readonly except?: string;
}

/** Something to tell others once the transaction that caused it is committed. No secret and no free text that was not checked. */
export interface OutboxMessage {
  /** A second message with the same key is not written. */
  readonly dedupeKey: string;
  readonly topic: OutboxTopic;
  readonly payload: JsonObject;
  readonly notify?: OutboxNotification;
}
