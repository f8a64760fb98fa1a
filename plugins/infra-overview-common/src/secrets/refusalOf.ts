import type { SecretFinding } from './findSecrets';
import type { SecretPlace } from './secretsInValue';

/** Why something is refused and what to do, in words; empty when nothing was found. */
export function refusalOf(findings: readonly (SecretFinding | SecretPlace)[]): string {
  const [first] = findings;
  if (first === undefined) return '';
  const more = findings.length - 1;
  const others = more === 0 ? '' : ` So do ${more} more ${more === 1 ? 'place' : 'places'}.`;
  return `${placeOf(first)}looks like a secret (rule ${first.rule}).${others} The file was not read. Remove the value, write where it is kept in credentialLocations, and change the secret.`;
}

function placeOf(finding: SecretFinding | SecretPlace): string {
  if ('line' in finding) return `line ${finding.line}: `;
  return finding.path === '' ? '' : `${finding.path}: `;
}
