import type { ObservedItem } from 'backstage-plugin-infra-overview-common';
import { addressOf, listOf, textOf, textsOf, type TerraformResource } from '../resource';
import { itemOf, type Mapper } from './mapper';

export const storage: Mapper = resources => {
  const separate = new Map<string, boolean>();
  for (const resource of resources.of('aws_s3_bucket_versioning')) {
    const bucket = textOf(resource, 'bucket');
    const [status] = textsOf(resource, 'versioning_configuration[].status');
    if (bucket !== undefined && status !== undefined) separate.set(bucket, status === 'Enabled');
  }
  return { items: resources.of('aws_s3_bucket').flatMap(bucket => bucketItems(bucket, separate)) };
};

function bucketItems(
  resource: TerraformResource,
  separate: ReadonlyMap<string, boolean>,
): readonly ObservedItem[] {
  const bucket = textOf(resource, 'bucket');
  const name = bucket ?? addressOf(resource);
  const [own] = listOf(resource, 'versioning[].enabled');
  const versioned = (bucket === undefined ? undefined : separate.get(bucket)) ?? own;
  return [
    itemOf('addons', name, { category: 'storage', product: 'aws-s3' }),
    ...(versioned === undefined
      ? []
      : [itemOf('backups', name, { of: name, method: versioned ? 'versioning' : 'none' })]),
  ];
}
