import {
  attestationCreatePermission,
  readinessReadPermission,
  waiverApprovePermission,
  type AttestationAnswer,
  type AttestationsAnswer,
  type AttestationsQuery,
  type AttestWish,
} from 'backstage-plugin-deploy-windows-common';
import type { SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { CallOptions } from '../../api/route';
import type { AnswerRights } from './AnswerRights';
import type { AttestationService } from './AttestationService';

/** Who may answer at all; whose answer a check wants is the check's own affair. */
export class AuthorizedAttestationService {
  readonly #inner: AttestationService;
  readonly #rights: AnswerRights;

  constructor(inner: AttestationService, rights: AnswerRights) {
    this.#inner = inner;
    this.#rights = rights;
  }

  async list(query: AttestationsQuery, options: CallOptions): Promise<AttestationsAnswer> {
    return this.#inner.list(query, await this.#rights.readablePlaces(query, options), options);
  }

  async attest(
    subject: SubjectKey,
    wish: AttestWish,
    options: CallOptions,
  ): Promise<readonly AttestationAnswer[]> {
    const key = subject.toLowerCase();
    const checks = wish.answers.map(({ checkId }) => checkId);
    await this.#rights.onChecks(attestationCreatePermission, key, checks, options);
    return this.#inner.attest(key, wish, options);
  }

  async sign(id: string, options: CallOptions): Promise<AttestationAnswer> {
    const { subject } = await this.#inner.placeOf(id);
    await this.#rights.atPlace(attestationCreatePermission, subject, options);
    return this.#inner.sign(id, options);
  }

  async agree(id: string, options: CallOptions): Promise<AttestationAnswer> {
    const { subject } = await this.#inner.placeOf(id);
    await this.#rights.atPlace(waiverApprovePermission, subject, options);
    return this.#inner.agree(id, options);
  }

  /** Whoever answered may take it back; others need what it takes to answer. */
  async revoke(id: string, why: string, options: CallOptions): Promise<AttestationAnswer> {
    const { subject, by } = await this.#inner.placeOf(id);
    const permission =
      by === options.principal.ref ? readinessReadPermission : attestationCreatePermission;
    await this.#rights.atPlace(permission, subject, options);
    return this.#inner.revoke(id, why, options);
  }
}
