import type { InfraDocument, Platform } from '../document';
import { activeItems } from './facts';
import type { PlatformStanding } from './fleet/row';

export interface PlatformVerdict {
  readonly standing: PlatformStanding;
  readonly platform?: Platform;
}

/** What the standard says of a platform; `*` in its list speaks of every platform it does not name. */
export function platformStanding(document: InfraDocument, name: string): PlatformVerdict {
  const platforms = activeItems(document.platforms);
  const same = (id: string) => id.toLocaleLowerCase('en-US') === name.toLocaleLowerCase('en-US');
  // The nearest document comes first; the organisation's own word is the last one.
  const platform =
    platforms.findLast(item => same(item.id)) ?? platforms.findLast(item => item.id === '*');
  if (platform === undefined) return { standing: 'not stated' };
  return { standing: platform.status ?? 'not stated', platform };
}
