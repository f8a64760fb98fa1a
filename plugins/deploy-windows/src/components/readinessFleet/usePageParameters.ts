import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

export const TABS = [
  'services',
  'checks',
  'waivers',
  'confirmations',
  'ownership',
  'packs',
] as const;
export type TabName = (typeof TABS)[number];

const PARAMETERS = [
  'tab',
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
  'by',
  'state',
  'signer',
  'group',
  'user',
  'pack',
] as const;
export type PageParameter = (typeof PARAMETERS)[number];
export type PageParameters = { readonly [name in PageParameter]?: string };
export type PageChange = { readonly [name in PageParameter]?: string | undefined };

/** The whole question of the page lives in its address: it can be shared, and the back button undoes a step. */
export function usePageParameters() {
  const [search, setSearch] = useSearchParams();
  const parameters = readParameters(search);
  const change = useCallback(
    (part: PageChange) => setSearch(before => written(before, part)),
    [setSearch],
  );
  /** The query of a link within the page that changes some of it. */
  const query = (part: PageChange) => `?${written(search, part)}`;
  return { parameters, tab: tabOf(parameters.tab), change, query };
}

/** The query of a link to a tab with nothing else chosen. */
export function queryOf(part: PageChange): string {
  return `?${written(new URLSearchParams(), part)}`;
}

export function readParameters(search: URLSearchParams): PageParameters {
  // An empty value stays one: a filter for nothing is not a filter for everything.
  return Object.fromEntries(
    PARAMETERS.flatMap(name => {
      const value = search.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}

function written(before: URLSearchParams, part: PageChange): URLSearchParams {
  const next = new URLSearchParams(before);
  for (const [name, value] of Object.entries(part)) {
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** A tab that no longer exists leads to the first, so that an old link still opens. */
function tabOf(text: string | undefined): TabName {
  return TABS.find(tab => tab === text) ?? 'services';
}
