// Nothing here may look like a secret: every look-alike is put together when it is asked for.
const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
export const HEX = '0123456789abcdef';
export const SMALL_AND_DIGITS = SMALL + DIGITS;
export const CAPITALS_AND_DIGITS = SMALL.toUpperCase() + DIGITS;
export const LETTERS_AND_DIGITS = SMALL + SMALL.toUpperCase() + DIGITS;

/** Characters that look drawn by lot and are the same every time. */
export function drawn(length: number, from = LETTERS_AND_DIGITS, seed = 7): string {
  let state = (seed * 2654435761 + length * 40503) >>> 0;
  let text = '';
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += from.charAt(Math.floor((state / 2 ** 32) * from.length));
  }
  return text;
}

export const join = (...parts: readonly string[]) => parts.join('');

export const uuid = (seed = 7) =>
  [8, 4, 4, 4, 12].map((length, index) => drawn(length, HEX, seed + index)).join('-');

const pem = (kind: string, body: string) => [
  `-----BEGIN ${kind}-----`,
  body,
  `-----END ${kind}-----`,
];
const b64 = (text: string) => btoa(text);

/** What each is, the rule that names it, and a line that holds one. */
export const lookAlikes = (): readonly (readonly [string, string, string])[] => {
  const github = join('gh', 'p_', drawn(36));
  const strong = join('k', drawn(14), '9');
  const key = join('PRIVATE', ' KEY');
  return [
    ['AWS access key', 'aws-access-key', join('AK', 'IA', drawn(16, CAPITALS_AND_DIGITS))],
    ['AWS temporary key', 'aws-access-key', join('AS', 'IA', drawn(16, CAPITALS_AND_DIGITS))],
    ['AWS secret key', 'aws', join('aws_secret_', 'access_key = ', drawn(40))],
    ['Heroku, today', 'heroku-api-key', join('HRKU', '-AA', drawn(58))],
    ['Heroku, before', 'heroku-api-key', join('HEROKU_API', '_KEY: ', uuid())],
    ['Heroku, in words', 'heroku-api-key', join('# the heroku deploy ', 'token is ', uuid(3))],
    ['Google key', 'google-api-key', join('AI', 'za', drawn(35))],
    ['Google client secret', 'google-oauth', join('GOC', 'SPX-', drawn(28))],
    ['Google access token', 'google-oauth', join('ya', '29.', drawn(60))],
    ['Azure client secret', 'azure-client-secret', join(drawn(3), '8', 'Q~', drawn(34))],
    [
      'Azure storage',
      'azure-key',
      join('DefaultEndpointsProtocol=https;Account', 'Key=', drawn(86), '==;'),
    ],
    ['Azure function', 'azure-key', join('- ', drawn(40), 'Az', 'Fu', drawn(8), '==')],
    ['DigitalOcean', 'digitalocean', join('do', 'p_v1_', drawn(64, HEX))],
    ['Alibaba', 'alibaba', join('LT', 'AI', drawn(20))],
    ['Supabase', 'supabase', join('sb', 'p_', drawn(40, HEX))],
    ['PlanetScale', 'planetscale', join('pscale', '_pw_', drawn(43))],
    ['Databricks', 'databricks', join('da', 'pi', drawn(32, HEX))],
    [
      'Cloudflare origin',
      'cloudflare-origin',
      join('v1', '.0-', drawn(24, HEX), '-', drawn(146, HEX)),
    ],
    ['Cloudflare, in words', 'cloudflare-key', join('cloudflare api ', 'token: ', 'a1', drawn(38))],
    ['Terraform Cloud', 'terraform-cloud', join(drawn(14), '.atlas', 'v1.', drawn(67))],
    ['Pulumi', 'pulumi', join('pu', 'l-', drawn(40, HEX))],
    ['Doppler', 'doppler', join('dp', '.pt.', drawn(43))],
    ['Vault', 'vault-token', join('hv', 's.', drawn(30))],
    ['GitHub, classic', 'github', github],
    ['GitHub, fine-grained', 'github', join('github', '_pat_', drawn(82))],
    ['GitLab', 'gitlab', join('gl', 'pat-', drawn(20))],
    ['GitLab runner', 'gitlab', join('gl', 'rt-', drawn(20))],
    ['Bitbucket', 'bitbucket', join('AT', 'BB', drawn(32))],
    ['npm', 'npm', join('np', 'm_', drawn(36))],
    ['npm, in its file', 'key-with-value', join('//registry.example.org/:_auth', 'Token=', uuid())],
    ['PyPI', 'pypi', join('py', 'pi-AgE', 'IcHlwaS5vcmc', drawn(80))],
    ['RubyGems', 'rubygems', join('ruby', 'gems_', drawn(48, HEX))],
    ['NuGet', 'nuget', join('oy', '2', drawn(43, SMALL_AND_DIGITS))],
    ['Docker', 'docker', join('dckr', '_pat_', drawn(27))],
    ['CircleCI', 'circleci', join('CCI', 'PAT_', drawn(22), '_', drawn(40, HEX))],
    ['Buildkite', 'buildkite', join('bk', 'ua_', drawn(40, SMALL_AND_DIGITS))],
    ['SonarQube', 'sonarqube', join('sq', 'p_', drawn(40, HEX))],
    ['Postman', 'postman', join('PM', 'AK-', drawn(24, HEX), '-', drawn(34, HEX))],
    ['LaunchDarkly', 'launchdarkly', join('sd', 'k-', uuid())],
    ['Contentful', 'contentful', join('CF', 'PAT-', drawn(43))],
    ['Datadog, in words', 'datadog-key', join('datadog API ', 'key ', 'a1', drawn(30, HEX))],
    ['Datadog, named', 'key-with-value', join('DD_API', '_KEY: ', 'a1', drawn(30, HEX))],
    ['New Relic user', 'newrelic', join('NR', 'AK-', drawn(27, CAPITALS_AND_DIGITS))],
    ['New Relic licence', 'newrelic', join(drawn(36, HEX), 'NR', 'AL')],
    ['Papertrail', 'papertrail-key', join('Papertrail API ', 'token ', 'a1', drawn(18))],
    ['Sentry organisation', 'sentry', join('sn', 'trys_', drawn(90))],
    ['Sentry user', 'sentry', join('sn', 'tryu_', drawn(64, HEX))],
    ['Sentry DSN', 'sentry-dsn', join('https://', drawn(32, HEX), '@', 'o1.ingest.sentry.io/42')],
    ['Grafana', 'grafana', join('gl', 'sa_', drawn(32), '_', drawn(8, HEX))],
    [
      'Dynatrace',
      'dynatrace',
      join('dt0', 'c01.', drawn(24, CAPITALS_AND_DIGITS), '.', drawn(64, CAPITALS_AND_DIGITS)),
    ],
    [
      'PagerDuty, in words',
      'pagerduty-key',
      join('pagerduty REST ', 'api key: ', 'y_', drawn(17), '1'),
    ],
    ['Slack', 'slack', join('xo', 'xb-', '1234567890-', drawn(24))],
    [
      'Slack webhook',
      'slack-webhook',
      join('https://hooks.', 'slack.com/services/', 'T0123/B0123/', drawn(24)),
    ],
    [
      'Teams webhook',
      'teams-webhook',
      join(
        'https://a.webhook',
        '.office.com/webhookb2/',
        uuid(),
        '@',
        uuid(2),
        '/IncomingWebhook/',
        drawn(32, HEX),
        '/',
        uuid(3),
      ),
    ],
    ['Discord bot', 'discord', join('M', drawn(23), '.', drawn(6), '.', drawn(38))],
    [
      'Discord webhook',
      'discord-webhook',
      join('https://discord', '.com/api/webhooks/', '1'.repeat(18), '/', drawn(68)),
    ],
    ['Telegram', 'telegram', join('123456789', ':AA', drawn(33))],
    ['Twilio', 'twilio', join('S', 'K', drawn(32, HEX))],
    ['Twilio, in words', 'twilio-key', join('twilio auth ', 'token: ', 'a1', drawn(30, HEX))],
    ['SendGrid', 'sendgrid', join('S', 'G.', drawn(22), '.', drawn(43))],
    ['Mailgun', 'mailgun', join('ke', 'y-', drawn(32, HEX))],
    ['Mailchimp', 'mailchimp', join(drawn(32, HEX), '-u', 's12')],
    ['Brevo', 'brevo', join('xkey', 'sib-', drawn(64, HEX), '-', drawn(16))],
    ['Stripe', 'stripe', join('sk', '_live_', drawn(24))],
    ['Stripe webhook', 'stripe', join('wh', 'sec_', drawn(32))],
    ['Square', 'square', join('sq0', 'csp-', drawn(43))],
    [
      'Braintree',
      'braintree',
      join('access_', 'token$production$', drawn(16, SMALL_AND_DIGITS), '$', drawn(32, HEX)),
    ],
    ['Plaid', 'plaid', join('access', '-production-', uuid())],
    ['Shopify', 'shopify', join('shp', 'at_', drawn(32, HEX))],
    ['Atlassian', 'atlassian', join('AT', 'ATT3', drawn(180))],
    ['Airtable', 'airtable', join('pa', 't', drawn(14), '.', drawn(64, HEX))],
    ['HubSpot', 'hubspot', join('pat', '-na1-', uuid())],
    ['Notion', 'notion', join('nt', 'n_', drawn(11, DIGITS), drawn(35))],
    ['Linear', 'linear', join('lin', '_api_', drawn(40))],
    ['Figma', 'figma', join('fi', 'gd_', drawn(40))],
    ['Mapbox', 'mapbox', join('sk', '.ey', 'J', drawn(60), '.', drawn(22))],
    ['Tailscale', 'tailscale', join('ts', 'key-auth-', drawn(12), '-', drawn(32))],
    [
      '1Password',
      '1password',
      join(
        'A',
        '3-',
        drawn(6, CAPITALS_AND_DIGITS),
        '-',
        drawn(11, CAPITALS_AND_DIGITS),
        '-',
        [1, 2, 3].map(n => drawn(5, CAPITALS_AND_DIGITS, n)).join('-'),
      ),
    ],
    ['OpenAI', 'openai', join('sk', '-proj-', drawn(80))],
    ['Anthropic', 'anthropic', join('sk', '-ant-api03-', drawn(93), 'AA')],
    ['Hugging Face', 'huggingface', join('h', 'f_', drawn(34))],
    ['signed web token', 'jwt', join('ey', 'J', drawn(20), '.ey', 'J', drawn(40), '.', drawn(43))],
    ['age', 'age-key', join('AGE-SECRET', '-KEY-1', drawn(58, CAPITALS_AND_DIGITS))],
    ['PEM', 'private-key', pem(`RSA ${key}`, drawn(64))[0] ?? ''],
    ['PEM on one line', 'private-key', pem(key, join('MI', 'IE', drawn(120))).join('\\n')],
    ['PGP', 'private-key', pem(`PGP ${key} BLOCK`, drawn(64))[0] ?? ''],
    ['OpenSSH without its head', 'private-key', join('b3Blbn', 'NzaC1rZXktdjE', drawn(60))],
    ['PuTTY', 'private-key', join('PuTTY-User', '-Key-File-3: ssh-ed25519')],
    ['SOPS', 'encrypted-value', join('note: EN', 'C[AES256_GCM,data:', drawn(20), ']')],
    [
      'signed address',
      'signed-url',
      join('https://b.s3.amazonaws.com/a?X-Amz', '-Signature=', drawn(64, HEX)),
    ],
    ['hash of a password', 'password-hash', join('ops:$2', 'y$10$', drawn(53))],
    [
      'address of a database',
      'url-with-password',
      join('postgres://', 'orders:', strong, '@', 'db.internal:5432/orders'),
    ],
    ['address of Redis', 'url-with-password', join('redis://:', strong, '@', 'cache.internal')],
    [
      'address with odd signs',
      'url-with-password',
      join('amqps://', 'svc:', 'p@', strong, '!@', 'mq.internal/v'),
    ],
    [
      'token for a user',
      'url-with-password',
      join('https://', drawn(40, HEX), '@', 'github.com/acme/web.git'),
    ],
    ['header', 'authorization-header', join('Authorization: Bear', 'er ', strong, drawn(12))],
    [
      'basic header',
      'authorization-header',
      join("curl -H 'Authorization: Bas", 'ic ', b64(`svc:${strong}`), "'"),
    ],
    ['curl', 'command-password', join('curl -u svc', ':', strong, ' https://example.org')],
    ['netrc', 'netrc', join('machine api.example.org login svc pass', 'word ', strong)],
    ['pgpass', 'pgpass', join('db.internal:5432:orders:svc', ':', strong)],
    ['password', 'key-with-value', join('pass', 'word: hunt', 'er2')],
    ['password of letters only', 'key-with-value', join('DB_PASS', 'WORD=correct', 'horse')],
    ['password in JSON', 'key-with-value', join('{ "db": { "pass', 'word": "', strong, '" } }')],
    ['password in a comment', 'key-with-value', join('# root pass', 'wd: ', strong)],
    ['password as an option', 'key-with-value', join('deploy --pass', 'word ', strong)],
    [
      'password in a sentence',
      'key-with-value',
      join('The admin pass', 'word is ', strong, ' for now'),
    ],
    ['secret base', 'key-with-value', join('SECRET_KEY', '_BASE: ', drawn(128, HEX))],
    ['client secret', 'key-with-value', join('client', 'Secret: ', drawn(32))],
    [
      'token in an address',
      'key-with-value',
      join('https://x.example.org/hook?tok', 'en=', strong),
    ],
    ['JDBC', 'key-with-value', join('jdbc:sqlserver://db;user=svc;pass', 'word=', strong)],
    ['a uuid after token', 'key-with-value', join('snapshot_tok', 'en: ', uuid())],
    ['in base64', 'github', b64(`token ${github}\n`)],
    ['in base64 twice', 'github', b64(b64(`token ${github}\n`))],
    ['in percent signs', 'github', join('https://x.example.org/?q=%67', github.slice(1))],
    ['in escapes', 'github', join('note: "\\x67', github.slice(1), '"')],
    ['a random word', 'high-entropy', join('- ', drawn(40))],
    ['random hex after an unknown name', 'high-entropy', join('drain: ', 'a1', drawn(38, HEX))],
  ];
};
