import type { Addon } from 'backstage-plugin-infra-overview-common';
import { backupsOf } from './backupFacts';
import type { Fact } from './fact';
import { factItem, listFact } from './lists';
import type { Said } from './said';
import type { Surroundings } from './surroundings';
import { otherFact, valueFact } from './values';

const STORES: ReadonlySet<string | undefined> = new Set([
  'database',
  'cache',
  'search',
  'queue',
  'storage',
]);

/** What keeps data, with the copies that are made of it. */
export function storeFacts(around: Surroundings) {
  const addons = around.document.at('addons');
  return {
    stores: listFact(addons, addon => {
      if (!isStore(addon.value)) return [];
      const keeper = keeperOf(addon, addons.items);
      return factItem(addon, addon.value?.id ?? '', {
        id: valueFact(addon.at('id')),
        volatile: valueFact(addon.at('volatile')),
        redundancy: redundancy(keeper),
        backups: backupsOf(keeper.value?.id ?? '', around),
      });
    }),
  };
}

export function isStore(addon: Addon | undefined): boolean {
  return STORES.has(addon?.category) || addon?.volatile === true;
}

const DEEPEST = 5;

/** Data kept in another store is as safe as that store. */
function keeperOf(addon: Said<Addon>, addons: readonly Said<Addon>[]): Said<Addon> {
  let keeper = addon;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const storedIn = keeper.value?.storedIn;
    const next = addons.find(({ value }) => storedIn !== undefined && value?.id === storedIn);
    if (next === undefined) return keeper;
    keeper = next;
  }
  return keeper;
}

/** As stated; else what number and failover of instances say. */
function redundancy(addon: Said<Addon>): Fact {
  const availability = addon.at('availability');
  const stated = availability.at('redundancy');
  if (stated.state !== 'not-stated') return valueFact(stated);
  const failover = availability.at('failover');
  if (failover.state === 'none') return { state: 'none', origin: failover.origin };
  const instances = availability.at('instances');
  if (instances.value === 1) return { state: 'none', origin: instances.origin };
  const replicas = availability.at('replicas');
  if ((replicas.value ?? 0) >= 1) {
    return { state: 'stated', value: 'replica', origin: replicas.origin };
  }
  return otherFact(stated);
}
