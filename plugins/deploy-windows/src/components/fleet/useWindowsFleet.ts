import { useApi } from '@backstage/core-plugin-api';
import type { WindowsFleet } from 'backstage-plugin-deploy-windows-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { deployWindowsApiRef } from '../../api';
import { useLive } from '../../live/useLive';
import { reader } from '../../time/reader';
import type { CalendarQuery } from './fleetQueryInUrl';

const PAGE = 100;
const DAYS = { week: 7, month: 28 };

export interface CalendarState {
  /** The last answer; kept on screen while the next one is asked for. */
  readonly fleet?: WindowsFleet;
  readonly isLoading: boolean;
  readonly error?: Error;
}

/** One request a page of 100 rows, whatever they are; asked again by itself when something changes. */
export function useWindowsFleet(query: CalendarQuery) {
  const api = useApi(deployWindowsApiRef);
  const [state, setState] = useState<CalendarState>({ isLoading: true });
  const running = useRef<AbortController | undefined>(undefined);
  const pages = useRef(1);

  const load = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { view, ...filters } = query;
    const asked = {
      ...filters,
      days: DAYS[view],
      limit: PAGE,
      zone: reader.zone,
      locale: reader.locale,
    };
    setState(before => ({ ...before, isLoading: true }));
    try {
      let fleet = await api.fleet(asked, { signal: controller.signal });
      for (let page = 1; page < pages.current && fleet.nextCursor !== undefined; page += 1) {
        const next = await api.fleet(
          { ...asked, cursor: fleet.nextCursor },
          { signal: controller.signal },
        );
        fleet = { ...next, rows: [...fleet.rows, ...next.rows], today: fleet.today };
      }
      if (!controller.signal.aborted) setState({ fleet, isLoading: false });
    } catch (error) {
      if (controller.signal.aborted) return;
      setState(before => ({ ...before, isLoading: false, error: error as Error }));
    }
  }, [api, query]);

  useEffect(() => {
    pages.current = 1;
    load();
    return () => running.current?.abort();
  }, [load]);
  useLive(load);

  const more = useCallback(() => {
    pages.current += 1;
    return load();
  }, [load]);
  return { ...state, retry: load, more };
}
