import { useApi } from '@backstage/core-plugin-api';
import type { FleetPage, FleetQuery, FleetRow } from 'backstage-plugin-infra-overview-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { infraOverviewApiRef } from '../../api/infraOverviewApiRef';

const PAGE_SIZE = 50;

export interface FleetState {
  readonly rows: readonly FleetRow[];
  readonly total?: number | undefined;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** False until the first answer, or the first failure. */
  readonly isAnswered: boolean;
  readonly error?: Error | undefined;
}

const NOTHING_YET: FleetState = { rows: [], hasMore: false, isLoading: true, isAnswered: false };

/** The rows that answer a question, page after page. A new question keeps the old rows on screen until its answer is there. */
export function useFleet(query: FleetQuery) {
  const api = useApi(infraOverviewApiRef);
  const [state, setState] = useState<FleetState>(NOTHING_YET);
  const cursor = useRef<string | undefined>(undefined);
  const running = useRef<AbortController | undefined>(undefined);

  const load = useCallback(
    async (from: string | undefined) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setState(before => ({ ...before, isLoading: true, error: undefined }));
      try {
        const question = {
          ...query,
          limit: PAGE_SIZE,
          ...(from !== undefined && { cursor: from }),
        };
        const page = await api.fleet(question, { signal: controller.signal });
        if (controller.signal.aborted) return;
        cursor.current = page.nextCursor;
        setState(before => answered(before, page, from !== undefined));
      } catch (error) {
        if (!controller.signal.aborted)
          setState(before => ({
            ...before,
            isLoading: false,
            isAnswered: true,
            error: error as Error,
          }));
      }
    },
    [api, query],
  );

  useEffect(() => {
    load(undefined);
    return () => running.current?.abort();
  }, [load]);

  return {
    ...state,
    more: useCallback(() => load(cursor.current), [load]),
    retry: useCallback(() => load(undefined), [load]),
  };
}

function answered(before: FleetState, page: FleetPage, isContinued: boolean): FleetState {
  return {
    rows: isContinued ? [...before.rows, ...page.rows] : page.rows,
    hasMore: page.hasMore,
    total: page.total,
    isLoading: false,
    isAnswered: true,
  };
}
