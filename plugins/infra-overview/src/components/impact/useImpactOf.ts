import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const PARAMETER = 'impact';

/** The shared thing that is asked about, in the address of the fleet. */
export function useImpactOf() {
  const [parameters, setParameters] = useSearchParams();
  const ask = useCallback(
    (of: string | undefined) =>
      setParameters(current => {
        const next = new URLSearchParams(current);
        if (of === undefined) next.delete(PARAMETER);
        else next.set(PARAMETER, of);
        return next;
      }),
    [setParameters],
  );
  return { of: parameters.get(PARAMETER) ?? undefined, ask };
}
