import type { Match } from './match';

interface Statement {
  readonly id: string;
  /** How it begins, in small letters. */
  readonly keyword: string;
  readonly pattern: RegExp;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const NAMED = '[^\\n]{0,40}?(?:api|key|token|secret|auth|password)[^\\n]{0,24}?(?<![0-9a-z-])';

/** Forms of more than one word. Sees the whole text; a line break ends each. */
export const STATEMENTS: readonly Statement[] = [
  {
    id: 'private-key',
    keyword: '-----begin',
    pattern: /-----BEGIN ?[A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/y,
  },
  { id: 'private-key', keyword: 'putty-user-key-file', pattern: /PuTTY-User-Key-File-\d/y },
  {
    id: 'authorization-header',
    keyword: 'bearer',
    pattern:
      /\bbearer[ \t]{1,4}(?=[A-Za-z._~+/=-]{0,200}\d)(?=[\d._~+/=-]{0,40}[A-Za-z])[A-Za-z0-9._~+/=-]{16,200}/iy,
  },
  {
    id: 'authorization-header',
    keyword: 'basic',
    pattern: /\bbasic[ \t]{1,4}(?=[A-Za-z+/]{0,80}[\d=])[A-Za-z0-9+/]{12,200}={0,2}(?![\w-])/iy,
  },
  {
    id: 'authorization-header',
    keyword: 'authorization',
    pattern:
      /\bauthorization["']?[ \t]{0,4}:[ \t]{0,4}["']?(?:token|apikey|api-key|key|ssws|digest)[ \t:=]{1,4}(?=[A-Za-z_-]{0,80}\d)[A-Za-z0-9._~+/=-]{16,200}/iy,
  },
  {
    id: 'command-password',
    keyword: 'curl',
    pattern:
      /\bcurl\b[^\n]{0,200}?[ \t](?:-u|--user|--proxy-user)[ =]?["']?[^\s:"'$<{]{1,80}:(?!["'])[^\s"'$<{*]{3,80}/y,
  },
  {
    id: 'command-password',
    keyword: 'sshpass',
    pattern: /\bsshpass[ \t]{1,4}-p[ \t]{0,4}["']?[^\s"'$<{]{3,80}/y,
  },
  {
    id: 'command-password',
    keyword: 'mysql',
    pattern:
      /\bmysql(?:dump|admin)?\b[^\n]{0,120}?[ \t]-p["']?(?=[^\s"'$<{]{0,40}[^\s"'$<{a-z])[^\s"'$<{]{4,80}/y,
  },
  {
    id: 'netrc',
    keyword: 'login',
    pattern: /\blogin[ \t]{1,4}\S{1,80}\s{1,8}password[ \t]{1,4}(?![$<{*])\S{3,80}/y,
  },
  {
    id: 'pgpass',
    keyword: ':5432:',
    pattern: /(?<=[\w.*-]):5432:[\w*-]{1,60}:[\w-]{1,60}:(?![$<{*])[^\s:]{4,80}/y,
  },
  {
    id: 'azure-key',
    keyword: 'accountkey=',
    pattern: /AccountKey=[A-Za-z0-9+/]{40,100}={0,2}/iy,
  },
  {
    id: 'azure-key',
    keyword: 'sharedaccesskey=',
    pattern: /SharedAccessKey=[A-Za-z0-9+/]{40,100}={0,2}/iy,
  },
  { id: 'encrypted-value', keyword: 'enc[', pattern: /\bENC\[[A-Z0-9_]{2,20},/y },
  { id: 'encrypted-value', keyword: '$ansible_vault;', pattern: /\$ANSIBLE_VAULT;/y },
];

/** Forms that many things have, and that are a secret beside the name of a vendor. Sees the lines of long words. */
export const VENDOR_STATEMENTS: readonly Statement[] = [
  {
    id: 'heroku-api-key',
    keyword: 'heroku',
    pattern: new RegExp(`heroku${NAMED}${UUID}(?![0-9a-z-])`, 'iy'),
  },
  ...[
    ['datadog', '(?:[0-9a-f]{32}|[0-9a-f]{40})'],
    ['twilio', '[0-9a-f]{32}'],
    ['mailgun', '[0-9a-f]{32}'],
    ['papertrail', '[A-Za-z0-9]{20}'],
    ['newrelic', '[0-9a-f]{32,40}'],
    ['new relic', '[0-9a-f]{32,40}'],
    ['cloudflare', '(?:[0-9a-f]{37}|[A-Za-z0-9_-]{40})'],
    ['fastly', '[A-Za-z0-9_-]{32}'],
    ['pagerduty', '(?:u\\+[A-Za-z0-9_+-]{18}|[A-Za-z0-9_+-]{20})'],
    ['opsgenie', UUID],
    ['postmark', UUID],
    ['snyk', UUID],
    ['linode', '[0-9a-f]{64}'],
    ['okta', '00[A-Za-z0-9_-]{40}'],
    ['ssws', '00[A-Za-z0-9_-]{40}'],
    ['algolia', '[0-9a-f]{32}'],
    ['rollbar', '[0-9a-f]{32}'],
    ['sonar', '[0-9a-f]{40}'],
    ['jenkins', '[0-9a-f]{32,34}'],
    ['circleci', '[0-9a-f]{40}'],
    ['codecov', UUID],
    ['azure devops', '[a-z2-7]{52}'],
  ].map(([vendor = '', form = '']) => ({
    id: `${vendor.replace(' ', '-')}-key`,
    keyword: vendor,
    // A letter and a digit at least: an ordinary word may have as many letters.
    pattern: new RegExp(
      `${vendor}${vendor === 'ssws' ? '\\s{1,3}' : NAMED}(?=[^\\s]{0,40}?\\d)(?=[^\\s]{0,40}?[a-z])${form}(?![0-9a-z_-])`,
      'iy',
    ),
  })),
];

/** Where a secret stands beside the word that tells. */
export function statementMatches(
  text: string,
  statements: readonly Statement[] = STATEMENTS,
): readonly Match[] {
  const small = inSmallLetters(text);
  const matches: Match[] = [];
  for (const { id, keyword, pattern } of statements) {
    for (let at = small.indexOf(keyword); at >= 0; at = small.indexOf(keyword, at + 1)) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      if (found !== undefined) matches.push({ rule: id, index: at, end: at + found.length });
    }
  }
  return matches;
}

// Some letters of other alphabets become two when they are made small, and then nothing stands where it stood.
function inSmallLetters(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length
    ? small
    : text.replace(/[A-Z]+/g, capitals => capitals.toLowerCase());
}
