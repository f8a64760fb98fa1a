import type {
  AttestationAnswer,
  AttestationsAnswer,
  AttestationsQuery,
  AttestWish,
} from 'backstage-plugin-deploy-windows-common';
import {
  canonicalJson,
  confirmationEnd,
  levelAt,
  type Attestation,
  type Layers,
  type SubjectKey,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { NotAllowedError } from '@backstage/errors';
import { conflict, notFound } from '../../api/coded';
import type { CallOptions } from '../../api/route';
import { onceOnly } from '../../database/onceOnly';
import { refuseSecrets } from '../../secrets';
import type { Assessments, LoadedSubject } from '../assessment/Assessments';
import { checkOf, type Affected } from './Affected';
import type { AnswerWords } from './AnswerWords';
import type { Approvers } from './Approvers';
import { attestationMessages, type AttestationStep } from './attestationMessages';
import type { AnswerPlace, AttestationService } from './AttestationService';
import type { Act, Also, RecordStore, StoredAttestation } from './RecordStore';
import { refuseIncomplete, refuseMixture, refuseOldFacts, refuseSecretsIn } from './refuseAnswer';
import { isOfOwner, signerProblem, type SignerQuestion } from './signer';
import { refuseUnlessStanding } from './standing';

export interface AttestationServiceDeps {
  readonly records: RecordStore;
  readonly assessments: Pick<Assessments, 'reassess' | 'org'>;
  readonly affected: Affected;
  readonly approvers: Approvers;
  readonly words: AnswerWords;
  readonly newId: () => string;
  readonly digest: (text: string) => string;
}

export class DefaultAttestationService implements AttestationService {
  readonly #deps: AttestationServiceDeps;

  constructor(deps: AttestationServiceDeps) {
    this.#deps = deps;
  }

  async placeOf(id: string): Promise<AnswerPlace> {
    const { attestation } = await this.#find(id);
    return { subject: attestation.subject, by: attestation.attestedBy };
  }

  async list(
    query: AttestationsQuery,
    seen: readonly SubjectKey[],
    options: CallOptions,
  ): Promise<AttestationsAnswer> {
    const all = await this.#deps.records.attestations(seen);
    return this.#deps.words.attestations(all, query, options);
  }

  async attest(
    key: SubjectKey,
    wish: AttestWish,
    options: CallOptions,
  ): Promise<readonly AttestationAnswer[]> {
    refuseSecretsIn(wish);
    const { idempotencyKey, principal } = options;
    if (idempotencyKey === undefined) return this.#attest(key, wish, options);
    const find = async () => {
      const made = await this.#deps.records.repeatedAttestations(principal.ref, idempotencyKey);
      return made.length === 0 ? undefined : this.#answers(made, key, options);
    };
    return onceOnly(find, () => this.#attest(key, wish, options));
  }

  async sign(id: string, options: CallOptions): Promise<AttestationAnswer> {
    const { attestation, layers, loaded } = await this.#standing(id, options);
    const { definition } = layers.asked;
    const [first, second] = attestation.signatures;
    if (definition.attest?.signatures !== 2 || attestation.answer === 'not-met')
      throw conflict('NO_SECOND_SIGNATURE_NEEDED', 'This needs no second signature.');
    if (second !== undefined)
      throw conflict('ALREADY_SIGNED', `It is signed already, by ${second.by}.`);
    if (first?.by === options.principal.ref) throw samePerson('sign it');
    const question = await this.#question(loaded, options);
    if (isOfOwner(question))
      throw mayNotSign(
        `The second signature comes from outside ${question.ownerRef ?? 'the owning group'}.`,
      );
    return this.#act('sign', attestation, loaded, options, { outside: true });
  }

  async agree(id: string, options: CallOptions): Promise<AttestationAnswer> {
    const { attestation, loaded } = await this.#standing(id, options);
    if (attestation.answer !== 'not-applicable')
      throw conflict('NOTHING_TO_AGREE', 'Only a "does not apply" is agreed to.');
    if (attestation.agreedBy !== undefined)
      throw conflict('ALREADY_AGREED', `It is agreed to already, by ${attestation.agreedBy}.`);
    if (attestation.attestedBy === options.principal.ref) throw samePerson('agree');
    return this.#act('agree', attestation, loaded, options, {});
  }

  async revoke(id: string, why: string, options: CallOptions): Promise<AttestationAnswer> {
    refuseSecrets('why', why);
    const { attestation } = await this.#find(id);
    if (attestation.revokedAt !== undefined) throw lostTo('revoke', attestation);
    const loaded = await this.#shown(attestation);
    return this.#act('revoke', attestation, loaded, options, { reason: why });
  }

  async #attest(key: SubjectKey, wish: AttestWish, options: CallOptions) {
    const { principal, now, idempotencyKey } = options;
    const loaded = await this.#deps.affected.subject(key);
    const asked = wish.answers.map(({ checkId }) => checkOf(loaded, checkId));
    refuseMixture(asked);
    const question = await this.#question(loaded, options);
    const outside = !isOfOwner(question);
    const made: StoredAttestation[] = [];
    for (const [index, answered] of wish.answers.entries()) {
      const layers = asked[index];
      if (layers === undefined) continue;
      refuseIncomplete(answered, layers, wish);
      const { definition } = layers.asked;
      const problem = signerProblem(definition.attest?.by ?? 'owner-member', question);
      if (problem !== undefined) throw mayNotSign(`${definition.title}: ${problem}`);
      const note = answered.note ?? wish.note;
      const attestation: Attestation = {
        id: this.#deps.newId(),
        subject: layers.answeredAt,
        checkId: definition.id,
        checkVersion: definition.version,
        answer: answered.answer,
        ...(answered.reason !== undefined && { reason: answered.reason }),
        ...(note !== undefined && note !== '' && { note }),
        ...(wish.evidence !== undefined && { evidence: wish.evidence }),
        attestedBy: principal.ref,
        attestedAt: now,
        validUntil: confirmationEnd(definition.attest, loaded.facts, now),
        boundFacts: layers.boundFacts,
        signatures: [{ by: principal.ref, at: now, outside }],
        source: 'person',
      };
      const factsFingerprint = this.#deps.digest(canonicalJson(layers.boundFacts));
      made.push({ attestation, factsFingerprint });
    }
    refuseOldFacts(await this.#deps.words.factsShown(asked, options), wish.ifFacts);
    const attestations = made.map(({ attestation }) => attestation);
    await this.#deps.records.addAttestations(made, {
      messages: await this.#messages(attestations, loaded, 'attested', options),
      also: await this.#judgeAgain(attestations, options),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    });
    return this.#answers(attestations, key, options);
  }

  async #act(
    act: Extract<Act, AttestationStep>,
    attestation: Attestation,
    loaded: LoadedSubject | undefined,
    options: CallOptions,
    more: { readonly reason?: string; readonly outside?: boolean },
  ): Promise<AttestationAnswer> {
    const { principal, now } = options;
    const done = await this.#deps.records.addAct(
      { id: this.#deps.newId(), of: attestation.id, act, by: principal.ref, at: now, ...more },
      {
        messages: loaded ? await this.#messages([attestation], loaded, act, options) : [],
        also: await this.#judgeAgain([attestation], options),
      },
    );
    const after = await this.#find(attestation.id);
    // Somebody was faster; what they did is the reason.
    if (!done) throw lostTo(act, after.attestation);
    const [answer] = await this.#answers([after.attestation], loaded?.subject.key, options);
    if (answer === undefined) throw unknownAttestation(attestation.id);
    return answer;
  }

  async #standing(id: string, { now }: CallOptions) {
    const { attestation } = await this.#find(id);
    const loaded = await this.#shown(attestation);
    if (loaded === undefined) throw unknownAttestation(id);
    const layers = checkOf(loaded, attestation.checkId);
    refuseUnlessStanding(attestation, layers, now);
    return { attestation, loaded, layers };
  }

  /** With the words of their checks as they are after the write. */
  async #answers(
    attestations: readonly Attestation[],
    key: SubjectKey | undefined,
    options: CallOptions,
  ): Promise<readonly AttestationAnswer[]> {
    return this.#deps.words.attestationAnswers(attestations, key, options);
  }

  async #judgeAgain(attestations: readonly Attestation[], { principal }: CallOptions) {
    const places = [...new Set(attestations.map(({ subject }) => subject))];
    const keys: SubjectKey[] = [];
    for (const place of places)
      keys.push(...(await this.#deps.affected.at(place)).map(({ key }) => key));
    const why = { cause: 'attestation', actor: principal.ref } as const;
    const also: Also = async trx =>
      this.#deps.assessments.reassess([...new Set(keys)], { ...why, trx });
    return also;
  }

  async #messages(
    attestations: readonly Attestation[],
    loaded: LoadedSubject,
    step: AttestationStep,
    { principal, now }: CallOptions,
  ) {
    const approvers = await this.#deps.approvers.of(loaded);
    return attestations.flatMap(attestation => {
      const layers: Layers = checkOf(loaded, attestation.checkId);
      const isMust = levelAt(layers.asked.requirement, now).value === 'must';
      return attestationMessages(attestation, {
        step,
        by: principal.ref,
        loaded,
        title: layers.asked.definition.title,
        waitsFor:
          step === 'attested' && attestation.answer === 'not-applicable' && isMust ? approvers : [],
      });
    });
  }

  async #question(
    { ownerRef, facts }: LoadedSubject,
    { principal }: CallOptions,
  ): Promise<SignerQuestion> {
    const alerted = facts.fields.alertPeople;
    return {
      principal,
      ...(ownerRef !== undefined && { ownerRef }),
      org: await this.#deps.assessments.org(),
      ...(alerted?.state === 'texts' && { alertPeople: alerted.values }),
    };
  }

  #shown({ subject }: Attestation): Promise<LoadedSubject | undefined> {
    return this.#deps.affected.shown(subject);
  }

  async #find(id: string): Promise<StoredAttestation> {
    const stored = await this.#deps.records.attestation(id);
    if (stored === undefined) throw unknownAttestation(id);
    return stored;
  }
}

function unknownAttestation(id: string): Error {
  return notFound('UNKNOWN_ATTESTATION', `There is no answer ${id}, or you may not see it.`);
}

function mayNotSign(message: string): Error {
  return Object.assign(new NotAllowedError(message), { code: 'MAY_NOT_SIGN' });
}

function samePerson(what: string): Error {
  return conflict('SAME_PERSON', `Somebody else has to ${what} than the one who answered.`);
}

function lostTo(act: Act, { signatures, agreedBy, revokedBy }: Attestation): Error {
  switch (act) {
    case 'sign':
      return conflict('ALREADY_SIGNED', `It is signed already, by ${signatures[1]?.by}.`);
    case 'agree':
      return conflict('ALREADY_AGREED', `It is agreed to already, by ${agreedBy}.`);
    default:
      return conflict('ALREADY_REVOKED', `It is taken back already, by ${revokedBy}.`);
  }
}
