/** What a fact holds. `people` is a list of targets (who, over which channel) that the ownership graph resolves. */
export type FactType =
  | 'text'
  | 'number'
  | 'boolean'
  | 'duration'
  | 'date'
  | 'texts'
  | 'people'
  | { readonly list: Readonly<Record<string, FactType>> };

const BACKUP = {
  method: 'text',
  frequency: 'duration',
  retention: 'duration',
  pitrWindow: 'duration',
  procedure: 'text',
  pipeline: 'text',
  'lastRestoreTest.status': 'text',
  'lastRestoreTest.at': 'date',
} as const;

const ALERT = {
  id: 'text',
  conditionType: 'text',
  'threshold.value': 'number',
  'threshold.over': 'duration',
  targets: 'people',
  /** How many targets are told only when nobody reacted. */
  laterTargets: 'number',
  severity: 'text',
  dedupe: 'text',
  lastTested: 'date',
  runbook: 'text',
  /** The targets in one word: equal for alerts that go to the same people by the same ways. */
  targetsKey: 'text',
} as const;

const MONITOR = {
  id: 'text',
  kind: 'text',
  target: 'text',
  interval: 'duration',
  /** From a failure to the report at most: interval and reportWithin together. */
  latency: 'duration',
  threshold: 'text',
  stepCount: 'number',
  history: 'text',
  since: 'date',
  loginHolders: 'people',
} as const;

const MONITOR_WITH_ALERTS = { ...MONITOR, alerts: { list: ALERT } } as const;

/**
 * Every fact a rule may ask for, by name. Items of a list have fields; a dot belongs to the name. A pack that asks for
 * anything else is refused, so a question nobody can answer never looks like an answer.
 */
export const FACT_TYPES = {
  environments: { list: { name: 'text', stage: 'text' } },
  launchDate: 'date',
  tagKeys: 'texts',
  dataRules: { list: { id: 'text', statement: 'text' } },
  platform: 'text',
  /** Of every environment of the entity. */
  platforms: 'texts',
  platformStatus: 'text',
  'hosting.vpc': 'text',
  'hosting.image': 'text',
  awsProducts: 'texts',
  'iac.source': 'text',
  'exposure.level': 'text',
  'exposure.expected': 'text',
  'exposure.enforcedBy': 'text',
  'exposure.cohorts': 'text',
  'exposure.indexing': 'text',
  'exposure.withinExpected': 'boolean',
  processes: {
    list: {
      name: 'text',
      role: 'text',
      longRunning: 'boolean',
      min: 'number',
      scaling: 'text',
      elastic: 'boolean',
      zoneCount: 'number',
      headroom: 'text',
      host: 'text',
      group: 'text',
    },
  },
  stores: {
    list: {
      id: 'text',
      volatile: 'boolean',
      redundancy: 'text',
      backups: { list: BACKUP },
    },
  },
  verticalParts: { list: { name: 'text', headroom: 'text', sharesHost: 'boolean' } },
  'deploy.command': 'text',
  'deploy.pipeline': 'text',
  'deploy.by': 'people',
  'deploy.strategy': 'text',
  'deploy.migrations': 'text',
  'deploy.snapshotBefore': 'boolean',
  'deploy.rollback': 'text',
  'artifact.kind': 'text',
  'artifact.pruned': 'boolean',
  'artifact.builtIn': 'text',
  'artifact.lockfiles': 'texts',
  auditEvents: 'texts',
  logFields: 'texts',
  captures: 'texts',
  logDebug: 'boolean',
  sinks: {
    list: {
      addon: 'text',
      durable: 'boolean',
      retention: 'duration',
      searchWindow: 'duration',
      readers: 'people',
    },
  },
  monitors: { list: MONITOR_WITH_ALERTS },
  alerts: { list: ALERT },
  /** The people the targets of all alerts resolve to, as user refs. */
  alertPeople: 'texts',
  components: { list: { name: 'text', monitors: { list: MONITOR } } },
  /** The add-on that catches exceptions. */
  errorTracker: 'text',
  domains: {
    list: {
      host: 'text',
      public: 'boolean',
      'tls.source': 'text',
      'tls.autoRenew': 'boolean',
      'tls.expires': 'date',
      redirectHttp: 'boolean',
      analytics: 'texts',
      uptimeMonitors: { list: MONITOR },
    },
  },
  thirdParties: { list: { id: 'text', receives: 'text', 'approval.ref': 'text' } },
  credentials: {
    list: { id: 'text', store: 'text', holder: 'people', access: 'people', delivery: 'text' },
  },
  /** Names of credentials that add-ons need and nobody describes. */
  danglingCredentials: 'texts',
  'support.entryPoint': 'text',
  'support.queue.url': 'text',
  'support.queue.public': 'boolean',
  'support.hours': 'text',
  'support.agreedWith': 'texts',
  /** Whom to turn to, by what is broken; a name of the list each. */
  'support.escalation.infrastructure': 'people',
  'support.escalation.application': 'people',
  'support.escalation.api': 'people',
  'serviceLevels.document': 'text',
  'serviceLevels.availability': 'text',
  'serviceLevels.dashboard': 'text',
  'statusPage.url': 'text',
  'statusPage.platform': 'text',
  'statusPage.shows': 'texts',
  'statusPage.subscribe': 'boolean',
  'security.penTest.tool': 'text',
  'security.penTest.stage': 'text',
  'security.penTest.pipeline': 'text',
  'security.vulnScan.tool': 'text',
  'security.vulnScan.cadence': 'duration',
  /** Stages or names it covers; this subject's own environment is listed by its name. */
  'security.vulnScan.environments': 'texts',
  /** Whether this subject's environment is one of them, by name or by stage. */
  'security.vulnScan.coversThis': 'boolean',
  'capacity.plan': 'text',
  /** The next events that are planned for, oldest first. */
  'capacity.events': { list: { name: 'text', at: 'date' } },
  loadTests: { list: { stage: 'text', cadence: 'duration', lastRun: 'date' } },
  /** Entities it depends on; `external` are judged by nobody here. */
  upstreams: { list: { ref: 'text', external: 'boolean' } },
  owner: 'people',
  ownedRefs: 'texts',
  /** Rule and place of what looks like a secret; never the value. */
  secretFindings: { list: { rule: 'text', path: 'text' } },
} as const satisfies Readonly<Record<string, FactType>>;

export type FactName = keyof typeof FACT_TYPES;
