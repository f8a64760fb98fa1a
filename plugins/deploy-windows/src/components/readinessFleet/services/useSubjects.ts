import { useApi } from '@backstage/core-plugin-api';
import type { SubjectsAnswer, SubjectsQueryText } from 'backstage-plugin-deploy-windows-common';
import { useRef } from 'react';
import { readinessApiRef } from '../../../api';
import { useLive } from '../../../live/useLive';
import { usePages } from '../usePages';
import type { PageParameters } from '../usePageParameters';

const PAGE = 50;
const FILTERS = [
  'text',
  'owner',
  'system',
  'domain',
  'stage',
  'environment',
  'verdict',
  'check',
  'status',
  'evidence',
] as const;

export type SubjectFilters = Pick<SubjectsQueryText, (typeof FILTERS)[number]>;

/** What of the address is a filter of services. */
export function filtersOf(parameters: PageParameters): SubjectFilters {
  return Object.fromEntries(
    FILTERS.flatMap(name => {
      const value = parameters[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

const nothing = () => {};

/** Services that answer the filters, worst first. The choices of the filters stay while others are asked for. */
export function useSubjects(filters: SubjectFilters) {
  const api = useApi(readinessApiRef);
  const { asked, more } = usePages(`subjects ${JSON.stringify(filters)}`, (cursor, signal) =>
    api.subjects({ ...filters, limit: PAGE, ...(cursor !== undefined && { cursor }) }, { signal }),
  );
  useLive(asked.state === 'loading' ? nothing : asked.again);
  const facets = useRef<SubjectsAnswer['facets'] | undefined>(undefined);
  if (asked.state === 'answered') facets.current = asked.answer[0]?.facets;
  return { asked, more, facets: facets.current };
}
