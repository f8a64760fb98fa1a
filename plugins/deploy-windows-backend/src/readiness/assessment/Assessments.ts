import type {
  Attestation,
  Facts,
  Instant,
  Layers,
  OrgGraph,
  Pack,
  PackProblem,
  Subject,
  SubjectKey,
  Verdict,
  Waiver,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import type { KnownTarget } from '../../policy/TargetDirectory';

export type TransitionCause =
  'facts' | 'people' | 'definition' | 'attestation' | 'waiver' | 'upstream' | 'time' | 'first';

/** A subject with everything that is known of it; what it is worth is derived at read time by `effective`. */
export interface LoadedSubject {
  readonly subject: Subject;
  /** Absent for what declares no environment, and for groups. */
  readonly target?: KnownTarget;
  readonly ownerRef?: string;
  readonly systemRef?: string;
  readonly domainRef?: string;
  readonly facts: Facts;
  /** When the facts were read. */
  readonly readAt: Instant;
  readonly layers: readonly Layers[];
  /** Since when each check has the status it has, by check id. */
  readonly since: ReadonlyMap<string, Instant>;
  readonly packs: readonly { readonly pack: string; readonly because: string }[];
  readonly problems: readonly { readonly source: string; readonly text: string }[];
  /** Compared on write. */
  readonly version: number;
}

/** Which subjects, before they are loaded: rows of the table, cheap to filter and count. */
export interface SubjectOutline {
  readonly key: SubjectKey;
  readonly entityRef: string;
  readonly environment?: string;
  readonly stage: string;
  readonly title: string;
  readonly ownerRef?: string;
  readonly systemRef?: string;
  readonly domainRef?: string;
}

/** The verdict of a subject as rows, cards and the gate show it: `checks` of it is empty. */
export interface StoredVerdict {
  readonly outline: SubjectOutline;
  readonly subject: Subject;
  readonly verdict: Verdict;
  /** When the facts were read. */
  readonly readAt: Instant;
}

/** All that is judged, from what is stored. The number of queries depends on neither subjects nor checks. */
export interface Assessments {
  /** Of every service that is judged and not gone, as it is stored. A group that owns some is loaded by its ref. */
  outlines(): Promise<readonly SubjectOutline[]>;
  /**
   * Verdicts alone, one read for any number, in the order asked; left out: of all. What time has changed since it was stored
   * is derived anew.
   */
  verdicts(keys?: readonly SubjectKey[]): Promise<readonly StoredVerdict[]>;
  /** With every check, in the order asked; what is not known is left out. */
  load(keys: readonly SubjectKey[]): Promise<readonly LoadedSubject[]>;
  /**
   * Judges again: reads the entities' facts anew when `cause` is facts, and writes what differs with its transitions, in the
   * transaction when one is given. Compare-and-set on `version`: the loser reads again.
   */
  reassess(
    keys: readonly SubjectKey[],
    why: {
      readonly cause: TransitionCause;
      readonly actor?: string;
      readonly trx?: Knex.Transaction;
    },
  ): Promise<void>;
  /** Reads the entity from the catalog at once, then judges it. */
  refresh(key: SubjectKey, why: { readonly actor?: string }): Promise<void>;
  packs(): { readonly packs: readonly Pack[]; readonly problems: readonly PackProblem[] };
  org(): Promise<OrgGraph>;
}

/**
 * What people said, kept append-only. ANSWERS owns the tables `attestations`, `waivers`, `readiness_acts`. A `reassess` in
 * a transaction reads in it: the answer that caused it is not committed yet.
 */
export interface RecordReader {
  /** Of these places (`answeredAt`), revoked and ended ones too; one read each. */
  attestations(
    places: readonly SubjectKey[],
    trx?: Knex.Transaction,
  ): Promise<readonly Attestation[]>;
  waivers(places: readonly SubjectKey[], trx?: Knex.Transaction): Promise<readonly Waiver[]>;
}
