import type { Confirmation } from 'backstage-plugin-infra-overview-common';

export interface ConfirmationStore {
  /** Newest first; the last word of each person of each path. */
  find(entityRefs: readonly string[]): Promise<readonly Confirmation[]>;
  get(id: string): Promise<Confirmation | undefined>;
  /** Takes the place of what the person said of the path before. */
  put(confirmation: Confirmation): Promise<void>;
  delete(id: string): Promise<void>;
  /** Of entities that are gone. */
  forget(entityRefs: readonly string[]): Promise<void>;
}
