import { itemsOf } from '../../document';
import type { EffectiveInfra } from '../../effective';
import { environmentNames, viewOf } from '../../effective';
import { environmentOf } from '../environmentOf';
import { resourceName } from '../failure/resourceName';
import { activeItems, statedBlock } from '../facts';
import type { OverviewEntity } from '../overview';
import type { FleetTerm, FleetTermKind } from './row';

/** Words the fleet search finds a project by: "which project serves x.example?", "who uses New Relic?". */
export function fleetTerms(
  entity: OverviewEntity,
  effective: EffectiveInfra | undefined,
): readonly FleetTerm[] {
  const terms = new Map<string, FleetTerm>();
  const add = (kind: FleetTermKind, ...words: readonly (string | undefined)[]) => {
    for (const word of words) {
      const term = word?.trim().toLocaleLowerCase('en-US');
      if (term) terms.set(`${kind} ${term}`, { kind, term });
    }
  };
  add('title', entity.title, entity.name);
  if (effective !== undefined) addDocument(effective, add);
  return [...terms.values()];
}

function addDocument(
  effective: EffectiveInfra,
  add: (kind: FleetTermKind, ...words: readonly (string | undefined)[]) => void,
): void {
  const { document } = effective;
  const addResource = (ref: string | undefined) =>
    add('resource', ref === undefined ? undefined : resourceName(ref));
  for (const name of environmentNames(effective)) {
    const environment = environmentOf(viewOf(effective, name));
    add('platform', environment?.hosting?.platform);
    add('app', environment?.hosting?.app);
    addResource(environment?.hosting?.resourceRef);
    add('host', hostOf(environment?.url));
  }
  for (const { host, dns } of activeItems(document.domains)) {
    add('host', host);
    add('provider', dns?.provider);
  }
  for (const { product, id, resourceRef } of activeItems(document.addons)) {
    add('product', product ?? id);
    addResource(resourceRef);
  }
  for (const { provider, resourceRef } of activeItems(document.accounts)) {
    add('provider', provider);
    addResource(resourceRef);
  }
  for (const { provider } of activeItems(document.observability?.channels))
    add('provider', provider);
  for (const { store } of activeItems(document.credentialLocations)) add('store', store);
  for (const environment of itemsOf(document.environments))
    add('provider', statedBlock(environment.infrastructureAsCode)?.tool);
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : /^https:\/\/([^/?#:]+)/i.exec(url)?.[1];
}
