import type {
  BreakGlassAnswer,
  BreakGlassWish,
  WaiverAnswer,
  WaiversAnswer,
  WaiversQuery,
  WaiverWish,
} from 'backstage-plugin-deploy-windows-common';
import {
  effective,
  verdictOf,
  type Layers,
  type SubjectKey,
  type Waiver,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { conflict, notFound } from '../../api/coded';
import type { CallOptions } from '../../api/route';
import { onceOnly } from '../../database/onceOnly';
import { refuseSecrets } from '../../secrets';
import type { Assessments, LoadedSubject } from '../assessment/Assessments';
import { checkOf, type Affected } from './Affected';
import type { AnswerWords } from './AnswerWords';
import type { Approvers } from './Approvers';
import type { AnswerPlace } from './AttestationService';
import type { ActRecord, Also, NumberedWaiver, RecordStore } from './RecordStore';
import { isOpen, refuseRevoked, refuseUnlessWaiting } from './standing';
import { breakGlassMessages, waiverMessages, type WaiverStep } from './waiverMessages';
import type { WaiverService } from './WaiverService';
import { EMERGENCY, endOf, needsApproval, renewed } from './waiverTerms';

export interface WaiverServiceDeps {
  readonly records: RecordStore;
  readonly assessments: Pick<Assessments, 'reassess'>;
  readonly affected: Affected;
  readonly approvers: Approvers;
  readonly words: AnswerWords;
  readonly newId: () => string;
}

export class DefaultWaiverService implements WaiverService {
  readonly #deps: WaiverServiceDeps;

  constructor(deps: WaiverServiceDeps) {
    this.#deps = deps;
  }

  async placeOf(id: string): Promise<AnswerPlace> {
    const { subject, requestedBy } = await this.#find(id);
    return { subject, by: requestedBy };
  }

  async list(
    query: WaiversQuery,
    seen: readonly SubjectKey[],
    options: CallOptions,
  ): Promise<WaiversAnswer> {
    return this.#deps.words.waivers(await this.#deps.records.waivers(seen), query, options);
  }

  async ask(key: SubjectKey, wish: WaiverWish, options: CallOptions): Promise<WaiverAnswer> {
    refuseSecrets('reason', wish.reason);
    refuseSecrets('link', wish.link);
    const { idempotencyKey, principal } = options;
    if (idempotencyKey === undefined) return this.#ask(key, wish, options);
    const find = async () => {
      const made = await this.#deps.records.repeatedWaiver(principal.ref, idempotencyKey);
      return made && this.#answer(made, options);
    };
    return onceOnly(find, () => this.#ask(key, wish, options));
  }

  async approve(id: string, options: CallOptions): Promise<WaiverAnswer> {
    return this.#decide('approve', id, options, {});
  }

  async deny(id: string, why: string, options: CallOptions): Promise<WaiverAnswer> {
    refuseSecrets('why', why);
    return this.#decide('deny', id, options, { reason: why });
  }

  async revoke(id: string, why: string, options: CallOptions): Promise<WaiverAnswer> {
    refuseSecrets('why', why);
    const waiver = await this.#find(id);
    refuseRevoked(waiver);
    const loaded = await this.#deps.affected.shown(waiver.subject);
    return this.#act('revoke', waiver, loaded, options, { reason: why });
  }

  async breakGlass(wish: BreakGlassWish, options: CallOptions): Promise<BreakGlassAnswer> {
    refuseSecrets('reason', wish.reason);
    const { principal, now } = options;
    const loaded = await this.#deps.affected.subject(keyOf(wish));
    const { open } = verdictOf(loaded.subject, loaded.layers, now);
    if (open.length === 0)
      throw conflict('NOTHING_OPEN', 'No must-have is open here; there is nothing to set aside.');
    const made: NumberedWaiver[] = [];
    for (const { checkId } of open) {
      const layers = checkOf(loaded, checkId);
      const waiver: Waiver = {
        id: this.#deps.newId(),
        subject: layers.answeredAt,
        checkId,
        checkVersion: layers.asked.definition.version,
        code: 'emergency',
        reason: wish.reason,
        requestedBy: principal.ref,
        createdAt: now,
        expiresAt: now + EMERGENCY,
        // The permission to break the glass is the approval; it is announced and looked at afterwards.
        needsApproval: false,
      };
      made.push({ waiver, number: layers.waivers.length + 1 });
    }
    const waivers = made.map(({ waiver }) => waiver);
    const messages = breakGlassMessages(waivers, {
      by: principal.ref,
      loaded,
      approvers: await this.#deps.approvers.of(loaded),
      act: this.#deps.newId(),
      reason: wish.reason,
    });
    const also = await this.#judgeAgain(waivers, options);
    const done = await this.#deps.records.addWaivers(made, { messages, also });
    if (!done)
      throw conflict('CHANGED_MEANWHILE', 'Somebody asked for a waiver meanwhile; look again.');
    const after = await this.#deps.affected.subject(loaded.subject.key);
    return {
      waivers: [...(await this.#deps.words.waiverAnswers(waivers, options))],
      verdict: await this.#deps.words.verdict(after, options),
    };
  }

  async #ask(key: SubjectKey, wish: WaiverWish, options: CallOptions): Promise<WaiverAnswer> {
    const { principal, now, idempotencyKey } = options;
    const loaded = await this.#deps.affected.subject(key);
    const layers = checkOf(loaded, wish.checkId);
    const { definition, requirement } = layers.asked;
    if (effective(layers, now).status === 'not-applicable')
      throw conflict('DOES_NOT_APPLY', `${definition.title}: it is not asked here.`);
    const before = renewed(wish.renews, layers.waivers);
    refuseAnother(layers, before, now);
    const expiresAt = endOf(wish, now);
    const waiver: Waiver = {
      id: this.#deps.newId(),
      subject: layers.answeredAt,
      checkId: definition.id,
      checkVersion: definition.version,
      code: wish.code,
      reason: wish.reason,
      ...(wish.link !== undefined && { link: wish.link }),
      requestedBy: principal.ref,
      createdAt: now,
      expiresAt,
      needsApproval: needsApproval(requirement, now, expiresAt),
      ...(before && { renews: before.id }),
    };
    const done = await this.#deps.records.addWaivers(
      [{ waiver, number: layers.waivers.length + 1 }],
      {
        messages: await this.#messages(waiver, loaded, 'asked', options),
        also: await this.#judgeAgain([waiver], options),
        ...(idempotencyKey !== undefined && { idempotencyKey }),
      },
    );
    // Somebody asked at the same moment; theirs is there now.
    if (!done) throw alreadyWaived();
    return this.#answer(waiver, options);
  }

  async #decide(
    act: 'approve' | 'deny',
    id: string,
    options: CallOptions,
    more: { readonly reason?: string },
  ): Promise<WaiverAnswer> {
    const waiver = await this.#find(id);
    const loaded = await this.#deps.affected.shown(waiver.subject);
    if (loaded === undefined) throw unknownWaiver(id);
    refuseUnlessWaiting(waiver, checkOf(loaded, waiver.checkId), options.now);
    if (waiver.requestedBy === options.principal.ref)
      throw conflict(
        'SAME_PERSON',
        'Somebody else has to decide than the one who asked. You can take it back.',
      );
    return this.#act(act, waiver, loaded, options, more);
  }

  async #act(
    act: 'approve' | 'deny' | 'revoke',
    waiver: Waiver,
    loaded: LoadedSubject | undefined,
    options: CallOptions,
    more: { readonly reason?: string },
  ): Promise<WaiverAnswer> {
    const { principal, now } = options;
    const record: ActRecord = {
      id: this.#deps.newId(),
      of: waiver.id,
      act,
      by: principal.ref,
      at: now,
      ...more,
    };
    const done = await this.#deps.records.addAct(record, {
      messages: loaded ? await this.#messages(waiver, loaded, act, options) : [],
      also: await this.#judgeAgain([waiver], options),
    });
    const after = await this.#find(waiver.id);
    // Somebody was faster; what they did is the reason.
    if (!done) throw lost(after);
    return this.#answer(after, options);
  }

  async #answer(waiver: Waiver, options: CallOptions): Promise<WaiverAnswer> {
    const [answer] = await this.#deps.words.waiverAnswers([waiver], options);
    if (answer === undefined) throw unknownWaiver(waiver.id);
    return answer;
  }

  async #messages(
    waiver: Waiver,
    loaded: LoadedSubject,
    step: WaiverStep,
    { principal }: CallOptions,
  ) {
    const { definition } = checkOf(loaded, waiver.checkId).asked;
    const approvers = await this.#deps.approvers.of(loaded);
    const told = { step, by: principal.ref, loaded, title: definition.title, approvers };
    return waiverMessages(waiver, told);
  }

  async #judgeAgain(waivers: readonly Waiver[], { principal }: CallOptions) {
    const keys = new Set<SubjectKey>();
    for (const place of new Set(waivers.map(({ subject }) => subject)))
      for (const { key } of await this.#deps.affected.at(place)) keys.add(key);
    const also: Also = trx =>
      this.#deps.assessments.reassess([...keys], { cause: 'waiver', actor: principal.ref, trx });
    return also;
  }

  async #find(id: string): Promise<Waiver> {
    const waiver = await this.#deps.records.waiver(id);
    if (waiver === undefined) throw unknownWaiver(id);
    return waiver;
  }
}

/** One at a time: what is asked for or in force is renewed, or taken back first. */
function refuseAnother(layers: Layers, before: Waiver | undefined, now: number): void {
  const { version } = layers.asked.definition;
  const open = layers.waivers.filter(one => isOpen(one, version, now));
  const another = open.filter(({ id }) => id !== before?.id);
  if (another.length > 0) throw alreadyWaived();
}

function alreadyWaived(): Error {
  return conflict(
    'ALREADY_WAIVED',
    'A waiver of this check is asked for or in force already. Renew it, or revoke it first.',
  );
}

function unknownWaiver(id: string): Error {
  return notFound('UNKNOWN_WAIVER', `There is no waiver ${id}, or you may not see it.`);
}

function lost({ approvedBy, deniedBy, revokedBy }: Waiver): Error {
  if (revokedBy !== undefined)
    return conflict('WAIVER_REVOKED', `It is revoked already, by ${revokedBy}.`);
  if (deniedBy !== undefined)
    return conflict('ALREADY_DENIED', `It is denied already, by ${deniedBy}.`);
  return conflict('ALREADY_APPROVED', `It is approved already, by ${approvedBy}.`);
}

function keyOf({ entity, environment }: BreakGlassWish): SubjectKey {
  return `${entity}#${environment}`.toLowerCase();
}
