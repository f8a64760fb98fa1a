import type { CarryOverAnswer, CarryOverWish } from 'backstage-plugin-deploy-windows-common';
import type {
  Attestation,
  SubjectKey,
  Waiver,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { conflict, invalid } from '../../api/coded';
import type { CallOptions } from '../../api/route';
import { refuseSecrets } from '../../secrets';
import type { Assessments } from '../assessment/Assessments';
import type { Affected } from './Affected';
import type { ActRecord, NumberedWaiver, RecordStore, StoredAttestation } from './RecordStore';
import { isOpen } from './standing';
import type { CarryOverService } from './WaiverService';

export interface CarryOverServiceDeps {
  readonly records: RecordStore;
  readonly assessments: Pick<Assessments, 'reassess' | 'outlines'>;
  readonly affected: Affected;
  readonly newId: () => string;
}

/** Copies what still counts, with who signed and approved it and when; the copies say that they are copies. */
export class DefaultCarryOverService implements CarryOverService {
  readonly #deps: CarryOverServiceDeps;

  constructor(deps: CarryOverServiceDeps) {
    this.#deps = deps;
  }

  async carryOver(
    key: SubjectKey,
    { from, why }: CarryOverWish,
    options: CallOptions,
  ): Promise<CarryOverAnswer> {
    refuseSecrets('why', why);
    const before = from.toLowerCase();
    await this.#refuse(key, before);
    const { attestations, waivers, acts } = await this.#copies(key, before, why, options);
    if (attestations.length + waivers.length === 0)
      throw conflict('NOTHING_TO_CARRY_OVER', `Nothing that still counts is kept at ${from}.`);
    const done = await this.#deps.records.carryOver(
      { attestations, waivers, acts },
      {
        messages: [],
        also: trx =>
          this.#deps.assessments.reassess([key], {
            cause: 'attestation',
            actor: options.principal.ref,
            trx,
          }),
      },
    );
    if (!done)
      throw conflict('CHANGED_MEANWHILE', 'Somebody asked for a waiver meanwhile; look again.');
    return { attestations: attestations.length, waivers: waivers.length };
  }

  /** Only from an environment of the same entity that is there no more. */
  async #refuse(key: SubjectKey, from: SubjectKey): Promise<void> {
    const [entity] = key.split('#');
    if (from === key || from.split('#')[0] !== entity || !from.includes('#'))
      throw invalid('NOT_THE_SAME_ENTITY', `from: name another environment of ${entity}.`);
    const outlines = await this.#deps.assessments.outlines();
    if (outlines.some(outline => outline.key === from))
      throw conflict('STILL_THERE', `${from} is still there and keeps its answers.`);
  }

  async #copies(key: SubjectKey, from: SubjectKey, why: string, options: CallOptions) {
    const { layers } = await this.#deps.affected.subject(key);
    const attestations: StoredAttestation[] = [];
    const waivers: NumberedWaiver[] = [];
    const acts: ActRecord[] = [];
    const said = await this.#deps.records.attestations([from]);
    const waived = await this.#deps.records.waivers([from]);
    for (const { asked, answeredAt, ...own } of layers) {
      const { id: checkId, version } = asked.definition;
      if (answeredAt !== key) continue;
      // Newest first. An answer that is here already stays the newest.
      const attestation = said.find(one => one.checkId === checkId);
      if (attestation && counts(attestation, version, options.now) && own.attestations.length === 0)
        attestations.push(await this.#copied(attestation, key));
      const waiver = waived.find(one => one.checkId === checkId);
      if (waiver && isOpen(waiver, version, options.now) && own.waivers.length === 0) {
        const { renews, ...rest } = waiver;
        waivers.push({ waiver: { ...rest, id: this.#deps.newId(), subject: key }, number: 1 });
      }
    }
    for (const { attestation } of attestations) acts.push(...this.#actsOf(attestation));
    for (const { waiver } of waivers) acts.push(...this.#approvalOf(waiver));
    for (const of of [
      ...attestations.map(({ attestation }) => attestation.id),
      ...waivers.map(({ waiver }) => waiver.id),
    ]) {
      const { principal, now } = options;
      const reason = `${why} (from ${from})`;
      acts.push({ id: this.#deps.newId(), of, act: 'carry', by: principal.ref, at: now, reason });
    }
    return { attestations, waivers, acts };
  }

  async #copied(attestation: Attestation, subject: SubjectKey): Promise<StoredAttestation> {
    const stored = await this.#deps.records.attestation(attestation.id);
    const factsFingerprint = stored?.factsFingerprint ?? '';
    return {
      attestation: { ...attestation, id: this.#deps.newId(), subject },
      factsFingerprint,
    };
  }

  #actsOf({ id, signatures, agreedBy, attestedAt }: Attestation): readonly ActRecord[] {
    const signed = signatures.slice(1).map(({ by, at, outside }): ActRecord => ({
      id: this.#deps.newId(),
      of: id,
      act: 'sign',
      by,
      at,
      outside,
    }));
    if (agreedBy === undefined) return signed;
    const agreed = { id: this.#deps.newId(), of: id, act: 'agree', by: agreedBy } as const;
    return [...signed, { ...agreed, at: attestedAt }];
  }

  #approvalOf({ id, approvedBy, approvedAt }: Waiver): readonly ActRecord[] {
    if (approvedBy === undefined || approvedAt === undefined) return [];
    return [{ id: this.#deps.newId(), of: id, act: 'approve', by: approvedBy, at: approvedAt }];
  }
}

function counts(
  { revokedAt, validUntil, checkVersion }: Attestation,
  version: number,
  now: number,
): boolean {
  return revokedAt === undefined && validUntil > now && checkVersion >= version;
}
