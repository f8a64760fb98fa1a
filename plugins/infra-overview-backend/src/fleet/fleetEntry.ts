import {
  fleetRow,
  wantedApps,
  type FleetDrift,
  type Instant,
} from 'backstage-plugin-infra-overview-common';
import type { LoadedSet } from '../documents/DocumentSource';
import { toOverview } from '../overview/toOverview';
import type { FleetEntry } from './FleetStore';
import { termsOf } from './terms';

/** What is stored of one project, but for its fingerprint. */
export function fleetEntry(
  { set }: LoadedSet,
  drift: FleetDrift | undefined,
  now: Instant,
): Omit<FleetEntry, 'fingerprint'> {
  const overview = toOverview(set, now);
  const { terms, ...row } = fleetRow(overview, now, drift);
  const domains = overview.chain
    .filter(link => link.level === 'domain')
    .map(link => link.entityRef);
  const parts = overview.parts.map(part => part.entityRef);
  return {
    row,
    terms: termsOf(row, terms, { domains, parts }),
    sources: set.refs,
    apps: overview.effective ? wantedApps(overview.effective) : [],
  };
}
