import type { Instant } from '../../time';

/** Something that is touched when an element fails, with the reason. */
export interface Affected {
  /** Element path in the project, such as `environments[production].processes[web]`; absent for people and other projects. */
  readonly path?: string;
  readonly title: string;
  /** "because the job queue is stored in the same database" */
  readonly because: string;
}

export interface RecoveryStep {
  readonly title: string;
  readonly text: string;
  readonly path?: string;
}

/** What happens if one element fails. Plain JSON. Everything it cannot know is said under `unknown`. */
export interface FailureAnswer {
  readonly entityRef: string;
  readonly environment: string;
  readonly of: string;
  readonly title: string;
  /** One paragraph that says it all. */
  readonly sentence: string;
  /** `survives`: something takes over, says the document. */
  readonly outcome: 'stops' | 'degrades' | 'survives' | 'no-effect-known';
  readonly stops: readonly Affected[];
  readonly degrades: readonly Affected[];
  readonly unaffected: readonly Affected[];
  /** Whether there is failover, what backups and restores are there, who may do it. */
  readonly recover: readonly RecoveryStep[];
  readonly credentials: readonly RecoveryStep[];
  readonly tell: readonly RecoveryStep[];
  /** Facts that are missing, by path, with what they would answer. */
  readonly unknown: readonly { readonly path: string; readonly question: string }[];
  /**
   * Ids of path steps, for the picture. `surviving`: it is the one that fails, and something should take over. Where Components have a path each,
   * ids are `<entity ref>#<id>`.
   */
  readonly onPath: {
    readonly broken: readonly string[];
    readonly stopped: readonly string[];
    readonly degraded: readonly string[];
    readonly surviving: readonly string[];
  };
}

export interface AffectedProject {
  readonly entityRef: string;
  readonly title: string;
  /** Absent: nobody is named, which the page says. */
  readonly owner?: string;
  /** One an environment. */
  readonly answers: readonly {
    readonly path: string;
    readonly title: string;
    readonly environment: string;
    readonly outcome: FailureAnswer['outcome'];
    readonly sentence: string;
  }[];
}

/** Projects that stand on the same thing: a platform, a product, a resource, an account. */
export interface FleetImpact {
  /** `platform:heroku`, `product:heroku-postgresql`, `provider:amazon`, `resource:default/cluster` */
  readonly of: string;
  readonly title: string;
  readonly affected: readonly AffectedProject[];
  /** Whom to tell, once each: owners and escalation. */
  readonly tell: readonly string[];
  readonly hasMore: boolean;
  readonly nextCursor?: string;
  readonly computedAt: Instant;
}
