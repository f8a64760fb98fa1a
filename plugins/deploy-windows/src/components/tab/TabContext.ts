import type { DecisionAnswer, Instant } from 'backstage-plugin-deploy-windows-common';
import { createContext, useContext } from 'react';

/** What every section of the tab knows. */
export interface Tab {
  readonly entityRef: string;
  readonly environment: string;
  readonly decision: DecisionAnswer;
  /** Zone in which the sections show times. */
  readonly zone: string;
  /** Now, by the server's clock. */
  readonly at: Instant;
  /** Rises when something changed on the server, or was changed from here: sections ask again. */
  readonly revision: number;
  readonly onChanged: () => void;
}

export const TabContext = createContext<Tab | undefined>(undefined);

export function useTab(): Tab {
  const tab = useContext(TabContext);
  if (tab === undefined) throw new Error('Sections of the tab are drawn inside it');
  return tab;
}
