import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

export type TabParameter = 'environment' | 'zone' | 'view';

/** Environment, zone and the look of the timeline live in the address: a view can be sent to somebody. Parameters of others stay. */
export function useTabParameters() {
  const [parameters, setParameters] = useSearchParams();
  const set = useCallback(
    (name: TabParameter, value: string | undefined) =>
      setParameters(
        current => {
          const next = new URLSearchParams(current);
          if (value === undefined) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return {
    environment: parameters.get('environment') ?? undefined,
    zone: parameters.get('zone') === 'yours' ? ('yours' as const) : ('project' as const),
    view: parameters.get('view') === 'table' ? ('table' as const) : ('picture' as const),
    set,
  };
}
