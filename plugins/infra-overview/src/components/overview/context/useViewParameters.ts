import type { Role } from 'backstage-plugin-infra-overview-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const ROLES: readonly Role[] = ['engineer', 'newcomer', 'manager'];

export type ViewParameter = 'environment' | 'role' | 'element';

/** Role, environment and element live in the address, so that a view can be sent to somebody. Parameters of others stay. */
export function useViewParameters() {
  const [parameters, setParameters] = useSearchParams();

  const set = useCallback(
    (name: ViewParameter, value: string | undefined) =>
      setParameters(current => changed(current, name, value)),
    [setParameters],
  );
  const hrefWith = useCallback(
    (name: ViewParameter, value: string) => `?${changed(parameters, name, value)}`,
    [parameters],
  );
  return {
    environment: parameters.get('environment') ?? undefined,
    role: ROLES.find(role => role === parameters.get('role')) ?? 'engineer',
    element: parameters.get('element') ?? undefined,
    set,
    hrefWith,
  };
}

function changed(
  current: URLSearchParams,
  name: ViewParameter,
  value: string | undefined,
): URLSearchParams {
  const next = new URLSearchParams(current);
  if (value === undefined) next.delete(name);
  else next.set(name, value);
  return next;
}
