import type {
  EffectiveInfra,
  Environment,
  InfraDocument,
  InfraView,
} from 'backstage-plugin-infra-overview-common';
import type { OrgGraph } from '../people/org';
import type { Owned } from './peopleFacts';
import { Said } from './said';
import type { SeenFact } from './seenFact';
import type { Views } from './views';

/** What every group of facts reads: the document as one environment sees it, and the organisation around it. */
export interface Surroundings extends Owned {
  readonly effective: EffectiveInfra;
  readonly views: Views;
  readonly view: InfraView;
  readonly document: Said<InfraDocument>;
  readonly environment: Said<Environment>;
  readonly org: OrgGraph;
  /** Of every environment. */
  readonly seen: readonly SeenFact[];
}

/** The environment of a view; not stated where the document names no such environment. */
export function environmentIn(view: InfraView): Said<Environment> {
  const environments = Said.document(view).at('environments');
  const [environment] = environments.items;
  return environment ?? Said.missing(environments, view.environment);
}
