const WORDS: Readonly<Record<string, string>> = {
  'key-with-value': 'a value after a name such as password or token',
  'url-with-password': 'an address with a password',
  'high-entropy': 'a long random text',
  'private-key': 'a private key',
  'password-hash': 'the hash of a password',
  'encrypted-value': 'encrypted content',
  'kubernetes-secret': 'a Secret of Kubernetes with its values',
  'authorization-header': 'a header that signs in',
  'command-password': 'a password in a command',
  'signed-url': 'a signed address',
  jwt: 'a signed web token',
  netrc: 'a password of .netrc',
  pgpass: 'a password of .pgpass',
  'aws-access-key': 'an access key of AWS',
  aws: 'a secret key of AWS',
  'heroku-api-key': 'an API key of Heroku',
  'sentry-dsn': 'a DSN of Sentry',
  'logs-drain': 'a log drain with its token',
  'model-key': 'a key of a model provider',
};

// How the names of vendors are written where capitals alone do not give it.
const VENDORS: Readonly<Record<string, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  npm: 'npm',
  pypi: 'PyPI',
  gcp: 'Google Cloud',
  'google-api': 'Google',
  openai: 'OpenAI',
  circleci: 'CircleCI',
  newrelic: 'New Relic',
  digitalocean: 'DigitalOcean',
  pagerduty: 'PagerDuty',
  sendgrid: 'SendGrid',
  'hashicorp-vault': 'Vault',
  '1password': '1Password',
};

/** What a rule looks for, in words. */
export function ruleWords(rule: string): string {
  const words = WORDS[rule];
  if (words !== undefined) return words;
  const vendor =
    VENDORS[rule.replace(/-key$/, '')] ?? capitalised(rule.replace(/-(?:key|token|webhook)$/, ''));
  if (rule.endsWith('-webhook')) return `a webhook of ${vendor}`;
  return rule.endsWith('-key') ? `a key of ${vendor}` : `a token of ${vendor}`;
}

function capitalised(text: string): string {
  return text.replace(/-/g, ' ').replace(/\b[a-z]/g, letter => letter.toUpperCase());
}
