import { stringifyLocationRef } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  findSecrets,
  refusalOf,
  type SecretFinding,
  type SecretPlace,
} from 'backstage-plugin-infra-overview-common/secrets';

/** A file as it is named in what is said about it. An address may hold a password itself. */
export function nameOf(location: LocationSpec): string {
  const ref = stringifyLocationRef(location);
  return findSecrets(ref).length === 0 ? ref : `a ${location.type} location`;
}

export function fileRefusal(location: LocationSpec, findings: readonly SecretFinding[]): string {
  return `${nameOf(location)}: ${refusalOf(findings)}`;
}

export function entityRefusal(entityRef: string, [first, ...more]: readonly SecretPlace[]): string {
  const others = more.length === 0 ? '' : ` So do ${more.length} more.`;
  return `${entityRef}: ${first?.path || 'a value'}: looks like a secret (rule ${first?.rule}).${others} The entity was not taken. Remove the value where it comes from, and change the secret.`;
}
