import { viewOf, type EffectiveInfra, type InfraView } from '../effective';

/** The view of each environment, worked out once, when it is first asked for. */
export type EnvironmentViews = (environment: string) => InfraView;

export function environmentViews(effective: EffectiveInfra): EnvironmentViews {
  const known = new Map<string, InfraView>();
  return environment => {
    const view = known.get(environment) ?? viewOf(effective, environment);
    known.set(environment, view);
    return view;
  };
}
