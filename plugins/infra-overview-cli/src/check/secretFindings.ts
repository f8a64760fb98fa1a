import type { Instant } from 'backstage-plugin-infra-overview-common';
import {
  findSecrets,
  secretsInValue,
  unexcused,
  type Excuse,
} from 'backstage-plugin-infra-overview-common/secrets';
import type { CatalogFile } from '../catalogFiles/readFiles';
import type { Finding } from './finding';

const REMEDY =
  'Remove the value, write where it is kept in credentialLocations, and change the secret: it was written down.';

/** What looks like a secret in a file: in its text, comments included, and in what the YAML of it stands for. */
export function secretFindings(
  file: CatalogFile,
  excuses: readonly Excuse[],
  now: Instant,
): readonly Finding[] {
  if (file.state === 'too-large' || file.state === 'binary') return [];
  const found = [...findSecrets(file.text)];
  for (const { value, lineAt } of file.state === 'read' ? file.documents : []) {
    for (const { rule, path } of secretsInValue(value)) {
      const line = lineAt(path);
      // Most are seen in the text already, perhaps by another rule.
      if (!found.some(other => other.line === line)) found.push({ rule, line });
    }
  }
  return unexcused(found, namesOf(file.path, excuses), excuses, now).map(({ rule, line }) => ({
    file: file.path,
    line,
    severity: 'secret',
    rule,
    message: 'looks like a secret',
    fix: REMEDY,
  }));
}

/** The path, and each place of an excuse that ends with it: `url:https://…/blob/main/catalog-info.yaml` is this file too. */
function namesOf(path: string, excuses: readonly Excuse[]): readonly string[] {
  const written = path.replaceAll('\\', '/');
  const places = excuses
    .map(({ location }) => location)
    .filter(place => place.endsWith(`/${written}`));
  return [written, `file:${written}`, ...places];
}
