import type { Instant, SubjectAnswer } from 'backstage-plugin-deploy-windows-common';
import { createContext, useContext } from 'react';
import type { ReadinessGrants } from '../../access/useReadinessGrants';

/** What every part of the tab knows. */
export interface Readiness {
  readonly answer: SubjectAnswer;
  /** Now, by the server's clock. */
  readonly at: Instant;
  readonly grants: ReadinessGrants;
  readonly owners: readonly string[];
  /** Who is reading, where the portal knows. */
  readonly reader: string | undefined;
  /** Something was said that may change what is shown. */
  readonly onChanged: () => void;
}

export const ReadinessContext = createContext<Readiness | undefined>(undefined);

export function useReadiness(): Readiness {
  const readiness = useContext(ReadinessContext);
  if (readiness === undefined) throw new Error('Parts of the tab are drawn inside it');
  return readiness;
}
