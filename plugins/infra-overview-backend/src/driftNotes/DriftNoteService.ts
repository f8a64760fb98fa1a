import type { DriftNote, DriftNoteAsked } from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';

/** Leaves differences as they are for a while. */
export interface DriftNoteService {
  note(entityRef: string, asked: DriftNoteAsked, options: CallOptions): Promise<DriftNote>;
  withdraw(entityRef: string, id: string, options: CallOptions): Promise<DriftNote>;
}
