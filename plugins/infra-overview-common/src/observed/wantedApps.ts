import { itemsOf } from '../document';
import { environmentNames, viewOf, type EffectiveInfra } from '../effective';

/** An app that a document names, which a source of its platform should look at. */
export interface WantedApp {
  /** Lower case: `heroku`. */
  readonly platform: string;
  readonly app: string;
  readonly environment: string;
}

/** Every `hosting.app` whose platform is known, be it stated or filled in. Environments the project refuses are left out. */
export function wantedApps(effective: EffectiveInfra): readonly WantedApp[] {
  const wanted: WantedApp[] = [];
  const declared = itemsOf(effective.document.environments);
  for (const environment of environmentNames(effective)) {
    const stated = declared.find(({ name }) => name === environment)?.hosting;
    // A platform may be filled in; the name of an app is a project's own and never is.
    if (stated?.app === undefined || stated.app.trim() === '') continue;
    const platform = stated.platform ?? filledPlatform(effective, environment);
    if (platform === undefined) continue;
    wanted.push({ platform: platform.toLowerCase(), app: stated.app.trim(), environment });
  }
  return wanted;
}

function filledPlatform(effective: EffectiveInfra, environment: string): string | undefined {
  return itemsOf(viewOf(effective, environment).document.environments)[0]?.hosting?.platform;
}
