interface SecretRule {
  readonly name: string;
  readonly pattern: RegExp;
}

// What people paste by accident. Names of places where a secret lies are welcome; the secret itself is not.
const RULES: readonly SecretRule[] = [
  {
    name: 'private key',
    pattern: /-----BEGIN [A-Z0-9 ]*(?:PRIVATE KEY|CERTIFICATE)[A-Z0-9 ]*-----/,
  },
  { name: 'access key of AWS', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  {
    name: 'token of GitHub',
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/,
  },
  { name: 'token of GitLab', pattern: /\bglpat-[A-Za-z0-9_-]{16,}/ },
  { name: 'token of Slack', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/ },
  {
    name: 'signed web token',
    pattern: /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/,
  },
  { name: 'address with a password', pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i },
  // After `=` anything; after a colon people also write sentences, so there it must have a digit.
  {
    name: 'assigned password',
    pattern:
      /(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key)["']?\s*=\s*["']?[^\s"',;<{$*][^\s"',;]{5,}/i,
  },
  {
    name: 'assigned password',
    pattern:
      /(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key)["']?\s*:\s*["']?(?=[^\s]*\d)[^\s"',;<{$*/][^\s"',;]{5,}/i,
  },
];

/** Which rule a text breaks; never the text. */
export function secretIn(text: string): string | undefined {
  return RULES.find(({ pattern }) => pattern.test(text))?.name;
}
