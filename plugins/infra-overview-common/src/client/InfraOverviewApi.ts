import type { Overview } from '../overview/overview';
import type {
  Confirmation,
  DriftNote,
  DriftNoteAsked,
  FleetDriftPage,
  FleetDriftQuery,
  ObservedAnswer,
  SaidOfFact,
  SourceState,
} from '../observed';
import type { FailureAnswer, FleetImpact } from '../overview/failure';
import type { Comparison, FleetFacets, FleetPage, FleetQuery } from '../wire';

export interface CallOptions {
  /** Of a service that calls another; browsers sign their own calls. */
  readonly token?: string;
  readonly signal?: AbortSignal;
}

/** What can be asked about infrastructure. */
export interface InfraOverviewApi {
  overview(entityRef: string, options?: CallOptions): Promise<Overview>;
  compare(
    entityRef: string,
    environments: { readonly a: string; readonly b: string },
    options?: CallOptions,
  ): Promise<Comparison>;
  fleet(query: FleetQuery, options?: CallOptions): Promise<FleetPage>;
  /** Every row that answers the query, as RFC 4180 text. `limit` and `cursor` are ignored. */
  fleetCsv(query: FleetQuery, options?: CallOptions): Promise<string>;
  facets(options?: CallOptions): Promise<FleetFacets>;
  /** What is seen outside the catalog, how it differs, what people say of it. */
  observed(entityRef: string, options?: CallOptions): Promise<ObservedAnswer>;
  /** Asks the sources to look at one project again; comes back when they have looked. */
  refresh(entityRef: string, options?: CallOptions): Promise<ObservedAnswer>;
  confirm(entityRef: string, said: SaidOfFact, options?: CallOptions): Promise<Confirmation>;
  withdrawConfirmation(entityRef: string, id: string, options?: CallOptions): Promise<void>;
  noteDrift(entityRef: string, note: DriftNoteAsked, options?: CallOptions): Promise<DriftNote>;
  withdrawDriftNote(entityRef: string, id: string, options?: CallOptions): Promise<void>;
  /** Drift of every project the caller may see. */
  fleetDrift(query: FleetDriftQuery, options?: CallOptions): Promise<FleetDriftPage>;
  /** Every row that answers the query, as RFC 4180 text. `limit` and `cursor` are ignored. */
  fleetDriftCsv(query: FleetDriftQuery, options?: CallOptions): Promise<string>;
  sources(options?: CallOptions): Promise<readonly SourceState[]>;
  /** What happens if one element fails; `environment` is production where left out. */
  failure(
    entityRef: string,
    asked: { readonly of: string; readonly environment?: string },
    options?: CallOptions,
  ): Promise<FailureAnswer>;
  /** What happens if something several projects stand on fails. */
  fleetImpact(
    asked: { readonly of: string; readonly cursor?: string },
    options?: CallOptions,
  ): Promise<FleetImpact>;
}
