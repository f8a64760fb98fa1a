import {
  credentialRefProblem,
  type CredentialStore,
  type ObservedItem,
} from 'backstage-plugin-infra-overview-common';
import { textOf, type TerraformResource } from '../resource';
import { itemOf, type Mapper } from './mapper';

const STORES: readonly (readonly [type: string, store: CredentialStore])[] = [
  ['aws_secretsmanager_secret', 'aws-secretsmanager'],
  ['aws_ssm_parameter', 'aws-ssm'],
  ['aws_iam_role', 'aws-iam'],
];

/** Places where credentials may lie, for authors to choose from; never what lies there. */
export const secretNames: Mapper = resources => ({
  items: STORES.flatMap(([type, store]) =>
    resources.of(type).flatMap(resource => suggestionOf(resource, store)),
  ),
});

function suggestionOf(
  resource: TerraformResource,
  store: CredentialStore,
): readonly ObservedItem[] {
  const ref = textOf(resource, 'arn');
  if (ref === undefined || credentialRefProblem(store, ref, undefined)) return [];
  const item = itemOf('credentialLocations', textOf(resource, 'name') ?? ref, {
    store,
    ref,
    delivery: store === 'aws-iam' ? 'assumed-role' : undefined,
  });
  return [{ ...item, sees: [], suggestion: true }];
}
