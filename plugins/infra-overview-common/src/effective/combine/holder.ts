import type { JsonObject } from '@backstage/types';
import type { EffectiveInfra } from '../effectiveInfra';
import type { Origins } from '../origin';

/** What one entity contributes to the picture of the whole System. */
export interface Holder {
  readonly entityRef: string;
  readonly document: JsonObject;
  readonly origins: Origins;
}

export function holderOf({ entityRef, document, origins }: EffectiveInfra): Holder {
  return { entityRef, document: document as unknown as JsonObject, origins };
}
