import type { JsonObject } from '@backstage/types';
import type { InfraDocument } from 'backstage-plugin-infra-overview-common';
import type {
  InputProblem,
  PolicyLink,
  TargetKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';

/** What the last good snapshot of an entity says. */
export interface EntityFacts {
  readonly ref: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly title: string;
  readonly owner?: string;
  readonly system?: string;
  readonly domain?: string;
  readonly tags: readonly string[];
  /** The file that declares it. */
  readonly sourceUrl?: string;
  /** Kind, metadata and spec without `infra`: what scopes are asked about. */
  readonly entity: JsonObject;
  readonly outcome: 'absent' | 'read' | 'refused';
  readonly document?: InfraDocument;
  /** Why the current document was refused; the last good one, if any, stays in force. */
  readonly refusal?: string;
}

/** Something that can be deployed: an entity in one of its environments, with the documents above it. */
export interface KnownTarget {
  readonly key: TargetKey;
  readonly entityRef: string;
  readonly environment: string;
  readonly stage: string;
  readonly facts: EntityFacts;
  /** Outermost first, its own entity last. */
  readonly chain: readonly PolicyLink[];
  /** What of the chain could not be read; it holds. */
  readonly problems?: readonly InputProblem[];
}

/** All that can be deployed, from the snapshots of the catalog that the plugin keeps. No call to the catalog. */
export interface TargetDirectory {
  find(entityRef: string, environment: string): Promise<KnownTarget | undefined>;
  ofEntity(entityRef: string): Promise<readonly KnownTarget[]>;
  all(): Promise<readonly KnownTarget[]>;
  facts(entityRef: string): Promise<EntityFacts | undefined>;
  /** All of them, Domains included. */
  entities(): Promise<readonly EntityFacts[]>;
}
