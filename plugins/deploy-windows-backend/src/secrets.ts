import { findSecrets, ruleWords } from 'backstage-plugin-infra-overview-common/secrets';
import { invalid } from './api/coded';

/** @throws InputError with code SECRET_IN_TEXT; it names the field and the rule, and repeats nothing */
export function refuseSecrets(field: string, text: string | undefined): void {
  const [found] = text === undefined ? [] : findSecrets(text);
  if (found === undefined) return;
  const { rule } = found;
  throw invalid(
    'SECRET_IN_TEXT',
    `${field}: this looks like a secret (${ruleWords(rule)}). Write where it is kept instead.`,
    { field, rule },
  );
}
