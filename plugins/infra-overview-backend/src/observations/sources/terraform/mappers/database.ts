import type { ObservedItem } from 'backstage-plugin-infra-overview-common';
import { addressOf, countOf, flagOf, textOf, type TerraformResource } from '../resource';
import { itemOf, snapshotOf, type Mapper } from './mapper';

// One word for all of RDS, as documents have it; what kind it is stands in observed.engine.
const PRODUCT = 'aws-rds';

export const database: Mapper = resources => {
  const instances = resources.of('aws_db_instance');
  const replicas = instances.filter(isReplica);
  const primaries = instances.filter(instance => !isReplica(instance));
  const items = primaries.flatMap(primary =>
    instanceItems(primary, replicasOf(primary, primaries, replicas)),
  );
  for (const replica of replicas)
    if (!primaries.some(primary => sameEngine(primary, replica)))
      items.push(itemOf('addons', addressOf(replica), describe(replica)));
  return { items: [...items, ...resources.of('aws_rds_cluster').flatMap(clusterItems)] };
};

/** A replica names its primary in a way we do not read: with several primaries of one engine it is not known whose it is. */
function replicasOf(
  primary: TerraformResource,
  primaries: readonly TerraformResource[],
  replicas: readonly TerraformResource[],
): number | undefined {
  const mine = replicas.filter(replica => sameEngine(primary, replica)).length;
  if (mine === 0) return 0;
  return primaries.filter(other => sameEngine(other, primary)).length === 1 ? mine : undefined;
}

function instanceItems(
  instance: TerraformResource,
  replicas: number | undefined,
): readonly ObservedItem[] {
  const name = addressOf(instance);
  const days = countOf(instance, 'backup_retention_period');
  return [
    itemOf('addons', name, {
      ...describe(instance),
      ...availability(flagOf(instance, 'multi_az'), replicas),
      maintenanceWindow: inUtc(textOf(instance, 'maintenance_window')),
    }),
    ...snapshotOf(name, days, {
      'pitr.window': `P${days}D`,
      'observed.backupWindow': inUtc(textOf(instance, 'backup_window')),
    }),
  ];
}

function availability(multiZone: boolean | undefined, replicas: number | undefined) {
  const counted = replicas === 0 ? undefined : replicas;
  if (multiZone === true)
    return {
      'availability.redundancy': 'multi-zone',
      'availability.failover': 'automatic',
      'availability.replicas': counted,
    };
  if (counted !== undefined)
    return { 'availability.redundancy': 'replica', 'availability.replicas': counted };
  if (multiZone === false && replicas === 0)
    return { 'availability.redundancy': 'none', 'availability.failover': 'none' };
  return {};
}

function clusterItems(cluster: TerraformResource): readonly ObservedItem[] {
  const name = addressOf(cluster);
  const members = countOf(cluster, 'cluster_members');
  const days = countOf(cluster, 'backup_retention_period');
  const window = inUtc(textOf(cluster, 'preferred_backup_window'));
  // Aurora keeps copying changes; there is no daily run.
  const aurora = textOf(cluster, 'engine')?.startsWith('aurora') === true;
  return [
    itemOf('addons', name, { ...describe(cluster), ...clusterAvailability(members) }),
    ...snapshotOf(name, days, {
      'pitr.window': `P${days}D`,
      'observed.backupWindow': window,
    }).map(backup => (aurora ? continuous(backup) : backup)),
  ];
}

/** No members: it may run without servers, or they are in another state. */
function clusterAvailability(members: number | undefined) {
  if (members === undefined || members === 0) return {};
  if (members === 1) return { 'availability.redundancy': 'none', 'availability.instances': 1 };
  return {
    'availability.redundancy': 'replica',
    'availability.failover': 'automatic',
    'availability.instances': members,
    'availability.replicas': members - 1,
  };
}

function continuous(backup: ObservedItem): ObservedItem {
  if (backup.fields.method === 'none') return backup;
  const { frequency, ...fields } = backup.fields;
  return {
    ...backup,
    fields: { ...fields, method: 'continuous' },
    sees: backup.sees.filter(field => field !== 'frequency'),
  };
}

function describe(resource: TerraformResource) {
  const engine = [textOf(resource, 'engine'), textOf(resource, 'engine_version')];
  return {
    category: 'database',
    product: PRODUCT,
    plan: textOf(resource, 'instance_class'),
    'observed.engine': engine[0] === undefined ? undefined : engine.filter(Boolean).join(' '),
  };
}

function isReplica(instance: TerraformResource): boolean {
  return flagOf(instance, 'replicate_source_db') === true;
}

function sameEngine(one: TerraformResource, other: TerraformResource): boolean {
  return textOf(one, 'engine') === textOf(other, 'engine');
}

/** AWS writes its windows in UTC and does not say so. */
export function inUtc(window: string | undefined): string | undefined {
  return window === undefined ? undefined : `${window} UTC`;
}
