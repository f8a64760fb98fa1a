import type { Instant } from '../../time';
import type { SubjectKey } from '../subject';

export const WAIVER_CODES = [
  'accepted-risk',
  'compensating-control',
  'planned',
  'not-detected',
  'platform-limit',
  'emergency',
] as const;
export type WaiverCode = (typeof WAIVER_CODES)[number];

/** Opens the gate for one check of one subject until its end. It raises no number: what lies beneath stays counted. */
export interface Waiver {
  readonly id: string;
  readonly subject: SubjectKey;
  readonly checkId: string;
  readonly checkVersion: number;
  readonly code: WaiverCode;
  readonly reason: string;
  readonly link?: string;
  readonly requestedBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** Of a must-have: a second person has to agree before it counts. */
  readonly needsApproval: boolean;
  readonly approvedBy?: string;
  readonly approvedAt?: Instant;
  readonly deniedBy?: string;
  readonly deniedAt?: Instant;
  /** The waiver it continues. */
  readonly renews?: string;
  readonly revokedAt?: Instant;
  readonly revokedBy?: string;
}
