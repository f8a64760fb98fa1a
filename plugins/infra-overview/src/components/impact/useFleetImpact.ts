import { useApi } from '@backstage/core-plugin-api';
import type { FleetImpact } from 'backstage-plugin-infra-overview-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { infraOverviewApiRef } from '../../api/infraOverviewApiRef';

export interface ImpactState {
  /** All pages so far. */
  readonly impact?: FleetImpact | undefined;
  readonly isLoading: boolean;
  readonly error?: Error | undefined;
}

/** The projects that one failure reaches, page after page. The answer to another question is never shown. */
export function useFleetImpact(of: string) {
  const api = useApi(infraOverviewApiRef);
  const [state, setState] = useState<ImpactState>({ isLoading: true });
  const running = useRef<AbortController | undefined>(undefined);

  const load = useCallback(
    async (before: FleetImpact | undefined) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setState({ impact: before, isLoading: true });
      try {
        const cursor = before?.nextCursor;
        const page = await api.fleetImpact(
          { of, ...(cursor !== undefined && { cursor }) },
          { signal: controller.signal },
        );
        if (!controller.signal.aborted)
          setState({ impact: joined(before, page), isLoading: false });
      } catch (error) {
        if (!controller.signal.aborted)
          setState({ impact: before, isLoading: false, error: error as Error });
      }
    },
    [api, of],
  );

  useEffect(() => {
    load(undefined);
    return () => running.current?.abort();
  }, [load]);

  const { impact } = state;
  return { ...state, more: useCallback(() => load(impact), [load, impact]) };
}

function joined(before: FleetImpact | undefined, page: FleetImpact): FleetImpact {
  if (before === undefined) return page;
  return {
    ...page,
    affected: [...before.affected, ...page.affected],
    tell: [...new Set([...before.tell, ...page.tell])],
  };
}
