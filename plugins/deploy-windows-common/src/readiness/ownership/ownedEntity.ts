import type { Freshness } from 'backstage-plugin-infra-overview-common';
import type { Facts } from '../facts/fact';

/** What is asked of an entity that ought to have an owner. Refs are complete and lower case. */
export interface OwnedEntity {
  readonly ref: string;
  readonly kind: string;
  readonly title: string;
  readonly owner?: string;
  readonly system?: string;
  readonly domain?: string;
  /** The file that declares it. */
  readonly sourceUrl?: string;
  /** The catalog found it in no file any more. */
  readonly orphaned?: 'orphaned';
  /** Of its own document. */
  readonly freshness?: Freshness;
  /** Of its environments that matter: who holds what in them. */
  readonly facts?: readonly Facts[];
}
