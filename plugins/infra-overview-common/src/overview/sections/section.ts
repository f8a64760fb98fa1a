import type { FactState } from '../tone';

export type Role = 'engineer' | 'newcomer' | 'manager';

/** How much of a section a role sees at once; the data is the same for all. */
export type Depth = 'full' | 'summary' | 'folded';

export type SectionId =
  | 'answers'
  | 'glossary'
  | 'request-path'
  | 'drift'
  | 'environments'
  | 'addons'
  | 'backups'
  | 'credentials'
  | 'domains'
  | 'deploys'
  | 'procedures'
  | 'observability'
  | 'jobs'
  | 'behaviours'
  | 'risks'
  | 'improvements'
  | 'questions'
  | 'policies'
  | 'conformance'
  | 'checklists'
  | 'platforms'
  | 'standards'
  | 'accounts'
  | 'access'
  | 'network'
  | 'support'
  | 'security'
  | 'capacity'
  | 'compliance'
  | 'cost'
  | 'runtimes'
  | 'topologies'
  | 'decisions'
  | 'links'
  | 'notes'
  | 'sources';

export interface Section {
  readonly id: SectionId;
  readonly title: string;
  /** Paths of the document it shows. */
  readonly paths: readonly string[];
  readonly depth: Depth;
  readonly fact: FactState;
  /** Items in it; absent where counting says nothing. */
  readonly count?: number;
  /** "7", "none", "not needed: static site", "not stated". */
  readonly text: string;
}
