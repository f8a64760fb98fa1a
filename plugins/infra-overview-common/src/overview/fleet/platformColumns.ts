import { environmentNames, stageOf, viewOf, type EffectiveInfra } from '../../effective';
import { environmentOf } from '../environmentOf';
import { platformStanding } from '../platformStanding';
import { productName } from '../words/productName';
import type { FleetEnvironment, FleetPlatform, PlatformStanding } from './row';

const ORDER: readonly PlatformStanding[] = [
  'prohibited',
  'legacy',
  'not stated',
  'allowed',
  'preferred',
];

export function environmentColumn(effective: EffectiveInfra): readonly FleetEnvironment[] {
  return environmentNames(effective).map(name => {
    const environment = environmentOf(viewOf(effective, name));
    return { name, stage: environment === undefined ? 'other' : stageOf(environment).stage };
  });
}

/** Platforms of all environments, the one with the worst standing first. */
export function platformColumn(effective: EffectiveInfra): readonly FleetPlatform[] {
  const standings = new Map<string, PlatformStanding>();
  for (const name of environmentNames(effective)) {
    const view = viewOf(effective, name);
    const platform = environmentOf(view)?.hosting?.platform;
    if (platform !== undefined)
      standings.set(platform, platformStanding(view.document, platform).standing);
  }
  const platforms = [...standings].map(([id, standing]) => ({ name: productName(id), standing }));
  return platforms.sort(
    (a, b) =>
      ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || a.name.localeCompare(b.name, 'en'),
  );
}

/** Where no platform is stated, nothing is known of its standing either. */
export function platformRank(platforms: readonly FleetPlatform[]): number {
  return ORDER.indexOf(platforms[0]?.standing ?? 'not stated');
}
