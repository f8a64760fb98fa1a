import type {
  CredentialLocation,
  InfraDocument,
  Monitor,
} from 'backstage-plugin-infra-overview-common';
import type { Fact, FactItem } from './fact';
import { factItem, listFact } from './lists';
import { partiesFact, partyFact } from './peopleFacts';
import { Said } from './said';
import { addonById } from './sinkFacts';
import type { Surroundings } from './surroundings';
import { distinct, notStated, otherFact, valueFact } from './values';

/** Where logins are kept and who holds them; never a value. */
export function credentialFacts(around: Surroundings) {
  const { document } = around;
  return {
    credentials: listFact(document.at('credentialLocations'), credential =>
      credentialItem(credential, around),
    ),
    danglingCredentials: dangling(document),
  };
}

function credentialItem(credential: Said<CredentialLocation>, around: Surroundings): FactItem {
  return factItem(credential, credential.value?.id ?? '', {
    id: valueFact(credential.at('id')),
    store: valueFact(credential.at('store')),
    holder: partyFact(credential.at('holder'), around),
    access: partiesFact(credential.at('access'), around),
    delivery: valueFact(credential.at('delivery')),
  });
}

/** Ids that add-ons name and nobody describes. */
function dangling(document: Said<InfraDocument>): Fact {
  const addons = document.at('addons');
  if (addons.value === undefined) return otherFact(addons);
  const described = new Set(document.at('credentialLocations').items.map(({ value }) => value?.id));
  const named = addons.items.flatMap(({ value }) => value?.credentials ?? []);
  const values = distinct(named.filter(id => !described.has(id)));
  return { state: 'texts', values, origin: addons.origin };
}

/** Who can sign in where a monitor runs: the people with access to the credentials of its add-on. */
export function loginHolders(monitor: Said<Monitor>, around: Surroundings): Fact {
  const addonId = monitor.at('addon');
  if (addonId.value === undefined) return otherFact(addonId);
  const addon = addonById(around.document, addonId.value);
  const named = addon.at('credentials');
  const credentials = around.document.at('credentialLocations');
  const applying = credentials.items.filter(
    ({ value }) =>
      value !== undefined &&
      (named.value?.includes(value.id) === true ||
        value.appliesTo?.includes(addonId.value ?? '') === true),
  );
  const [first] = applying;
  if (first === undefined) {
    const [missing] = named.value ?? [];
    if (missing !== undefined) return notStated(`credentialLocations[${missing}].access`);
    return named.value === undefined
      ? otherFact(named)
      : { state: 'list', items: [], origin: named.origin };
  }
  const stating = applying.filter(credential => credential.at('access').value !== undefined);
  const [speaker] = stating;
  if (speaker === undefined) return otherFact(first.at('access'));
  const items = stating.flatMap(credential => {
    const access = partiesFact(credential.at('access'), around);
    return access.state === 'list' ? access.items : [];
  });
  return { state: 'list', items, origin: speaker.at('access').origin };
}
