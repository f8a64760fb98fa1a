import { lookup } from './lookup';

// What the closed words of the document read like. A word not listed is shown with its dashes as spaces.
const LABELS: Readonly<Record<string, string>> = {
  apm: 'application performance', cdn: 'content delivery network', ci: 'continuous integration', dns: 'name service',
  lb: 'load balancer', waf: 'web application firewall', mail: 'e-mail', email: 'e-mail', push: 'push notifications', errors: 'error tracking',
  uptime: 'uptime checks', auth: 'sign-in', autoscaler: 'auto-scaling', analytics: 'web analytics', paging: 'on-call paging',
  'vuln-scan': 'vulnerability scan', logging: 'logs', 'web-server': 'web server', 'config-management': 'configuration management',
  'process-manager': 'process manager', 'one-off': 'one-off', page: 'page to the person on call', sms: 'text message', chat: 'chat room',
  phone: 'phone call', webhook: 'web hook', '1password': '1Password', vault: 'Vault', 'aws-secretsmanager': 'AWS Secrets Manager',
  'aws-ssm': 'AWS Systems Manager parameters', 'aws-iam': 'AWS IAM', 'gcp-secretmanager': 'Google Secret Manager',
  'azure-keyvault': 'Azure Key Vault', kubernetes: 'Kubernetes secret', 'external-secrets': 'External Secrets', sops: 'SOPS file',
  keepass: 'KeePass', heroku: 'Heroku config vars', account: 'a named account', 'password-manager': 'a password manager', person: 'a person',
  other: 'something else', 'env-var': 'environment variable', 'mounted-file': 'mounted file', fetched: 'fetched at run time',
  'assumed-role': 'assumed role', 'provider-default': 'name given by the provider', custom: 'own name', api: 'API', redirect: 'redirect only',
  internal: 'internal', 'multi-zone': 'several zones', 'multi-region': 'several regions', managed: 'kept by the vendor',
  replica: 'replica', self: 'ourselves', organisation: 'our organisation', 'third-party': 'another company', always: 'every project has it',
  'when-needed': 'for projects that need it', must: 'must', 'must-not': 'must not', should: 'should', practice: 'is done, not demanded',
  met: 'met', 'not-met': 'not met', 'not-applicable': 'does not apply', 'no-such-component': 'there is no such part',
  'out-of-scope': 'outside the scope', 'replaced-by-other-control': 'another measure takes its place', 'blue-green': 'blue-green',
  recreate: 'old one stops, new one starts', rolling: 'rolling', canary: 'canary', brief: 'a short interruption', downtime: 'downtime',
  'log-match': 'search in the logs', 'error-count': 'number of errors', 'error-rate': 'share of errors', apdex: 'Apdex',
  'response-time': 'response time', 'custom-metric': 'own metric', logical: 'logical dump', continuous: 'continuous', snapshot: 'snapshot',
  replication: 'replication', versioning: 'versioning', 'in-progress': 'in progress', runtime: 'at run time', workstation: 'on a workstation',
  enforce: 'enforced', warn: 'warning', report: 'shown only', off: 'off', 'new-account': 'new account', 'alert-test': 'alert test',
  'business-day': 'business day', document: 'document', human: 'checked by a person', observed: 'observed', preproduction: 'pre-production',
  allow: 'deploys are open', freeze: 'deploys are frozen', notice: 'agreed times', https: 'HTTPS', http: 'HTTP', tcp: 'TCP', tls: 'TLS', ssh: 'SSH',
  'basic auth': 'basic auth', promotion: 'promotion', 'account-logon': 'account logon', nav: 'navigation',
};

/** The words a reader sees for a closed word of the document. */
export function wordLabel(word: string): string {
  return lookup(LABELS, word) ?? word.replaceAll('-', ' ');
}

// The same word may be a store and a platform: stores have their own list only where they differ.
export function storeLabel(store: string): string {
  if (store === 'ci') return 'CI settings';
  if (store === 'other') return 'another place';
  return wordLabel(store);
}
