import { describeParty, fieldLabel } from 'backstage-plugin-infra-overview-common';
import type { FactName } from '../facts/factTypes';

const WORDS: Readonly<Record<FactName, string>> = {
  environments: 'environments',
  launchDate: 'date of the launch',
  tagKeys: 'tags on resources',
  dataRules: 'rules for data',
  platform: 'platform',
  platforms: 'platforms',
  platformStatus: 'standing of the platform',
  'hosting.vpc': 'private network',
  'hosting.image': 'system image',
  awsProducts: 'AWS services',
  'iac.source': 'infrastructure as code',
  'exposure.level': 'who can reach it',
  'exposure.expected': 'who should reach it',
  'exposure.enforcedBy': 'what limits who can reach it',
  'exposure.cohorts': 'test groups of users',
  'exposure.indexing': 'search engines',
  'exposure.withinExpected': 'seen only by those meant to',
  processes: 'processes',
  stores: 'data stores',
  verticalParts: 'parts that grow by bigger machines',
  'deploy.command': 'command that deploys',
  'deploy.pipeline': 'pipeline that deploys',
  'deploy.by': 'people who can deploy',
  'deploy.strategy': 'way of replacing the old version',
  'deploy.migrations': 'schema changes',
  'deploy.snapshotBefore': 'copy of the data before a deploy',
  'deploy.rollback': 'way back after a deploy',
  'artifact.kind': 'kind of what is deployed',
  'artifact.pruned': 'only what production needs is shipped',
  'artifact.builtIn': 'where it is built',
  'artifact.lockfiles': 'lock files',
  auditEvents: 'events that are logged',
  logFields: 'fields of log lines',
  captures: 'what logs and tools capture',
  logDebug: 'debug level in the logs',
  sinks: 'places logs go to',
  monitors: 'monitors',
  alerts: 'alerts',
  alertPeople: 'people behind the alerts',
  components: 'parts to watch',
  errorTracker: 'tool that catches errors',
  domains: 'host names',
  thirdParties: 'other companies involved',
  credentials: 'credentials',
  danglingCredentials: 'credentials nobody describes',
  'support.entryPoint': 'place for complaints',
  'support.queue.url': 'support queue',
  'support.queue.public': 'support queue is public',
  'support.hours': 'support hours',
  'support.agreedWith': 'partners the support is agreed with',
  'support.escalation.infrastructure': 'whom to turn to about infrastructure',
  'support.escalation.application': 'whom to turn to about the application',
  'support.escalation.api': 'whom to turn to about the API',
  'serviceLevels.document': 'document of service levels',
  'serviceLevels.availability': 'availability that is promised',
  'serviceLevels.dashboard': 'dashboard of service levels',
  'statusPage.url': 'status page',
  'statusPage.platform': 'platform of the status page',
  'statusPage.shows': 'what the status page shows',
  'statusPage.subscribe': 'status page can be subscribed to',
  'security.penTest.tool': 'tool of the penetration test',
  'security.penTest.stage': 'stage of the penetration test',
  'security.penTest.pipeline': 'pipeline of the penetration test',
  'security.vulnScan.tool': 'vulnerability scanner',
  'security.vulnScan.cadence': 'how often vulnerabilities are looked for',
  'security.vulnScan.environments': 'environments scanned for vulnerabilities',
  'security.vulnScan.coversThis': 'this environment is scanned for vulnerabilities',
  'capacity.plan': 'plan for peaks',
  'capacity.events': 'events that are planned for',
  loadTests: 'load tests',
  upstreams: 'services it depends on',
  owner: 'owner',
  ownedRefs: 'what the group owns',
  secretFindings: 'what looks like a secret',
};

// Of items of a list, where the label of the document's field would not tell enough.
const FIELDS: Readonly<Record<string, string>> = {
  min: 'instances',
  elastic: 'elastic scaling',
  scaling: 'way of scaling',
  zoneCount: 'number of availability zones',
  group: 'scaling group',
  sharesHost: 'sharing of a machine',
  longRunning: 'running all the time',
  redundancy: 'redundant copies',
  backups: 'backups',
  method: 'method of copying',
  frequency: 'frequency',
  retention: 'retention',
  pitrWindow: 'point-in-time window',
  procedure: 'restore procedure',
  'lastRestoreTest.status': 'result of the last restore test',
  'lastRestoreTest.at': 'date of the last restore test',
  conditionType: 'kind of condition',
  'threshold.value': 'threshold',
  'threshold.over': 'time the threshold is measured over',
  targets: 'recipients',
  laterTargets: 'recipients when nobody reacts',
  dedupe: 'protection against repeats',
  lastTested: 'date of the last test',
  runbook: 'instructions',
  targetsKey: 'routes',
  interval: 'time between two tests',
  latency: 'time from failure to report',
  stepCount: 'scripted steps',
  loginHolders: 'people with a login',
  'tls.source': 'certificate',
  'tls.autoRenew': 'automatic renewal of the certificate',
  'tls.expires': 'end of the certificate',
  redirectHttp: 'redirect from http to https',
  uptimeMonitors: 'uptime monitors',
  analytics: 'web analytics',
  'approval.ref': 'approval',
  receives: 'data sent',
  store: 'store',
  holder: 'holder',
  access: 'people with access',
  readers: 'readers',
  searchWindow: 'searchable time',
  durable: 'durable storage',
  public: 'public visibility',
  volatile: 'data that cannot be rebuilt',
  delivery: 'delivery',
};

// Where it is not "of".
const JOINTS: Readonly<Record<string, string>> = {
  receives: 'to',
  access: 'to',
  loginHolders: 'to',
  runbook: 'for',
  volatile: 'in',
};

/** `stores[db].redundancy` → `redundant copies of db`; `deploy.strategy` → `way of replacing the old version`. */
export function factWords(fact: string): string {
  if (/^[a-z]+:[^/\s]+\/\S+$/.test(fact)) return describeParty(fact);
  const open = fact.lastIndexOf('[');
  const close = fact.indexOf(']', open);
  // `monitors[]`, `monitors[kind=uptime]`: the list, not an item of it.
  if (open < 0 || close < 0) return wordsOf(fact);
  const item = fact.slice(open + 1, close);
  const field = fact.slice(close + 1).replace(/^\./, '');
  const isItem = item !== '' && !item.includes('=');
  const owner = isItem ? item : wordsOf(fact.slice(0, open));
  return field === '' ? owner : `${fieldWords(field)} ${JOINTS[field] ?? 'of'} ${owner}`;
}

function wordsOf(fact: string): string {
  return fact in WORDS ? WORDS[fact as FactName] : fieldWords(fact);
}

function fieldWords(field: string): string {
  if (field in FIELDS) return FIELDS[field] ?? field;
  const label = fieldLabel(field.slice(field.lastIndexOf('.') + 1));
  // Not an abbreviation, such as TLS.
  return /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}
