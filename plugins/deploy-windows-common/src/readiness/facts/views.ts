import {
  viewOf,
  type EffectiveInfra,
  type InfraView,
} from 'backstage-plugin-infra-overview-common';

/** A document as each of its environments sees it. */
export type Views = (environment: string) => InfraView;

/** Each environment is looked at once, however many subjects and facts ask for it. */
export function viewsOf(effective: EffectiveInfra): Views {
  const views = new Map<string, InfraView>();
  return environment => {
    const name = environment.toLowerCase();
    const known = views.get(name) ?? viewOf(effective, environment);
    views.set(name, known);
    return known;
  };
}
