import type { FleetRow } from 'backstage-plugin-infra-overview-common';

/** A project about which nothing is known, and what the test says of it. */
export const aFleetRow = (row: Partial<FleetRow> & { readonly name: string }): FleetRow => ({
  ref: `system:default/${row.name}`,
  kind: 'System',
  namespace: 'default',
  title: row.name,
  outcome: 'read',
  platforms: [],
  platformRank: 2,
  environments: [],
  database: { words: 'not stated', rank: 1, tone: 'unknown' },
  backup: { words: 'not stated', rank: 1, tone: 'unknown' },
  restoreTest: { words: 'not stated', rank: 1, tone: 'unknown' },
  cdn: { words: 'not stated', rank: 1, tone: 'unknown' },
  tls: { words: 'not stated', rank: 1, tone: 'unknown' },
  alertRoute: { words: 'not stated', rank: 1, tone: 'unknown' },
  credentials: { words: 'not stated', stores: [], count: 0, oneHolder: 0 },
  risks: { open: 0, accepted: 0 },
  improvements: { planned: 0, possible: 0 },
  questions: 0,
  conformance: { met: 0, applicable: 0, unknown: 0 },
  freshness: { words: 'no date', stale: false },
  problems: 0,
  missing: [],
  ...row,
});
