import { textOf, textsOf, type TerraformResource } from '../resource';
import { plainHost } from './host';
import { itemOf, type Mapper } from './mapper';
import type { ResourceSet } from './resourceSet';

const ADDRESS_RECORDS = new Set(['A', 'AAAA', 'CNAME']);

export const dns: Mapper = resources => ({
  items: zoneNames(resources).map(zone =>
    itemOf('addons', zone, { category: 'dns', product: 'aws-route53' }),
  ),
});

/** Names that answer with an address, and the names they are aliases of. */
export function aliasesByHost(resources: ResourceSet): ReadonlyMap<string, ReadonlySet<string>> {
  const zones = zoneNames(resources);
  const hosts = new Map<string, Set<string>>();
  for (const record of resources.of('aws_route53_record')) {
    const host = recordHost(record, zones);
    if (host === undefined) continue;
    const targets = hosts.get(host) ?? new Set();
    hosts.set(host, targets);
    for (const target of textsOf(record, 'alias[].name')) targets.add(plainHost(target));
  }
  return hosts;
}

function zoneNames(resources: ResourceSet): readonly string[] {
  const names = resources.of('aws_route53_zone').flatMap(zone => textOf(zone, 'name') ?? []);
  return [...new Set(names.map(plainHost))];
}

/** Undefined for what is no name of a service: validation and mail records, and short names whose zone is not known. */
function recordHost(record: TerraformResource, zones: readonly string[]): string | undefined {
  const type = textOf(record, 'type');
  const name = textOf(record, 'name');
  if (name === undefined || type === undefined || !ADDRESS_RECORDS.has(type)) return undefined;
  const host = plainHost(textOf(record, 'fqdn') ?? name);
  if (host.startsWith('_') || host.includes('._')) return undefined;
  if (zones.some(zone => host === zone || host.endsWith(`.${zone}`))) return host;
  if (host.includes('.')) return host;
  const [zone, ...others] = zones;
  return zone === undefined || others.length > 0 ? undefined : `${host}.${zone}`;
}
