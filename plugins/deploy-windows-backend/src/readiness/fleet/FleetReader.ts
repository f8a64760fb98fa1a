import type {
  CheckDefinition,
  EvidenceKind,
  Instant,
  RequirementLevel,
  Status,
  SubjectKey,
  VerdictWord,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { LogPage } from '../../database/logPage';
import type { SubjectOutline, TransitionCause } from '../assessment/Assessments';

/** A subject with its verdict as it is stored, for lists that are filtered and counted; one clock task old at most. */
export interface Standing extends SubjectOutline {
  readonly verdict: VerdictWord;
  readonly openMust: number;
}

/** What a check is worth for a subject, as it is stored. */
export interface StoredStatus {
  readonly subject: SubjectKey;
  readonly checkId: string;
  readonly pack: string;
  readonly level: RequirementLevel;
  readonly status: Status;
  readonly evidence?: EvidenceKind;
}

export interface StoredTransition {
  readonly id: string;
  readonly checkId: string;
  readonly from?: Status;
  readonly to: Status;
  readonly at: Instant;
  readonly cause: TransitionCause;
  readonly actor?: string;
}

export interface DailyCount {
  /** `2026-11-24`, UTC. */
  readonly day: string;
  readonly verdict: VerdictWord;
  readonly subjects: number;
}

/** Lists over everything that is judged. Each method is one statement, whatever the number of subjects. */
export interface FleetReader {
  standings(): Promise<readonly Standing[]>;
  /** Of one check, or of all. */
  statuses(checkId?: string): Promise<readonly StoredStatus[]>;
  /** Those with a must-have that is met by what is declared alone. */
  declaredOnly(): Promise<ReadonlySet<SubjectKey>>;
  /** The words of checks that were asked, by id; where several packs ask, of one of them. */
  definitions(checkIds: readonly string[]): Promise<ReadonlyMap<string, CheckDefinition>>;
  /** Newest first. */
  transitions(
    subject: SubjectKey,
    query: { readonly check?: string; readonly limit: number; readonly cursor?: string },
  ): Promise<LogPage<StoredTransition>>;
  /** Counts of a group, System or Domain, or of `*`, by day. */
  daily(query: {
    readonly ref: string;
    readonly stage?: string;
    readonly since: string;
  }): Promise<readonly DailyCount[]>;
}
