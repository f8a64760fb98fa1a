import { lookup } from '../words/lookup';

// Facts a reader looks for first: when they are left out, the drawer says "not stated" instead of keeping quiet.
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  environments: ['stage', 'hosting', 'url', 'exposure', 'deploy', 'processes'],
  processes: ['instances', 'size', 'failover'],
  addons: ['product', 'plan', 'purpose', 'credentials'],
  backups: ['of', 'method', 'frequency', 'retention', 'location', 'lastRestoreTest', 'procedure'],
  credentialLocations: ['what', 'store', 'access', 'delivery', 'appliesTo', 'rotation'],
  domains: ['host', 'tls', 'dns'],
  'observability.logs': ['captures', 'to'],
  'observability.monitors': ['target', 'interval', 'addon'],
  'observability.alerts': ['condition', 'targets', 'lastTested', 'runbook'],
  procedures: ['who', 'steps', 'duration'],
  windows: ['kind', 'schedule', 'timeZone'],
  freezes: ['schedule', 'timeZone', 'reason'],
  risks: ['likelihood', 'impact', 'mitigation'],
  improvements: ['status', 'issue'],
  runtimes: ['version', 'endOfLife'],
};

/** Fields worth naming when missing; `list` is the list path without selectors: 'environments.processes'. */
export function expectedFields(list: string): readonly string[] {
  return lookup(EXPECTED, list) ?? lookup(EXPECTED, list.slice(list.lastIndexOf('.') + 1)) ?? [];
}
