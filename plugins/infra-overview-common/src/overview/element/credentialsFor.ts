import type { Addon, CredentialLocation } from '../../document';
import type { InfraView } from '../../effective';
import { addonById } from '../databases';
import { environmentOf } from '../environmentOf';
import { activeItems } from '../facts';
import { describeParties } from '../words/describeParty';
import { NOT_STATED } from '../words/emptiness';
import { present } from '../words/sentence';
import { storeLabel } from '../words/wordLabels';
import type { Mention } from './elementDetail';

/** Where the credentials of an element lie. Names and places only: the document has no room for values. */
export function credentialsFor(view: InfraView, paths: readonly string[]): readonly Mention[] {
  return activeItems(view.document.credentialLocations)
    .filter(location => paths.some(path => isFor(view, location, path)))
    .map(location => ({
      path: `credentialLocations[${location.id}]`,
      title: location.what ?? location.id,
      text: describeLocation(location),
    }));
}

/** '1Password; noipm-core-team can read it; reaches the process as assumed role'. */
export function describeLocation({ store, holder, access = [], ref }: CredentialLocation): string {
  const place = present([store === undefined ? undefined : storeLabel(store), holder]).join(
    ', held by ',
  );
  return present([
    place === '' ? `store ${NOT_STATED}` : place,
    ref,
    access.length > 0 ? `${describeParties(access)} can read it` : `who can read it: ${NOT_STATED}`,
  ]).join('; ');
}

function isFor(view: InfraView, location: CredentialLocation, path: string): boolean {
  const { appliesTo = [] } = location;
  const platform = environmentOf(view)?.hosting?.platform;
  const environmentPath = `environments[${view.environment}]`;
  if (path === environmentPath || path.startsWith(`${environmentPath}.processes[`)) {
    return (
      appliesTo.includes(`environment:${view.environment}`) ||
      (platform !== undefined && appliesTo.includes(`platform:${platform}`))
    );
  }
  const platformId = /^platforms\[(.+)\]$/.exec(path)?.[1];
  if (platformId !== undefined) return appliesTo.includes(`platform:${platformId}`);
  const addon = addonById(view.document, /^addons\[(.+)\]$/.exec(path)?.[1]);
  return addon !== undefined && isForAddon(location, addon);
}

function isForAddon({ id, appliesTo = [] }: CredentialLocation, addon: Addon): boolean {
  if (addon.credentials?.includes(id) || appliesTo.includes(addon.id)) return true;
  // The admin account of a platform opens what the platform sells: heroku-postgresql is Heroku's.
  return appliesTo.some(target => {
    const platform = /^platform:(.+)$/.exec(target)?.[1];
    return (
      platform !== undefined &&
      (addon.product === platform || addon.product?.startsWith(`${platform}-`) === true)
    );
  });
}
