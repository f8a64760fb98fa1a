import type {
  Attestation,
  Facts,
  Instant,
  Layers,
  Status,
  Subject,
  SubjectKey,
  Verdict,
  VerdictCause,
  VerdictWord,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { Column } from '../../database/columns';

/** A must-have that blocks, with the checklists that ask for it: what a gate needs to know of it. */
export interface OpenMust extends VerdictCause {
  readonly checklists: readonly string[];
}

/** Of a verdict what is neither a column of its own nor made anew from the checks. */
export type Summary = Pick<Verdict, 'waived' | 'counts' | 'ahead' | 'notAssessed'>;

/** A subject as it is stored. */
export interface StoredSubject {
  readonly subject: Subject;
  readonly ownerRef?: string;
  readonly systemRef?: string;
  readonly domainRef?: string;
  readonly facts: Facts;
  readonly factsHash: string;
  readonly askedHash: string;
  readonly packs: readonly { readonly pack: string; readonly because: string }[];
  readonly declared: readonly Attestation[];
  readonly readAt: Instant;
  readonly verdict: VerdictWord;
  readonly open: readonly OpenMust[];
  readonly summary: Summary;
  readonly validUntil?: Instant;
  readonly nextChangeAt?: Instant;
  readonly judgedAt: Instant;
  readonly version: number;
  /** When what a gate asks for last changed. */
  readonly changedVersion: number;
  readonly goneAt?: Instant;
}

/** What rows, cards and the gate need of it: facts are long, and take longest to read. */
export type StoredWord = Pick<
  StoredSubject,
  | 'subject'
  | 'ownerRef'
  | 'systemRef'
  | 'domainRef'
  | 'readAt'
  | 'verdict'
  | 'open'
  | 'summary'
  | 'validUntil'
  | 'nextChangeAt'
  | 'goneAt'
>;

/** A check of a subject as it is stored, what people said apart. */
export interface StoredResult {
  readonly subject: SubjectKey;
  readonly checkId: string;
  readonly layers: Omit<Layers, 'attestations' | 'waivers'>;
  readonly status: Status;
  /** A waiver aside. */
  readonly ownStatus: Exclude<Status, 'waived'>;
  readonly since: Instant;
  /** Everything but the dates, to see whether it differs. */
  readonly content: string;
}

export type Row = Readonly<Record<string, Column>>;
