import type { JsonObject, JsonValue } from '@backstage/types';

/** One entity as the catalog last gave it. */
export interface Snapshot {
  readonly ref: string;
  readonly etag?: string;
  /** Of everything that a decision could depend on. */
  readonly hash: string;
  /** Kind, metadata and spec without `infra`. */
  readonly entity: JsonObject;
  /** `spec.infra` as it was written; the last good one where the current one was refused. */
  readonly document?: JsonValue;
  readonly outcome: 'absent' | 'read' | 'refused';
  readonly refusal?: string;
  readonly parentRefs: readonly string[];
}
