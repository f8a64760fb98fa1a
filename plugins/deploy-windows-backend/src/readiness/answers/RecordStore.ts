import type {
  Attestation,
  Instant,
  Records,
  Waiver,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import type { OutboxMessage } from '../../outbox/OutboxMessage';
import type { RecordReader } from '../assessment/Assessments';

/** What is done in the transaction of a write. */
export type Also = (trx: Knex.Transaction) => Promise<void>;

export type Act = 'sign' | 'agree' | 'approve' | 'deny' | 'revoke' | 'carry';

/** What somebody did with an attestation or a waiver of somebody. */
export interface ActRecord {
  readonly id: string;
  readonly of: string;
  readonly act: Act;
  readonly by: string;
  readonly at: Instant;
  readonly reason?: string;
  /** Of a signature: not of the owning group. */
  readonly outside?: boolean;
}

/** An attestation with what only the table keeps. */
export interface StoredAttestation {
  readonly attestation: Attestation;
  readonly factsFingerprint: string;
}

/** What is done in the same transaction. */
export interface Together {
  readonly messages: readonly OutboxMessage[];
  /** Judges again what the write is about. */
  readonly also: Also;
  readonly idempotencyKey?: string;
}

export interface RecordStore extends RecordReader {
  attestation(id: string): Promise<StoredAttestation | undefined>;
  waiver(id: string): Promise<Waiver | undefined>;
  /** What ends in a range of time, half-open: from, and before to. */
  ending(from: Instant, to: Instant): Promise<Records>;
  /** What the same call made before. */
  repeatedAttestations(by: string, idempotencyKey: string): Promise<readonly Attestation[]>;
  repeatedWaiver(by: string, idempotencyKey: string): Promise<Waiver | undefined>;
  addAttestations(attestations: readonly StoredAttestation[], together: Together): Promise<void>;
  /**
   * `number` counts the waivers of a check of a subject from 1. False: one of them was added meanwhile, and nothing is
   * written.
   */
  addWaivers(waivers: readonly NumberedWaiver[], together: Together): Promise<boolean>;
  /** False: somebody did it before, and nothing is written. */
  addAct(act: ActRecord, together: Together): Promise<boolean>;
  /** Takes answers over from another subject, with what was done with them. False: one was added meanwhile. */
  carryOver(carried: Carried, together: Together): Promise<boolean>;
}

export interface NumberedWaiver {
  readonly waiver: Waiver;
  readonly number: number;
}

export interface Carried {
  readonly attestations: readonly StoredAttestation[];
  readonly waivers: readonly NumberedWaiver[];
  readonly acts: readonly ActRecord[];
}
