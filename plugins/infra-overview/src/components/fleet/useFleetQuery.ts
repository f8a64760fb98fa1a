import type { FleetQuery } from 'backstage-plugin-infra-overview-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readFleetQuery, writeFleetQuery } from './fleetQueryInUrl';

export type FleetChange = { readonly [key in keyof FleetQuery]?: FleetQuery[key] | undefined };

/** The question of the fleet page lives in its address: it can be shared, and the back button undoes a filter. */
export function useFleetQuery() {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.toString();
  const query = useMemo(() => readFleetQuery(new URLSearchParams(text)), [text]);

  const ask = useCallback(
    (next: FleetQuery) => setParameters(before => writeFleetQuery(next, before)),
    [setParameters],
  );
  const change = useCallback(
    (part: FleetChange) =>
      setParameters(before => {
        const next = Object.entries({ ...readFleetQuery(before), ...part }).filter(
          ([, value]) => value !== undefined,
        );
        return writeFleetQuery(Object.fromEntries(next), before);
      }),
    [setParameters],
  );

  return { query, ask, change };
}
