import type { Instant } from 'backstage-plugin-infra-overview-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { currentInstant } from '../time/clock';

/** A question to a server, and what became of it. */
export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error; readonly again: () => void }
  | {
      readonly state: 'answered';
      readonly answer: T;
      /** By the clock of this computer. */
      readonly answeredAt: Instant;
      /** Asking again failed: the answer is the last good one, and has to be shown with its age. */
      readonly failure?: Error;
      readonly again: () => void;
    };

type Settled<T> = {
  readonly key: string;
  readonly answered?: { readonly answer: T; readonly at: Instant };
  readonly error?: Error;
};

/**
 * Asks once for each key, again when told to or when the revision changes, and keeps the last answer on screen meanwhile.
 * The key must name everything that the question depends on.
 */
export function useAsked<T>(
  key: string,
  ask: (signal: AbortSignal) => Promise<T>,
  revision: number = 0,
): Asked<T> {
  const [round, setRound] = useState(0);
  const [settled, setSettled] = useState<Settled<T>>();
  const question = useRef(ask);
  question.current = ask;

  useEffect(() => {
    const abort = new AbortController();
    const settle = (next: (before: Settled<T> | undefined) => Settled<T>) => {
      if (!abort.signal.aborted) setSettled(next);
    };
    question.current(abort.signal).then(
      answer => settle(() => ({ key, answered: { answer, at: currentInstant() } })),
      error =>
        settle(before => ({
          ...(before?.key === key && before),
          key,
          error: error instanceof Error ? error : new Error(String(error)),
        })),
    );
    return () => abort.abort();
  }, [key, round, revision]);

  const again = useCallback(() => setRound(count => count + 1), []);
  // An answer to another question is no answer.
  if (settled?.key !== key) return { state: 'loading' };
  const { answered, error } = settled;
  if (answered !== undefined) {
    return {
      state: 'answered',
      answer: answered.answer,
      answeredAt: answered.at,
      again,
      ...(error !== undefined && { failure: error }),
    };
  }
  if (error !== undefined) return { state: 'failed', error, again };
  return { state: 'loading' };
}
