import type { FleetFacets, FleetQuery, FleetRow } from 'backstage-plugin-infra-overview-common';
import type { Term } from './terms';

/** One project as it is stored. */
export interface FleetEntry {
  readonly row: FleetRow;
  readonly terms: readonly Term[];
  /** The entities it was computed from. */
  readonly sources: readonly string[];
  readonly fingerprint: string;
  /** Apps its environments name, for those who look what really runs. */
  readonly apps?: readonly HostedApp[];
}

export interface HostedApp {
  readonly platform: string;
  readonly app: string;
}

export interface FoundRow {
  readonly row: FleetRow;
  readonly sources: readonly string[];
  /** Where the row stands in the list it was found in. */
  readonly place: Place;
}

/** `key` survives that the row vanishes; `id` says nothing of a row that the caller may not see. */
export interface Place {
  readonly id: string;
  readonly key: PlaceKey;
}

export interface PlaceKey {
  readonly sort: string;
  readonly name: string;
}

export interface PageRequest {
  readonly query: FleetQuery;
  readonly after?: PlaceKey;
  readonly limit: number;
}

export interface FleetStore {
  page(request: PageRequest): Promise<readonly FoundRow[]>;
  /** Of the row with that id, in the order of the query; `undefined` when it is gone. */
  placeOf(id: string, query: FleetQuery): Promise<PlaceKey | undefined>;
  count(query: FleetQuery): Promise<number>;
  facets(): Promise<FleetFacets>;
  /** Of these projects only. */
  facetsAmong(refs: readonly string[]): Promise<FleetFacets>;
  /** Changes whenever the fleet changes. */
  revision(): Promise<number>;

  /** By project ref. */
  fingerprints(): Promise<ReadonlyMap<string, string>>;
  save(entries: readonly FleetEntry[], at: number): Promise<void>;
  remove(refs: readonly string[]): Promise<void>;

  /** Entities that the project of this entity was computed from; empty when there is none. */
  likelySources(entityRef: string): Promise<readonly string[]>;
}
