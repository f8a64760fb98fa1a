import { useApi } from '@backstage/core-plugin-api';
import type { DecisionAnswer, SubjectRow } from 'backstage-plugin-deploy-windows-common';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { readinessApiRef } from '../../api';

type Sentences = ReadonlyMap<string, SubjectRow>;
const SentencesContext = createContext<Sentences>(new Map());

export interface ReadinessSentencesProps {
  readonly decisions: readonly DecisionAnswer[];
  /** Asked again when the decisions were. */
  readonly answeredAt: number;
  readonly children: ReactNode;
}

/**
 * What readiness says of the environments, asked after the decisions are on screen: one request for all of them, none where
 * readiness is off. The word of the decision stands until it comes, and stays when nobody answers.
 */
export const ReadinessSentences = ({
  decisions,
  answeredAt,
  children,
}: ReadinessSentencesProps) => {
  const api = useApi(readinessApiRef);
  const [sentences, setSentences] = useState<Sentences>(new Map());
  const asked = decisions
    .filter(({ readiness }) => readiness.mode !== 'off')
    .map(({ target }) => target)
    .join('\n');
  useEffect(() => {
    if (asked === '') return undefined;
    const abort = new AbortController();
    const targets = asked.split('\n').map(target => {
      const [entity = '', environment = ''] = target.split('#');
      return { entity, environment };
    });
    api.verdicts({ targets }, { signal: abort.signal }).then(
      ({ results }) => {
        if (abort.signal.aborted) return;
        setSentences(
          new Map(results.flatMap(({ verdict }) => (verdict ? [[verdict.subject, verdict]] : []))),
        );
      },
      // The decision has said the word already; the tab says what failed.
      () => {},
    );
    return () => abort.abort();
  }, [api, asked, answeredAt]);
  return <SentencesContext.Provider value={sentences}>{children}</SentencesContext.Provider>;
};

export function useReadinessSentence(target: string): SubjectRow | undefined {
  return useContext(SentencesContext).get(target);
}
