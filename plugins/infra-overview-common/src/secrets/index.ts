/**
 * What looks like a secret, by rule and place. Not for browsers.
 *
 * @packageDocumentation
 */
export { assertNoSecrets } from './assertNoSecrets';
export { readExcuse, unexcused, type Excuse } from './excuses';
export { findSecrets, type SecretFinding } from './findSecrets';
export { refusalOf } from './refusalOf';
export { ruleWords } from './ruleWords';
export { SecretFoundError } from './SecretFoundError';
export { secretsInValue, type SecretPlace } from './secretsInValue';
