import { useApi } from '@backstage/frontend-plugin-api';
import { useAsked } from 'backstage-plugin-infra-overview-react';
import { useMemo } from 'react';
import { infraOverviewApiRef } from '../../../api';
import { byPath, fieldsAbove } from './byPath';
import type { Looked } from './ObservedContext';

/** What the sources saw and what people say, in a request of its own: the page neither waits for it nor fails with it. */
export function useObserved(entityRef: string): Looked {
  const api = useApi(infraOverviewApiRef);
  const asked = useAsked(entityRef, signal => api.observed(entityRef, { signal }));
  const { state } = asked;
  const answer = state === 'answered' ? asked.answer : undefined;
  const error = state === 'failed' ? asked.error : undefined;
  const failure = state === 'answered' ? asked.failure : undefined;
  const again = state === 'loading' ? undefined : asked.again;

  return useMemo<Looked>(() => {
    if (answer !== undefined && again !== undefined) {
      return {
        state: 'answered',
        answer,
        drift: byPath(answer.drift, fieldsAbove),
        facts: byPath(answer.facts),
        confirmations: byPath(answer.confirmations),
        again,
        ...(failure !== undefined && { failure }),
      };
    }
    if (error !== undefined && again !== undefined) return { state: 'failed', error, again };
    return { state: 'loading' };
  }, [answer, error, failure, again]);
}
