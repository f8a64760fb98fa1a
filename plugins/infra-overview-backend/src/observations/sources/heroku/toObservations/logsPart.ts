import type { Addon, LogDrain } from '../allowList';
import { NOTHING, type PartBody } from './part';

/** Where the log flows. Drains to an address are not named: the address may hold a password. */
export function logsPart(drains: readonly LogDrain[], addons: readonly Addon[]): PartBody {
  const productOf = new Map(addons.map(addon => [addon.id, addon.addon_service.name]));
  const products = drains.flatMap(({ addon }) => productOf.get(addon?.id ?? '') ?? []);
  const to = [...new Set(products)].sort();
  return {
    ...NOTHING,
    items:
      to.length === 0
        ? []
        : [{ list: 'observability.logs', name: 'log drains', fields: { to }, sees: [] }],
  };
}
