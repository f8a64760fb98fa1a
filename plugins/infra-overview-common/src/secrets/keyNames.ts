/** How much a name promises: after `password` nearly everything is one, after `token` only what looks like one. */
export type KeyStrength = 'password' | 'credential';

const PASSWORDS = new Set(
  'password passwords passwd passphrase passcode pwd pass userpass dbpass adminpass rootpass smtppass mailpass sqlpass sshpass pgpass pgpassword mypassword dbpassword userpassword adminpassword rootpassword motdepasse passwort kennwort contrasena'.split(
    ' ',
  ),
);

const CREDENTIALS = new Set(
  'secret secrets token tokens credential credentials creds bearer apikey apikeys accesskey secretkey privatekey authkey authtoken accesstoken refreshtoken apitoken apisecret clientsecret appsecret bottoken webhooksecret masterkey sharedkey accountkey encryptionkey signingkey sessionkey jwtsecret jwtkey sharedaccesskey _auth authorization'.split(
    ' ',
  ),
);

// Words that make a secret of a `key`. A project's key, a cache key or a primary key is none.
const KEY_MAKERS = new Set(
  'api access secret private account storage encryption encrypt decryption signing sign master license licence deploy ssh auth authentication shared consumer app application write admin session hmac integration webhook subscription ingestion ingest insert instrumentation service server jwt aes rsa ssl tls pgp gpg cipher crypto db database root rails django flask laravel heroku stripe twilio datadog newrelic papertrail sendgrid mailgun google aws azure openai sentry rollbar honeybadger bugsnag algolia pusher segment maps recovery seed wallet'.split(
    ' ',
  ),
);

// `SECRET_KEY_BASE` is the secret; `token_1` is one too.
const FILLERS = new Set(
  'base value text plain plaintext raw current old new prod production staging stage dev development test default primary secondary main live b64 base64 hex string data hash'.split(
    ' ',
  ),
);

// Known to be open, because the host's own plugins read them from a catalog file and from nowhere else. They let one send or look, not read back.
const OPEN_NAMES = new Set(['pagerduty.com/integration-key', 'datadoghq.com/graph-token']);

export const isOpenName = (name: string) => OPEN_NAMES.has(name.toLowerCase());

/** Whether a name says that a secret follows. */
export function keyStrength(name: string): KeyStrength | undefined {
  if (isOpenName(name)) return undefined;
  const words = wordsOf(name);
  while (words.length > 1 && isFiller(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const before = words.at(-2) ?? '';
  if (PASSWORDS.has(last)) return 'password';
  if (CREDENTIALS.has(last) || CREDENTIALS.has(`${before}${last}`)) return 'credential';
  if (last === 'auth' && /^[_-]/.test(name)) return 'credential';
  if (last === 'phrase' && ['pass', 'seed', 'recovery'].includes(before)) return 'password';
  if (last === 'word' && before === 'pass') return 'password';
  return (last === 'key' || last === 'keys') && KEY_MAKERS.has(before) ? 'credential' : undefined;
}

function isFiller(word: string): boolean {
  return FILLERS.has(word) || /^\d{1,3}$/.test(word);
}

/** `DB_PASSWORD`, `apiKey` and `client-secret` in words. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}
