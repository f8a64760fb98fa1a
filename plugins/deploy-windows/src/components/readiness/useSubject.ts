import { useApi } from '@backstage/core-plugin-api';
import type { ReadinessApi, SubjectAnswer } from 'backstage-plugin-deploy-windows-common';
import { failureOf, useAsked, type Asked } from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../api';
import { useLive } from '../../live/useLive';

/** Readiness does not judge it: there is nothing written, or nobody asks. */
export type NotJudged = 'not-judged';

const nothing = () => {};

/** One environment with all its checks, kept fresh. */
export function useSubject(
  entityRef: string,
  environment: string | undefined,
): Asked<SubjectAnswer | NotJudged> {
  const api = useApi(readinessApiRef);
  const asked = useAsked(`readiness ${entityRef} ${environment}`, signal =>
    environment === undefined
      ? askFirst(api, entityRef, signal)
      : askFor(api, entityRef, environment, signal),
  );
  useLive(asked.state === 'loading' ? nothing : asked.again);
  return asked;
}

/** An environment that is gone, such as one of an old link, leads to the first there is. */
async function askFor(
  api: ReadinessApi,
  entityRef: string,
  environment: string,
  signal: AbortSignal,
) {
  try {
    return await api.subject(`${entityRef}#${environment}`, { signal });
  } catch (error) {
    if (!isUnknownSubject(error)) throw error;
    return askFirst(api, entityRef, signal);
  }
}

/** The server knows which environment comes first: production. */
async function askFirst(api: ReadinessApi, entityRef: string, signal: AbortSignal) {
  const { results } = await api.verdicts({ targets: [{ entity: entityRef }] }, { signal });
  const subject = results[0]?.verdict?.subject;
  return subject === undefined ? ('not-judged' as const) : api.subject(subject, { signal });
}

export function isUnknownSubject(error: unknown): boolean {
  return failureOf(error).code === 'UNKNOWN_SUBJECT';
}
