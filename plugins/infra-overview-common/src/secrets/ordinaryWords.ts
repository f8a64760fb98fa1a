// What people write where a secret would stand and mean no secret.
const ORDINARY = new Set(
  `none null nil undefined true false yes no on off unknown default optional required mandatory disabled enabled redacted
  hidden masked removed omitted empty blank changeme replaceme placeholder tbd todo na any all never always string text number
  integer boolean object array binary byte uuid date password passwd pwd secret secrets token tokens key keys apikey username
  user login email account oauth oauth2 openid openidconnect oidc saml ldap kerberos basic bearer digest http https header query
  cookie body jwt hmac rsa ed25519 ecdsa x509 bcrypt scrypt argon2 argon2id sha1 sha256 sha512 md5 base64 pbkdf2 aes256 aes128 kubernetes
  vault onepassword 1password lastpass bitwarden keepass keychain sops sealed external internal static dynamic shared rotated rotating
  generated random inherited encrypted hashed stored managed manual automatic temporary permanent personal individual
  per expired valid invalid missing present set unset configured provided supplied given wanted needed used unused
  production staging development test testing sandbox local public private protected restricted confidential sensitive
  read write readonly readwrite admin root owner team heroku github gitlab bitbucket aws azure google auth0 okta cognito keycloak
  datadog slack pagerduty papertrail cloudflare stripe twilio sendgrid mailgun sentry newrelic opaque reference service-account
  yearly monthly weekly daily quarterly annually see ask same other various several many`.split(
    /\s+/,
  ),
);

const NOUNS = new Set(
  'password passwords passwd pwd pass passphrase secret secrets token tokens key keys credential credentials creds cred auth login vault cert certificate apikey manager store ref name id'.split(
    ' ',
  ),
);

const SEPARATOR = /[-_./:]/;

/** Whether a value is a word about secrets, or the name of one. */
export function isOrdinary(value: string): boolean {
  if (ORDINARY.has(value.toLowerCase())) return true;
  if (!/^[a-z]/i.test(value)) return false;
  if (/^[A-Za-z]+(?:[A-Z][a-z]+)*$/.test(value)) {
    const words = value
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(' ');
    return words.length > 1 && words.some(word => NOUNS.has(word));
  }
  return isName(value) && value.split(SEPARATOR).some(word => NOUNS.has(word));
}

/** A name in small letters, of words and short numbers: `orders-db-2`. */
export function isName(value: string): boolean {
  const words = value.split(SEPARATOR);
  return (
    words.length > 1 &&
    words.every(word => /^[a-z]{1,20}\d{0,2}$|^\d{1,3}$|^[a-z]\d[a-z]$/.test(word))
  );
}
