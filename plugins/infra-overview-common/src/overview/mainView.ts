import { environmentNames, viewOf, type EffectiveInfra, type InfraView } from '../effective';

/** What a reader sees first: production, else the environment nearest to it, else what holds everywhere. */
export function mainView(effective: EffectiveInfra): InfraView {
  return viewOf(effective, environmentNames(effective)[0] ?? 'everywhere');
}
