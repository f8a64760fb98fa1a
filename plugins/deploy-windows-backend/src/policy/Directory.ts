import type { ChainLink } from 'backstage-plugin-infra-overview-common';
import type { InputProblem, TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { EntityFacts, KnownTarget } from './TargetDirectory';

/** Everything that can be deployed, as of one version of the snapshots. In memory, and never changed. */
export interface Directory {
  readonly targets: readonly KnownTarget[];
  readonly targetOf: (key: TargetKey) => KnownTarget | undefined;
  readonly ofEntity: (entityRef: string) => readonly KnownTarget[];
  readonly facts: (entityRef: string) => EntityFacts | undefined;
  /** Domains included. */
  readonly entities: readonly EntityFacts[];
  /** Of a System or a Component, whether it declares environments or not. */
  readonly chainOf: (entityRef: string) => KnownChain | undefined;
  /** Whom an entity depends on, and who depends on it. */
  readonly neighbours: (entityRef: string) => readonly string[];
  /** What the catalog says that cannot be right, such as a cycle. */
  readonly problems: readonly { readonly source: string; readonly text: string }[];
  /**
   * A target of an entity whose document was never readable: nobody knows its environments, so each that is asked about
   * exists and holds.
   */
  readonly unreadable: (entityRef: string, environment: string) => KnownTarget | undefined;
}

/** The documents that hold for an entity. */
export interface KnownChain {
  /** Outermost first, its own entity last. */
  readonly links: readonly ChainLink[];
  /** What they were made of: another text, another content. */
  readonly state: string;
  readonly domain?: string;
  readonly problems: readonly InputProblem[];
}
