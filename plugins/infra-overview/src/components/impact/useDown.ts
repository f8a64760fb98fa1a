import { useCallback } from 'react';
import { useLocation, useSearchParams, type To } from 'react-router-dom';

const PARAMETER = 'down';

/** What is thought to be down lives in the address, so that the answer can be sent to somebody. */
export function useDown() {
  const [parameters, setParameters] = useSearchParams();
  const setDown = useCallback(
    (path: string | undefined) =>
      setParameters(current => {
        const next = new URLSearchParams(current);
        if (path === undefined) next.delete(PARAMETER);
        else next.set(PARAMETER, path);
        return next;
      }),
    [setParameters],
  );
  return { down: parameters.get(PARAMETER) ?? undefined, setDown };
}

/** The answer for an element, with whatever was open beside the page closed. */
export function useDownHref(path: string): To {
  const parameters = new URLSearchParams(useLocation().search);
  parameters.delete('element');
  parameters.set(PARAMETER, path);
  return { search: `?${parameters}`, hash: '#impact' };
}
