import {
  infraOverviewDriftNoteCreatePermission,
  type DriftNoteAsked,
} from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';
import type { Rights } from '../Rights';
import type { DriftNoteService } from './DriftNoteService';

const WORDS = 'You may not leave a difference as it is';

export class AuthorizedDriftNoteService implements DriftNoteService {
  readonly #rights: Pick<Rights, 'require'>;
  readonly #inner: DriftNoteService;

  constructor(options: {
    readonly rights: Pick<Rights, 'require'>;
    readonly inner: DriftNoteService;
  }) {
    this.#rights = options.rights;
    this.#inner = options.inner;
  }

  async note(entityRef: string, asked: DriftNoteAsked, options: CallOptions) {
    await this.#rights.require(infraOverviewDriftNoteCreatePermission, options, WORDS);
    return this.#inner.note(entityRef, asked, options);
  }

  async withdraw(entityRef: string, id: string, options: CallOptions) {
    await this.#rights.require(infraOverviewDriftNoteCreatePermission, options, WORDS);
    return this.#inner.withdraw(entityRef, id, options);
  }
}
