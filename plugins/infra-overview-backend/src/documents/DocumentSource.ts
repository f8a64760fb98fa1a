import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { DocumentKind, DocumentSet } from './documentSet';
import type { Etags } from './version';

export interface CallOptions {
  readonly credentials: BackstageCredentials;
}

export interface LoadedSet {
  readonly set: DocumentSet;
  /** Of exactly the entities in `set.refs`, and of their locations when those were asked for. */
  readonly etags: Etags;
  /** Refs of the locations, there or not. */
  readonly locationRefs?: readonly string[];
}

export interface LoadOptions extends CallOptions {
  /** Refs that will probably be needed: a good guess saves a call, a bad one costs nothing but its bytes. */
  readonly likely?: readonly string[];
  /** Also the files the documents come from: one more call when the guess does not name them. */
  readonly withLocations?: boolean;
}

/** One entity that may carry a document, without the document. */
export interface OutlineEntity {
  readonly ref: string;
  readonly kind: DocumentKind;
  readonly etag?: string;
  readonly parent?: string;
}

/** Where documents come from. Everything is read as the caller: what they may not see is not there. */
export interface DocumentSource {
  /**
   * Overview material for each entity. Entities that are not there are not in the answer. One call when the guess is right,
   * else one more for each level of the chain, whatever the number of entities.
   */
  load(
    entityRefs: readonly string[],
    options: LoadOptions,
  ): Promise<ReadonlyMap<string, LoadedSet>>;

  /** Those that are there for the caller. */
  visible(entityRefs: readonly string[], options: CallOptions): Promise<ReadonlySet<string>>;

  /** All entities that may carry a document, in pages. */
  outline(options: CallOptions): AsyncIterable<readonly OutlineEntity[]>;
}
