/** How the statements of several documents about one thing become one. */
export type MergeKind =
  /** The nearest statement, whole. */
  | 'nearest'
  /** Field by field. */
  | 'fields'
  /** Union of the lists; items of one id field by field; order of the nearest document first. */
  | 'byId'
  /** As `byId`; what a Domain offers enters only where a project writes an item of that id, or `selection: always`. */
  | 'offered'
  /** All items are kept, each with its level; the same id twice is two items. */
  | 'collect'
  /** By checklist item and scope; the nearest answer wins, whole. */
  | 'answers'
  /** What protects: the strictest statement of all levels. */
  | 'strictest'
  /** Not inherited. */
  | 'own';

/**
 * Section by section, with `[]` for the items of a list. What is not listed goes by its shape: an object field by field, everything else by the
 * nearest statement. So a new field needs a line only if it is a list whose items have ids, or a group of fields that make one answer.
 */
export const MERGE_TABLE: Readonly<Record<string, MergeKind>> = {
  schema: 'nearest',
  status: 'own',
  verified: 'own',
  topologies: 'own',

  environments: 'byId',
  'environments[].dataRules': 'byId',
  'environments[].processes': 'byId',
  'environments[].processes[].instances': 'nearest',
  'environments[].tags': 'byId',
  'environments[].annotations': 'byId',
  'environments[].deploy.windows': 'collect',
  'environments[].deploy.freezes': 'collect',
  'environments[].deploy.busyHours': 'nearest',
  'environments[].deploy.openByDefault': 'strictest',
  'environments[].deploy.mustFit': 'strictest',
  'environments[].deploy.readiness': 'strictest',
  'environments[].deploy.onUnavailable': 'strictest',
  'environments[].deploy.limits.maxPerOpening': 'strictest',
  'environments[].deploy.limits.minGap': 'strictest',

  'deployPolicy.windows': 'collect',
  'deployPolicy.freezes': 'collect',
  'deployPolicy.audiences': 'collect',
  'deployPolicy.openByDefault': 'strictest',
  'deployPolicy.mustFit': 'strictest',
  'deployPolicy.readiness': 'strictest',
  'deployPolicy.onUnavailable': 'strictest',
  'deployPolicy.limits.maxPerOpening': 'strictest',
  'deployPolicy.limits.minGap': 'strictest',

  addons: 'offered',
  'addons[].collectors': 'byId',
  'addons[].receives.approval': 'nearest',
  'addons[].cost': 'nearest',
  backups: 'byId',
  'backups[].lastRestoreTest': 'nearest',
  credentialLocations: 'byId',
  domains: 'byId',
  requestPath: 'nearest',

  'observability.logs': 'byId',
  'observability.monitors': 'byId',
  'observability.monitors[].threshold': 'nearest',
  'observability.alerts': 'byId',
  'observability.alerts[].condition': 'nearest',
  'observability.channels': 'byId',

  procedures: 'byId',
  policies: 'collect',
  checklists: 'collect',
  conformance: 'answers',

  // A default with an inner `when` and outer fields would mean what neither document says, so entries stay whole, nearest first.
  'defaults.environments': 'collect',
  'defaults.processes': 'collect',
  'defaults.addons': 'collect',
  'defaults.backups': 'collect',
  'defaults.domains': 'collect',
  'defaults.logs': 'collect',
  'defaults.monitors': 'collect',
  platforms: 'collect',
  accounts: 'collect',
  'access.systemUsers': 'byId',
  'access.people': 'byId',
  'network.securityGroups': 'byId',

  'support.contacts': 'byId',
  'support.channels': 'byId',
  'support.escalation': 'byId',
  'security.reviews': 'byId',
  'capacity.events': 'byId',
  'capacity.loadTests': 'byId',
  'compliance.dataClasses': 'byId',
  'compliance.documents': 'byId',
  'compliance.atoRules': 'byId',
  'cost.rules': 'byId',
  'cost.limits': 'byId',
  'cost.limits[].limit': 'nearest',

  improvements: 'collect',
  risks: 'collect',
  questions: 'collect',
  decisions: 'collect',
  behaviours: 'collect',
  jobs: 'byId',
  runtimes: 'byId',
  glossary: 'collect',
  links: 'collect',
  notes: 'collect',
};

/** Lists that are kept whole, or stand inside an item that is, but whose items have ids all the same: they have paths and origins of their own. */
const LISTS_INSIDE: ReadonlySet<string> = new Set([
  'requestPath.nodes',
  'requestPath.edges',
  'environments[].deploy.busyHours',
  'topologies',
  'policies[].implementations',
  'checklists[].items',
  'platforms[].authorizations',
  'platforms[].certificates',
  'platforms[].provides.environments',
  'platforms[].provides.processes',
  'platforms[].provides.addons',
  'platforms[].provides.backups',
  'platforms[].provides.domains',
  'platforms[].provides.logs',
  'platforms[].provides.monitors',
  'accounts[].rules',
  'accounts[].dataRules',
]);

const LIST_KINDS: ReadonlySet<MergeKind> = new Set<MergeKind>([
  'byId',
  'offered',
  'collect',
  'answers',
]);

/** True where the items of a list are known by an id. The links of an item are such a list wherever they stand. */
export function hasIds(pattern: string): boolean {
  const kind = mergeKindOf(pattern);
  return (kind !== undefined && LIST_KINDS.has(kind)) || LISTS_INSIDE.has(pattern);
}

/** What the table says of a path; undefined where the shape of the value decides. */
export function mergeKindOf(pattern: string): MergeKind | undefined {
  if (Object.hasOwn(MERGE_TABLE, pattern)) return MERGE_TABLE[pattern];
  // Who says an item, when, and how sure they are, belongs to the statement and not to the item.
  if (/\]\.(verified|derived|notNeeded)$/.test(pattern)) return 'own';
  if (pattern.endsWith('].links')) return 'byId';
  return undefined;
}
