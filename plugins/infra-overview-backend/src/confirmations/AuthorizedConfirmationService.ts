import {
  infraOverviewConfirmationCreatePermission,
  type SaidOfFact,
} from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';
import type { Rights } from '../Rights';
import type { ConfirmationService } from './ConfirmationService';

const WORDS = 'You may not confirm what infrastructure documents say';

export class AuthorizedConfirmationService implements ConfirmationService {
  readonly #rights: Pick<Rights, 'require'>;
  readonly #inner: ConfirmationService;

  constructor(options: {
    readonly rights: Pick<Rights, 'require'>;
    readonly inner: ConfirmationService;
  }) {
    this.#rights = options.rights;
    this.#inner = options.inner;
  }

  async say(entityRef: string, said: SaidOfFact, options: CallOptions) {
    await this.#rights.require(infraOverviewConfirmationCreatePermission, options, WORDS);
    return this.#inner.say(entityRef, said, options);
  }

  async withdraw(entityRef: string, id: string, options: CallOptions) {
    await this.#rights.require(infraOverviewConfirmationCreatePermission, options, WORDS);
    return this.#inner.withdraw(entityRef, id, options);
  }
}
