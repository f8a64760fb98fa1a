import { useApi } from '@backstage/core-plugin-api';
import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import { failureOf } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { readinessApiRef } from '../../../api';
import type { BoundFacts } from '../../../lib/readiness/boundFacts';
import { useReadiness } from '../ReadinessContext';

type FactsByCheck = Readonly<Record<string, BoundFacts>>;

/** The facts a form is signed for: as they were when it was opened, as they are now. */
export function useBoundFacts(checks: readonly CheckAnswer[]) {
  const api = useApi(readinessApiRef);
  const { answer, onChanged } = useReadiness();
  const [seen, setSeen] = useState(() => factsOf(checks));
  const [fresh, setFresh] = useState<FactsByCheck>();
  const now = fresh ?? factsOf(checks);

  /** Signs; when the facts are others than those on screen, shows the difference instead. */
  const guarded = async <T>(sign: (facts: FactsByCheck) => Promise<T>): Promise<T> => {
    try {
      return await sign(now);
    } catch (error) {
      if (failureOf(error).code !== 'FACTS_CHANGED') throw error;
      const { checks: all } = await api.subject(answer.subject);
      setSeen(now);
      setFresh(factsOf(all));
      onChanged();
      throw new Error('The facts changed. See the difference before you confirm.');
    }
  };
  return { seen, now, guarded };
}

function factsOf(checks: readonly CheckAnswer[]): FactsByCheck {
  return Object.fromEntries(checks.map(({ id, attest }) => [id, attest?.boundTo ?? {}] as const));
}
