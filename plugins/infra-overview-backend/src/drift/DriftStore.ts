import type {
  DriftFinding,
  FleetDrift,
  FleetDriftQuery,
  Instant,
} from 'backstage-plugin-infra-overview-common';
import type { Transitions } from './transitions';

export interface DriftPlace {
  readonly since: Instant;
  /** A random name: it says nothing of a row that the caller may not see. */
  readonly place: string;
}

export interface FoundFinding {
  readonly entityRef: string;
  readonly title: string;
  readonly owner?: string;
  /** Entities the project is made of. */
  readonly sources: readonly string[];
  readonly finding: DriftFinding;
  readonly since: Instant;
  readonly at: DriftPlace;
}

export interface DriftCounts extends Omit<FleetDrift, 'seenAt'> {
  readonly seenAt: Instant;
}

export interface DriftPageRequest {
  readonly query: FleetDriftQuery;
  readonly after?: DriftPlace;
  readonly limit: number;
}

export interface DriftStore {
  /** Compares with what is stored and stores what is; one writer at a time for each project, on any number of replicas. */
  record(
    entityRef: string,
    seen: { readonly findings: readonly DriftFinding[]; readonly counts: DriftCounts },
    now: Instant,
  ): Promise<Transitions>;
  /** The owner was not told after all. */
  untold(entityRef: string, ids: readonly string[]): Promise<void>;
  /** Nothing looks at these projects any more. */
  forget(entityRefs: readonly string[]): Promise<void>;
  /** By project, as the fleet shows it. One query. */
  counts(): Promise<ReadonlyMap<string, FleetDrift>>;
  page(request: DriftPageRequest): Promise<readonly FoundFinding[]>;
}
