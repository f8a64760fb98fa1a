import type { Confirmation, SaidOfFact } from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';

/** What people say of facts. */
export interface ConfirmationService {
  say(entityRef: string, said: SaidOfFact, options: CallOptions): Promise<Confirmation>;
  withdraw(entityRef: string, id: string, options: CallOptions): Promise<Confirmation>;
}
