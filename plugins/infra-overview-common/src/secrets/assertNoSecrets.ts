import type { JsonValue } from '@backstage/types';
import { findSecrets } from './findSecrets';
import { refusalOf } from './refusalOf';
import { SecretFoundError } from './SecretFoundError';
import { secretsInValue } from './secretsInValue';

/**
 * @param content the text of a file, or a parsed value
 * @param where what it is the content of, such as a file or a field; repeated in the message
 * @throws SecretFoundError naming rule and line, or rule and path
 */
export function assertNoSecrets(content: JsonValue, where: string): void {
  const found = typeof content === 'string' ? findSecrets(content) : secretsInValue(content);
  const [first] = found;
  if (first === undefined) return;
  const { rule, ...place } = first;
  throw new SecretFoundError(`${where}: ${refusalOf(found)}`, rule, { where, ...place });
}
