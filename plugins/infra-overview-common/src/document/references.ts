/** A field that names items of a list, by their id. */
export interface Reference {
  /** Fact path of the field; `[]` at the end when the field is a list of ids. */
  readonly from: string;
  /** Fact path of the list, whose items are named by `id` (environments and processes by `name`). */
  readonly to: string;
  /** The field may hold something else instead: a word, an address, the id of a shipped check. */
  readonly orElse?: 'words' | 'prefixed';
}

// Every list whose items carry `environments`.
const SCOPED = [
  'addons',
  'backups',
  'credentialLocations',
  'domains',
  'requestPath.edges',
  'observability.logs',
  'observability.monitors',
  'observability.alerts',
  'observability.channels',
  'procedures',
  'policies',
  'checklists',
  'checklists[].items',
  'conformance',
  'platforms',
  'accounts',
  'improvements',
  'risks',
  'questions',
  'decisions',
  'behaviours',
  'jobs',
  'runtimes',
  'topologies',
  'deployPolicy.windows',
  'deployPolicy.freezes',
  'environments[].deploy.windows',
  'environments[].deploy.freezes',
  'environments[].deploy.busyHours',
] as const;

const DEPLOY = 'environments[].deploy';

/** Which field refers to which list: for dangling references, for "used by", and for renames. */
export const REFERENCES: readonly Reference[] = [
  { from: 'addons[].storedIn', to: 'addons' },
  { from: 'addons[].credentials[]', to: 'credentialLocations' },
  { from: 'backups[].of', to: 'addons' },
  { from: 'backups[].procedure', to: 'procedures' },
  { from: 'backups[].lastRestoreTest.environment', to: 'environments' },
  // Add-on ids, `platform:heroku`, `environment:production`.
  { from: 'credentialLocations[].appliesTo[]', to: 'addons', orElse: 'prefixed' },
  { from: 'domains[].tls.terminatesAt', to: 'requestPath.nodes' },
  { from: 'requestPath.nodes[].addon', to: 'addons' },
  { from: 'requestPath.nodes[].process', to: 'environments[].processes' },
  { from: 'requestPath.edges[].from', to: 'requestPath.nodes' },
  { from: 'requestPath.edges[].to', to: 'requestPath.nodes' },
  { from: 'observability.logs[].to[]', to: 'addons' },
  { from: 'observability.monitors[].addon', to: 'addons' },
  { from: 'observability.monitors[].target', to: 'addons', orElse: 'words' },
  { from: 'observability.monitors[].target', to: 'environments[].processes', orElse: 'words' },
  { from: 'observability.alerts[].monitors[]', to: 'observability.monitors' },
  { from: 'observability.alerts[].source', to: 'addons' },
  { from: 'observability.alerts[].runbook', to: 'procedures', orElse: 'words' },
  { from: 'environments[].hosting.platform', to: 'platforms', orElse: 'words' },
  { from: 'environments[].hosting.accountRef', to: 'accounts' },
  { from: 'environments[].processes[].autoscaling.by', to: 'addons' },
  { from: `${DEPLOY}.from`, to: 'environments' },
  { from: `${DEPLOY}.procedure`, to: 'procedures' },
  { from: `${DEPLOY}.rollback`, to: 'procedures' },
  { from: `${DEPLOY}.readiness.checklists[]`, to: 'checklists' },
  { from: `${DEPLOY}.windows[].audience`, to: 'deployPolicy.audiences' },
  { from: `${DEPLOY}.freezes[].audience`, to: 'deployPolicy.audiences' },
  { from: `${DEPLOY}.busyHours[].audience`, to: 'deployPolicy.audiences' },
  { from: 'deployPolicy.readiness.checklists[]', to: 'checklists' },
  { from: 'deployPolicy.windows[].audience', to: 'deployPolicy.audiences' },
  { from: 'deployPolicy.freezes[].audience', to: 'deployPolicy.audiences' },
  { from: 'deployPolicy.environments[]', to: 'environments' },
  { from: 'conformance[].item', to: 'checklists[].items', orElse: 'words' },
  { from: 'conformance[].item', to: 'policies', orElse: 'words' },
  { from: 'accounts[].protectBy', to: 'procedures' },
  { from: 'security.penTest.environment', to: 'environments' },
  { from: 'security.vulnScan.environments[]', to: 'environments' },
  { from: 'capacity.loadTests[].environment', to: 'environments' },
  { from: 'jobs[].runner', to: 'environments[].processes', orElse: 'words' },
  { from: 'jobs[].runner', to: 'addons', orElse: 'words' },
  ...SCOPED.map(list => ({ from: `${list}[].environments[]`, to: 'environments' })),
];
