import type { Entity } from '@backstage/catalog-model';

export interface EntityOutline {
  readonly ref: string;
  /** Absent where it does not tell one state from another. */
  readonly etag?: string;
}

/** Where declared windows come from. Reads with the plugin's own credentials: what a caller may see is asked elsewhere. */
export interface PolicySource {
  /** All entities that can declare or inherit windows, in pages. */
  outline(): AsyncIterable<readonly EntityOutline[]>;
  /** Those that are there, in any order. */
  entities(refs: readonly string[]): Promise<readonly Entity[]>;
}
