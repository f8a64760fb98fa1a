import { viewOf, type Environment, type InfraView } from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { useView } from '../../overview/context';
import { shownItems, type Shown } from '../shared';

export interface EnvironmentView {
  readonly view: InfraView;
  readonly environment: Shown<Environment>;
}

/** Every environment as it is in the end, with defaults filled in. Production first. */
export function useEnvironmentViews(): readonly EnvironmentView[] {
  const { effective, environments } = useView();
  return useMemo(
    () =>
      environments.flatMap(name => {
        const view = viewOf(effective, name);
        const [environment] = shownItems(view.document.environments, 'environments', view.origins);
        return environment === undefined ? [] : [{ view, environment }];
      }),
    [effective, environments],
  );
}
