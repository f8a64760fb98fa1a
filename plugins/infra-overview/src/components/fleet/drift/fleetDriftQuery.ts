import {
  DRIFT_STATUSES,
  type DriftStatus,
  type FleetDriftQuery,
} from 'backstage-plugin-infra-overview-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

const WORDS = ['text', 'owner', 'source', 'status'] as const;
export type DriftWord = (typeof WORDS)[number];

const isStatus = (value: string): value is DriftStatus =>
  (DRIFT_STATUSES as readonly string[]).includes(value);

/** Reads the question from the address. Words that no longer exist are left out. */
export function readFleetDriftQuery(parameters: URLSearchParams): FleetDriftQuery {
  const [text, owner, source, status] = WORDS.map(
    word => parameters.get(word)?.trim() || undefined,
  );
  return {
    ...(text !== undefined && { text }),
    ...(owner !== undefined && { owner }),
    ...(source !== undefined && { source }),
    ...(status !== undefined && isStatus(status) && { status }),
  };
}

/** The question lives in the address; text and owner stay when the reader goes to the projects and back. */
export function useFleetDriftQuery() {
  const [parameters, setParameters] = useSearchParams();
  const address = parameters.toString();
  const query = useMemo(() => readFleetDriftQuery(new URLSearchParams(address)), [address]);
  const change = useCallback(
    (word: DriftWord, value: string | undefined) =>
      setParameters(before => {
        const after = new URLSearchParams(before);
        if (value === undefined || value === '') after.delete(word);
        else after.set(word, value);
        return after;
      }),
    [setParameters],
  );
  const clear = useCallback(
    () =>
      setParameters(before => {
        const after = new URLSearchParams(before);
        for (const word of WORDS) after.delete(word);
        return after;
      }),
    [setParameters],
  );
  return { query, change, clear };
}
