import { lookup } from './lookup';
import { capitalised } from './sentence';

// Where the key alone would not tell a stranger what is meant. `parent.key` beats `key`.
const LABELS: Readonly<Record<string, string>> = {
  id: 'Id', of: 'Backs up', pitr: 'Point-in-time recovery', 'pitr.window': 'Reaches back', ref: 'Place in the store', what: 'Which credential',
  appliesTo: 'Needed by', at: 'Date', to: 'Goes to', url: 'Address', app: 'Name on the platform', vpc: 'Private network',
  os: 'Operating system', image: 'Machine image', tls: 'TLS', hsts: 'HSTS', dns: 'DNS', dnssec: 'DNSSEC', dedupe: 'Against repeats',
  volatile: 'Holds data that cannot be rebuilt', sink: 'As a log store', receives: 'Data sent to it', storedIn: 'Keeps its data in',
  resourceRef: 'Catalog entity', operatedBy: 'Run by', by: 'By', 'deploy.by': 'Who can start it', 'deploy.from': 'Promoted from',
  'deploy.approvals': 'Who must say yes', 'autoscaling.by': 'Scaled by', 'override.by': 'Who may set rules aside', migrations: 'Schema changes',
  'defaults.environments': 'Filled in for environments', stage: 'Stage', hosting: 'Runs on', launchedAt: 'Live since', exposure: 'Who can reach it',
  level: 'Level', expected: 'Should be', enforcedBy: 'Enforced by', how: 'How', indexing: 'Search engines', cohorts: 'Test groups',
  dataRules: 'Data rules', wipe: 'Contents are deleted', infrastructureAsCode: 'Infrastructure as code', covers: 'Covers', tags: 'Tags',
  annotations: 'Notes for other cards', 'hosting.image': 'Image', accountRef: 'Account', isolation: 'Shared with strangers',
  duringDeploy: 'Maintenance mode during deploys', customPage: 'Own maintenance page', zones: 'Availability zones', headroom: 'Room for load',
  trigger: 'Started by', branchConfigurable: 'Branch changes', snapshotBefore: 'Data snapshot before', healthCheck: 'Health check',
  artifact: 'What is deployed', builtIn: 'Built in', pruned: 'Only what production needs', lockfiles: 'Lock files', impact: 'What users notice',
  expectedDuration: 'Takes', mustFit: 'Must end before the window closes', openByDefault: 'Open when no window is declared',
  onUnavailable: 'When rules cannot be read', lock: 'Lock', ttl: 'Lasts at most', limits: 'Limits', 'addon.limits': 'What it cannot do',
  maxPerOpening: 'Deploys per opening', minGap: 'Time between deploys', windows: 'Deploy windows', freezes: 'Freezes', busyHours: 'Busy hours',
  audience: 'Audience', overridableBy: 'Who may override', reviewAt: 'To be looked at again', changeTypes: 'Kinds of change',
  hard: 'Only the people named may override', contacts: 'Contacts', require: 'Who must have been told', lead: 'Told', selection: 'For whom',
  choice: 'One of the choice', useWhen: 'Use when', count: 'How many', perEnvironment: 'Each environment has its own', installedBy: 'Installed by',
  managedBy: 'Managed by', redundancy: 'Copies', classes: 'Data classes', durable: 'Kept before rotation or restart', searchWindow: 'Searchable for',
  retention: 'Kept for', readers: 'Who can read it', access: 'Who has access', 'addon.access': 'The way in', operators: 'Who may configure it',
  credentials: 'Credentials', feeds: 'What flows in', collectors: 'Collectors', cost: 'Cost', offsite: 'With another provider or region',
  frequency: 'How often', lastRestoreTest: 'Last restore test', evidence: 'Evidence', procedure: 'Procedure', rollback: 'Way back',
  store: 'Kept in', holder: 'Held by', delivery: 'Reaches the process as', since: 'Since', rotation: 'Rotation', last: 'Last time',
  cadence: 'How often', 'verified.cadence': 'Look again', autoRenew: 'Renews by itself', expires: 'Ends', terminatesAt: 'Ends at',
  redirectHttp: 'HTTP is redirected to HTTPS', preload: 'HSTS preload', captures: 'Captured', auditEvents: 'Audit events', debug: 'Debug level',
  target: 'Watches', addon: 'Run by', reportWithin: 'Reports within', history: 'History', over: 'Over', monitors: 'Monitors', source: 'Source',
  'alert.source': 'Found by', condition: 'Condition', expression: 'Search text', targets: 'Who is told', after: 'After', lastTested: 'Last tested',
  runbook: 'What to do', reachesPerson: 'Reaches a person', who: 'Who', inputs: 'Needed before the start', leadTime: 'Start ahead',
  automation: 'Run by', 'policy.rollout': 'How far', exclusions: 'Left out', implementations: 'How it is done', check: 'Answered by the check',
  pack: 'Shipped checklist', enforceFrom: 'Required from', control: 'Control', paths: 'Facts it depends on', item: 'Checklist item or policy',
  runsOn: 'Runs on', authorizations: 'Authorisations', provides: 'Guarantees', certificates: 'Ways to get a certificate', signIn: 'Sign-in page',
  request: 'Ask for access', protectBy: 'Kept by', naming: 'Naming', ipv6: 'IPv6', agreedWith: 'Agreed with', entryPoint: 'Where complaints go',
  firstLine: 'First to answer', serviceLevels: 'Service levels', availability: 'Availability', 'serviceLevels.availability': 'Availability, percent',
  statusPage: 'Status page', shows: 'Shows', subscribe: 'Can be subscribed to', penTest: 'Penetration test', vulnScan: 'Vulnerability scan',
  loadTests: 'Load tests', lastRun: 'Last run', atoRules: 'Authorisation rules', projectCode: 'Project code', withoutApproval: 'Without approval',
  about: 'About', issue: 'Issue', accepted: 'Accepted', until: 'Until', endOfLife: 'Support ends', requestedBy: 'Asked for by',
  verified: 'Known from', derived: 'Read between the lines', notNeeded: 'Not needed', links: 'Links', note: 'Note', lines: 'Lines', tier: 'Tier',
  stages: 'Stages', environments: 'Environments', iac: 'Infrastructure as code', ssh: 'SSH', sudo: 'sudo', ports: 'Ports', variants: 'Variants',
  'step.by': 'Who', validFrom: 'From', validUntil: 'Until', 'job.what': 'What it does',
  decision: 'Decided', toDayOffset: 'Days later', boundary: 'Where network rules are set', visibility: 'Who can open it',
};

/** 'searchWindow' → 'Search window'. Abbreviations and author's words keep their case. */
export function humanised(key: string): string {
  const words = key.replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
  return capitalised(words.replaceAll(/[_-]+/g, ' ').trim());
}

/** The label of a field; `parent` is the object it belongs to: 'deploy', 'addon', 'policy'. */
export function fieldLabel(key: string, parent?: string): string {
  const owned = parent === undefined ? undefined : lookup(LABELS, `${parent}.${key}`);
  return owned ?? lookup(LABELS, key) ?? humanised(key);
}
