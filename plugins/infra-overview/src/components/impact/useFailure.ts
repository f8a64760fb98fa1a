import {
  failureAnswer,
  failureChoices,
  type FailureAnswer,
  type FailureChoice,
} from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { useObservedAnswer } from '../observed/context';
import { useView } from '../overview/context';
import { useDown } from './useDown';

export interface AskedFailure {
  readonly choices: readonly FailureChoice[];
  readonly down: string | undefined;
  /** Absent where nothing is asked, or this environment has no such thing. */
  readonly answer: FailureAnswer | undefined;
}

/** The answer to what the address asks, from what the page has already: no request of its own. */
export function useFailure(): AskedFailure {
  const { view, effective, environments, overview, now } = useView();
  const { down } = useDown();
  const facts = useObservedAnswer()?.facts;
  const { requestPaths } = effective;
  const choices = useMemo(() => failureChoices(view, requestPaths), [view, requestPaths]);
  const { ref: entityRef, owner } = overview.entity;
  const answer = useMemo(
    () =>
      down === undefined
        ? undefined
        : failureAnswer({ ...view, entityRef }, down, {
            now,
            environments,
            owner,
            requestPaths,
            facts: facts ?? [],
          }),
    [down, view, entityRef, now, environments, owner, requestPaths, facts],
  );
  return { choices, down, answer };
}
