import type { ObservedItem } from 'backstage-plugin-infra-overview-common';
import { addressOf, countOf, flagOf, textOf, type TerraformResource } from '../resource';
import { itemOf, snapshotOf, type Mapper } from './mapper';

export const cache: Mapper = resources => ({
  items: [
    ...resources.of('aws_elasticache_cluster').flatMap(clusterItems),
    ...resources.of('aws_elasticache_replication_group').flatMap(groupItems),
  ],
});

function clusterItems(cluster: TerraformResource): readonly ObservedItem[] {
  return [
    itemOf('addons', addressOf(cluster), {
      ...describe(cluster),
      // Nodes of such a cluster hold different things: none takes over for another.
      'availability.redundancy': 'none',
      'availability.failover': 'none',
      'availability.instances': countOf(cluster, 'num_cache_nodes'),
    }),
    ...backups(cluster),
  ];
}

function groupItems(group: TerraformResource): readonly ObservedItem[] {
  const nodes = countOf(group, 'num_cache_nodes');
  const automatic = flagOf(group, 'automatic_failover_enabled') === true;
  return [
    itemOf('addons', addressOf(group), {
      ...describe(group),
      // Without it there may be replicas all the same, which somebody would have to promote.
      ...(automatic && {
        'availability.redundancy': 'replica',
        'availability.failover': 'automatic',
      }),
      'availability.instances': nodes,
    }),
    ...backups(group),
  ];
}

function backups(resource: TerraformResource): readonly ObservedItem[] {
  // Memcached has no snapshots to switch on.
  if (textOf(resource, 'engine') === 'memcached') return [];
  return snapshotOf(addressOf(resource), countOf(resource, 'snapshot_retention_limit'));
}

function describe(resource: TerraformResource) {
  return {
    category: 'cache',
    product: 'aws-elasticache',
    plan: textOf(resource, 'node_type'),
    'observed.engine': textOf(resource, 'engine'),
  };
}
