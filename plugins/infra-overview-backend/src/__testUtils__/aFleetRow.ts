import type { FleetRow } from 'backstage-plugin-infra-overview-common';
import type { FleetEntry } from '../fleet/FleetStore';
import type { Term } from '../fleet/terms';

const known = { words: 'stated', rank: 3, tone: 'good' } as const;

export function aFleetRow(name: string, given: Partial<FleetRow> = {}): FleetRow {
  return {
    ref: `system:default/${name}`,
    kind: 'System',
    namespace: 'default',
    name,
    title: name,
    outcome: 'read',
    platforms: [],
    platformRank: 2,
    environments: [],
    database: known,
    backup: known,
    restoreTest: known,
    cdn: known,
    tls: known,
    alertRoute: known,
    credentials: { words: 'none', stores: [], count: 0, oneHolder: 0 },
    risks: { open: 0, accepted: 0 },
    improvements: { planned: 0, possible: 0 },
    questions: 0,
    conformance: { met: 0, applicable: 0, unknown: 0 },
    freshness: { words: 'no date', stale: false },
    problems: 0,
    missing: [],
    ...given,
  };
}

export function aFleetEntry(
  row: FleetRow,
  given: Partial<FleetEntry> & { readonly terms?: readonly Term[] } = {},
): FleetEntry {
  return { row, terms: [], sources: [row.ref], fingerprint: 'f', ...given };
}
