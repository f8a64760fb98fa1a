import type { SeenFact } from 'backstage-plugin-deploy-windows-common/readiness';

/** Of each entity of which something is seen. */
export type SeenByEntity = ReadonlyMap<string, readonly SeenFact[]>;

export type ObservedReading =
  | { readonly outcome: 'read'; readonly seen: SeenByEntity }
  /** There is nobody to ask: infra-overview is not installed. */
  | { readonly outcome: 'not-there' }
  /** Status code or our own words, never what was answered. */
  | { readonly outcome: 'failed'; readonly reason: string };

/** What sources see. Reads with the plugin's own credentials: what a caller may see is asked elsewhere. Does not throw. */
export interface ObservedReader {
  read(entityRefs: readonly string[], signal: AbortSignal): Promise<ObservedReading>;
}
