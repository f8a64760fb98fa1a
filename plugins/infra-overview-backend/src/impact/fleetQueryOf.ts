import { InputError } from '@backstage/errors';
import {
  resourceName,
  sharedThing,
  sharedTitle,
  type FleetQuery,
} from 'backstage-plugin-infra-overview-common';

const KINDS = ['platform', 'product', 'provider', 'resource', 'store'] as const;

/** Which projects name a shared thing. */
export function fleetQueryOf(of: string): { readonly title: string; readonly query: FleetQuery } {
  const shared = sharedThing(of);
  const kind = KINDS.find(known => known === shared?.kind);
  if (shared === undefined || kind === undefined || shared.name === '')
    throw new InputError(
      `of: write ${KINDS.map(known => `${known}:…`).join(', ')}, such as platform:heroku`,
    );
  const value = kind === 'resource' ? resourceName(shared.name) : shared.name;
  return { title: sharedTitle(of), query: { [kind]: value } };
}
