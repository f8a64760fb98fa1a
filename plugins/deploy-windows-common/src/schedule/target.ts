import type { JsonObject } from '@backstage/types';

/** Entity and environment: `component:default/x#production`. */
export type TargetKey = string;

export interface Target {
  readonly key: TargetKey;
  readonly entityRef: string;
  readonly environment: string;
  readonly stage: string;
  /** What scopes are asked about: kind, metadata, spec. */
  readonly entity: JsonObject;
}

export function targetKey(entityRef: string, environment: string): TargetKey {
  return `${entityRef}#${environment}`;
}
