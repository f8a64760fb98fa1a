import type {
  AttestationAnswer,
  AttestationsAnswer,
  AttestationsQuery,
  AttestWish,
} from 'backstage-plugin-deploy-windows-common';
import type { SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { CallOptions } from '../../api/route';

/** What permission is asked about an answer that is there already. */
export interface AnswerPlace {
  readonly subject: SubjectKey;
  readonly by: string;
}

/** A named person says that a check is met, or not, or does not apply. */
export interface AttestationService {
  /** @throws NotFoundError UNKNOWN_ATTESTATION */
  placeOf(id: string): Promise<AnswerPlace>;
  /** Whoever signed what, the one that ends first leading; of the places given. */
  list(
    query: AttestationsQuery,
    seen: readonly SubjectKey[],
    options: CallOptions,
  ): Promise<AttestationsAnswer>;
  /** @throws ConflictError FACTS_CHANGED; InputError; NotAllowedError MAY_NOT_SIGN */
  attest(
    subject: SubjectKey,
    wish: AttestWish,
    options: CallOptions,
  ): Promise<readonly AttestationAnswer[]>;
  /** @throws ConflictError SAME_PERSON, ALREADY_SIGNED, FACTS_CHANGED, … */
  sign(id: string, options: CallOptions): Promise<AttestationAnswer>;
  /** @throws ConflictError SAME_PERSON, ALREADY_AGREED, FACTS_CHANGED, … */
  agree(id: string, options: CallOptions): Promise<AttestationAnswer>;
  /** @throws ConflictError ALREADY_REVOKED */
  revoke(id: string, why: string, options: CallOptions): Promise<AttestationAnswer>;
}
