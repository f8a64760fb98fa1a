import type { ObservedItem } from 'backstage-plugin-infra-overview-common';
import { countOf, textOf, textsOf, type TerraformResource } from '../resource';
import { fieldsOf, itemOf, type Mapper } from './mapper';

// Names of resources that say nothing: what the module is called says more.
const NAMELESS = /^(?:this|main|default|instance|service|server|node|asg|ecs|ec2)$/;

export const compute: Mapper = resources => {
  const instances = resources.of('aws_instance');
  const groups = resources.of('aws_autoscaling_group');
  const services = resources.of('aws_ecs_service');
  if (instances.length + groups.length + services.length === 0) return {};
  const product = services.length === 0 ? 'ec2' : 'ecs';
  // Services run on instances of their own cluster, or on nobody's; hosts beside them are another product.
  const mixed = services.length > 0 && instances.length > 0;
  return {
    fields: fieldsOf({
      'hosting.platform': 'aws',
      'hosting.product': mixed ? undefined : product,
      'hosting.region': regionOf([
        ...instances.flatMap(instance => textOf(instance, 'availability_zone') ?? []),
        ...groups.flatMap(group => textsOf(group, 'availability_zones[]')),
      ]),
    }),
    items: [
      ...[...byProcess(instances)].map(([name, same]) => hostsItem(name, same)),
      // With services about, groups are what they run on.
      ...(services.length > 0 ? [] : groups.map(groupItem)),
      ...services.map(service =>
        itemOf('processes', processName(service), { instances: countOf(service, 'desired_count') }),
      ),
    ],
  };
};

/** Instances made by count or for_each are one process. */
function byProcess(
  instances: readonly TerraformResource[],
): ReadonlyMap<string, readonly TerraformResource[]> {
  const byName = new Map<string, TerraformResource[]>();
  for (const instance of instances) {
    const { key, ...unkeyed } = instance;
    const name = processName(unkeyed);
    const same = byName.get(name);
    if (same) same.push(instance);
    else byName.set(name, [instance]);
  }
  return byName;
}

function hostsItem(name: string, hosts: readonly TerraformResource[]): ObservedItem {
  return itemOf('processes', name, {
    instances: hosts.length,
    size: agreed(hosts.map(host => textOf(host, 'instance_type'))),
    zones: listOrNothing(hosts.flatMap(host => textOf(host, 'availability_zone') ?? [])),
  });
}

function groupItem(group: TerraformResource): ObservedItem {
  return itemOf('processes', processName(group), {
    instances: countOf(group, 'desired_capacity'),
    zones: listOrNothing(textsOf(group, 'availability_zones[]')),
    group: group.name,
    'observed.fewestInstances': countOf(group, 'min_size'),
    'observed.mostInstances': countOf(group, 'max_size'),
  });
}

/** The key of for_each, else the name in the code, else the nearest module with a name that says something. */
function processName({ name, module, key }: TerraformResource): string {
  if (typeof key === 'string') return key;
  if (!NAMELESS.test(name)) return name;
  const telling = module.filter(step => !NAMELESS.test(step.name)).at(-1);
  if (telling === undefined) return name;
  return typeof telling.key === 'string' ? telling.key : telling.name;
}

/** `eu-west-1` of zones `eu-west-1a` and `eu-west-1b`. */
function regionOf(zones: readonly string[]): string | undefined {
  return agreed(zones.map(zone => /^([a-z]{2}(?:-[a-z]+)+-\d+)[a-z]$/.exec(zone)?.[1]));
}

function agreed(values: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
}

function listOrNothing(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : [...new Set(values)].sort();
}
