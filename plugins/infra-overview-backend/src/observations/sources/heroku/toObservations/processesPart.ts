import type { ObservedItem } from 'backstage-plugin-infra-overview-common';
import type { Formation } from '../allowList';
import { fieldsOf, NOTHING, type PartBody } from './part';

/** Types every app of some languages has, which never run for long: worth a line only when somebody scaled them up. */
const ONE_OFF = ['console', 'rake', 'release'];

export function processesPart(formation: readonly Formation[]): PartBody {
  const shown = formation.filter(({ type, quantity }) => quantity > 0 || !ONE_OFF.includes(type));
  const sizes = new Set(shown.filter(({ quantity }) => quantity > 0).map(({ size }) => size));
  const [plan] = sizes;
  return {
    ...NOTHING,
    // The plan of the app, where it has one plan.
    fields: fieldsOf({ 'hosting.plan': sizes.size === 1 ? plan : undefined }),
    items: shown.map(({ type, quantity, size }): ObservedItem => ({
      list: 'processes',
      name: type,
      fields: { instances: quantity, size },
      sees: ['instances', 'size'],
    })),
    complete: ['processes'],
  };
}
