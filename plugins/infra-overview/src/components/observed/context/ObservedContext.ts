import type {
  DriftFinding,
  JudgedConfirmation,
  ObservedAnswer,
  ObservedFact,
} from 'backstage-plugin-infra-overview-common';
import { createContext, useContext } from 'react';
import type { ByPath } from './byPath';

/** What became of the question what is really there. */
export type Looked =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error; readonly again: () => void }
  | {
      readonly state: 'answered';
      readonly answer: ObservedAnswer;
      readonly drift: ByPath<DriftFinding>;
      readonly facts: ByPath<ObservedFact>;
      readonly confirmations: ByPath<JudgedConfirmation>;
      /** Asking again failed: this is the last answer, and it must not look like a new one. */
      readonly failure?: Error;
      readonly again: () => void;
    };

// Pages that ask nobody wait for ever, and show nothing of it.
export const ObservedContext = createContext<Looked>({ state: 'loading' });

export const useLooked = (): Looked => useContext(ObservedContext);

/** The answer, where there is one. */
export function useObservedAnswer(): ObservedAnswer | undefined {
  const looked = useLooked();
  return looked.state === 'answered' ? looked.answer : undefined;
}
