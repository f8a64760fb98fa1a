import type { CredentialLocation, InfraDocument } from '../../document';
import { alertsOf, describeTarget, reachesPerson, targetsOf } from '../alertRoutes';
import { activeItems, standingOf } from '../facts';
import { isOnePerson } from '../words/describeParty';
import { NOT_STATED } from '../words/emptiness';
import { counted, inWords, present } from '../words/sentence';
import { storeLabel } from '../words/wordLabels';
import { ranked } from './ranked';
import type { FleetRow, Ranked } from './row';

/** The best way an alert takes to somebody. */
export function alertColumn(document: InfraDocument): Ranked {
  const alerts = alertsOf(document);
  const { state, text } = standingOf(document.observability?.alerts);
  if (alerts.length === 0) {
    if (state === 'none') return ranked('nobody is told', 'bad');
    return state === 'not-needed' ? ranked(text, 'neutral') : ranked(NOT_STATED, 'unknown');
  }
  const targets = alerts.flatMap(targetsOf);
  const personal = targets.filter(target => reachesPerson(document, target));
  if (personal.length > 0) return ranked(inWords(present(personal.map(describeTarget))), 'good');
  if (targets.length > 0) return ranked(inWords(present(targets.map(describeTarget))), 'warning');
  const none = alerts.every(alert => standingOf(alert.targets).state === 'none');
  return none ? ranked('nobody is told', 'bad') : ranked(`who is told: ${NOT_STATED}`, 'unknown');
}

export function credentialColumn(document: InfraDocument): FleetRow['credentials'] {
  const locations = activeItems(document.credentialLocations);
  const stores = present(locations.map(({ store }) => store));
  const oneHolder = locations.filter(hasOneHolder).length;
  const count = locations.length;
  if (count === 0) {
    const { state, text } = standingOf(document.credentialLocations);
    return { words: state === 'stated' ? NOT_STATED : text, stores, count, oneHolder };
  }
  const places = stores.length === 0 ? `stores ${NOT_STATED}` : inWords(stores.map(storeLabel));
  const alone = oneHolder === 0 ? '' : `; ${oneHolder} with one holder`;
  return { words: `${counted(count, 'location')}: ${places}${alone}`, stores, count, oneHolder };
}

// When the one who holds it is away, nobody gets in.
function hasOneHolder({ store, access = [] }: CredentialLocation): boolean {
  const [only] = access;
  if (only === undefined) return store === 'person';
  return access.length === 1 && (isOnePerson(only) || store === 'person');
}
