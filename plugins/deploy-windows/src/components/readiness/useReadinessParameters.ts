import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

export type ReadinessParameter = 'environment' | 'check' | 'compare' | 'evidence';

/** Environment, opened check, comparison and filter live in the address: a view can be sent to somebody. Parameters of others stay. */
export function useReadinessParameters() {
  const [parameters, setParameters] = useSearchParams();
  const set = useCallback(
    (changes: { readonly [name in ReadinessParameter]?: string | undefined }) =>
      setParameters(current => changed(current, changes), { replace: true }),
    [setParameters],
  );
  /** The query of a link that changes one of them. */
  const query = (changes: { readonly [name in ReadinessParameter]?: string | undefined }) =>
    `?${changed(parameters, changes)}`;
  return {
    environment: parameters.get('environment') ?? undefined,
    check: parameters.get('check') ?? undefined,
    compare: parameters.get('compare') ?? undefined,
    evidence: parameters.get('evidence') === 'checked' ? ('checked' as const) : ('all' as const),
    set,
    query,
  };
}

function changed(
  current: URLSearchParams,
  changes: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  }
  return next;
}
