import type { DriftNote } from 'backstage-plugin-infra-overview-common';

export interface DriftNoteStore {
  /** Of these entities, over or not. */
  find(entityRefs: readonly string[]): Promise<readonly DriftNote[]>;
  get(id: string): Promise<DriftNote | undefined>;
  insert(note: DriftNote): Promise<void>;
  delete(id: string): Promise<void>;
  /** Of entities that are gone. */
  forget(entityRefs: readonly string[]): Promise<void>;
}
