import { useApi } from '@backstage/frontend-plugin-api';
import type { Overview } from 'backstage-plugin-infra-overview-common';
import { useCallback, useEffect, useState } from 'react';
import { infraOverviewApiRef } from '../../api';

export type Asked =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error; readonly retry: () => void }
  | { readonly state: 'answered'; readonly overview: Overview };

type Settled =
  | { readonly key: string; readonly error: Error }
  | { readonly key: string; readonly overview: Overview };

/** Everything about one entity, in one request. Asked again only for another entity, or on retry. */
export function useOverview(entityRef: string): Asked {
  const api = useApi(infraOverviewApiRef);
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<Settled>();
  const key = `${entityRef} ${attempt}`;

  useEffect(() => {
    const abort = new AbortController();
    const settle = (next: Settled) => {
      if (!abort.signal.aborted) setSettled(next);
    };
    api.overview(entityRef, { signal: abort.signal }).then(
      overview => settle({ key, overview }),
      error => settle({ key, error: error instanceof Error ? error : new Error(String(error)) }),
    );
    return () => abort.abort();
  }, [api, entityRef, key]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  // An answer about another entity is no answer.
  if (settled?.key !== key) return { state: 'loading' };
  if ('error' in settled) return { state: 'failed', error: settled.error, retry };
  return { state: 'answered', overview: settled.overview };
}
