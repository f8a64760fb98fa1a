import type { ReactNode } from 'react';
import { NoticeProvider } from '../notices/NoticeProvider';
import { ObservedContext } from './ObservedContext';
import { useObserved } from './useObserved';

export interface ObservedProviderProps {
  readonly entityRef: string;
  readonly children: ReactNode;
}

/** Asks what is really there, for everything below. */
export const ObservedProvider = ({ entityRef, children }: ObservedProviderProps) => (
  <ObservedContext.Provider value={useObserved(entityRef)}>
    <NoticeProvider>{children}</NoticeProvider>
  </ObservedContext.Provider>
);
