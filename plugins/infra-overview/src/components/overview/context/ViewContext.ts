import type {
  DocumentUse,
  EffectiveInfra,
  InfraView,
  Instant,
  Overview,
  Role,
  Section,
} from 'backstage-plugin-infra-overview-common';
import { createContext, useContext } from 'react';

/** What everything on the page is drawn from. */
export interface PageView {
  readonly overview: Overview;
  readonly effective: EffectiveInfra;
  /** The document as the chosen environment sees it; the whole document where there is no environment (a standard). */
  readonly view: InfraView;
  /** Production first. Empty for a standard. */
  readonly environments: readonly string[];
  /** '' where there is no environment. */
  readonly environment: string;
  /** A Domain's document is a standard for others. */
  readonly use: DocumentUse;
  readonly setEnvironment: (environment: string) => void;
  readonly role: Role;
  readonly setRole: (role: Role) => void;
  /** In the order of the role. */
  readonly sections: readonly Section[];
  readonly now: Instant;
  /** Fact path of the element shown beside the page. */
  readonly element: string | undefined;
  readonly openElement: (path: string) => void;
  readonly closeElement: () => void;
  /** Address that opens the element and keeps every other query parameter. */
  readonly elementHref: (path: string) => string;
}

export const ViewContext = createContext<PageView | undefined>(undefined);

export function useView(): PageView {
  const view = useContext(ViewContext);
  if (view === undefined) throw new Error('useView needs a ViewProvider around it');
  return view;
}
