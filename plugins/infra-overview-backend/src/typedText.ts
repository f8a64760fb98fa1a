import { InputError } from '@backstage/errors';
import { findSecrets } from 'backstage-plugin-infra-overview-common/secrets';

// PostgreSQL stores no NUL, and no other control character belongs into a sentence.
const CONTROL = /[^\P{Cc}\t\r\n]/u;

/**
 * Everything a person types goes through here before it is stored or repeated.
 *
 * @throws InputError that names the field and the rule, and repeats nothing
 */
export function refuseUnsafe(field: string, text: string | undefined): void {
  if (text === undefined) return;
  if (CONTROL.test(text)) throw new InputError(`${field}: control characters cannot be stored`);
  const [found] = findSecrets(text);
  if (found)
    throw new InputError(
      `${field}: this looks like a secret (rule ${found.rule}). Nothing was stored. Write where it is kept instead.`,
    );
}
