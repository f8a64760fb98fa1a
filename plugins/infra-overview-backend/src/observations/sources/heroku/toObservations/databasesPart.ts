import type { ObservedFields, ObservedItem } from 'backstage-plugin-infra-overview-common';
import type { Addon, DatabaseInfo } from '../allowList';
import { identityOf } from './addonsPart';
import { fieldsOf, NOTHING, type PartBody } from './part';

export interface SeenDatabase {
  readonly addon: Addon;
  readonly info: DatabaseInfo;
}

/** What takes over when a database fails. That there are no other add-ons is not said here. */
export function databasesPart(databases: readonly SeenDatabase[]): PartBody {
  return {
    ...NOTHING,
    items: databases.map(({ addon, info }): ObservedItem => ({
      list: 'addons',
      name: addon.name,
      fields: {
        ...identityOf(addon),
        ...availabilityOf(info),
        ...fieldsOf({ maintenanceWindow: info.pairs.get('Maintenance window') }),
      },
      sees: ['availability.redundancy', 'availability.replicas'],
      deepLink: `https://data.heroku.com/datastores/${addon.id}`,
    })),
  };
}

function availabilityOf({ pairs, followers }: DatabaseInfo): ObservedFields {
  const standby = pairs.get('HA Status');
  const replicas = followers + (standby === undefined ? 0 : 1);
  if (standby === undefined && followers === 0) {
    return { 'availability.redundancy': 'none', 'availability.failover': 'none' };
  }
  return fieldsOf({
    'availability.redundancy': 'replica',
    'availability.replicas': replicas,
    'availability.failover': failoverOf(standby),
  });
}

/** A follower is promoted by a person. A standby that is not there at the moment leaves it open. */
function failoverOf(standby: string | undefined): string | undefined {
  if (standby === undefined) return 'manual';
  return standby.toLowerCase() === 'available' ? 'automatic' : undefined;
}
