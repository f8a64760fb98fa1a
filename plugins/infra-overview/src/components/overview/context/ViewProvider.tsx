import {
  environmentNames,
  sectionsFor,
  viewOf,
  type DocumentUse,
  type EffectiveInfra,
  type InfraView,
  type Instant,
  type Overview,
} from 'backstage-plugin-infra-overview-common';
import { useMemo, type ReactNode } from 'react';
import { useViewParameters } from './useViewParameters';
import { ViewContext, type PageView } from './ViewContext';

export interface ViewProviderProps {
  readonly overview: Overview;
  readonly effective: EffectiveInfra;
  readonly now: Instant;
  readonly children: ReactNode;
}

/** Computes the view of the chosen environment once for everything below. */
export const ViewProvider = ({ overview, effective, now, children }: ViewProviderProps) => {
  const { environment: asked, role, element, set, hrefWith } = useViewParameters();
  const environments = useMemo(() => environmentNames(effective), [effective]);
  const environment = environments.find(name => name === asked) ?? environments[0] ?? '';
  const use: DocumentUse =
    overview.entity.kind.toLocaleLowerCase('en-US') === 'domain' ? 'standard' : 'project';
  const view = useMemo(() => viewFor(effective, environment, use), [effective, environment, use]);

  const value = useMemo<PageView>(
    () => ({
      overview,
      effective,
      view,
      environments,
      environment,
      use,
      setEnvironment: name => set('environment', name),
      role,
      setRole: next => set('role', next),
      sections: sectionsFor(view.document, role, use),
      now,
      element,
      openElement: path => set('element', path),
      closeElement: () => set('element', undefined),
      elementHref: path => hrefWith('element', path),
    }),
    [overview, effective, view, environments, environment, use, role, now, element, set, hrefWith],
  );
  return <ViewContext.Provider value={value}>{children}</ViewContext.Provider>;
};

/** A standard is shown as it is written: what it says of stages holds for the projects in it, not for an environment of its own. */
function viewFor(effective: EffectiveInfra, environment: string, use: DocumentUse): InfraView {
  if (environment !== '') return viewOf(effective, environment);
  if (use === 'project') return viewOf(effective, 'everywhere');
  return { environment, document: effective.document, origins: effective.origins };
}
