import {
  instantText,
  type DeliveryWish,
  type LogQueryAsked,
  type NoticeAnswer,
  type NoticePreview,
  type NoticeRecord,
  type NoticesAnswer,
  type NoticeWish,
} from 'backstage-plugin-deploy-windows-common';
import {
  audienceLead,
  DAY,
  MINUTE,
  noticeText,
  noticeTitle,
  targetKey,
  type Audience,
  type Instant,
  type LeadTime,
  type NoticeFacts,
  type TargetKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { conflict, invalid, notFound } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { DecisionAnswers } from '../decision/DecisionAnswers';
import type { InputLoader, LoadedInput } from '../decision/InputLoader';
import type { Display } from '../display/Display';
import type { Displays } from '../display/Displays';
import { lengthText } from '../log/lengthOf';
import { refuseSecrets } from '../secrets';
import type { NoticeChannel } from './channels';
import { deliveriesTo } from './deliveriesTo';
import { noticeAnswer } from './noticeAnswer';
import { withdrawnMessages } from './noticeMessages';
import { noticePlan, type NoticePlan } from './noticePlan';
import type { NoticeService } from './NoticeService';
import type {
  NoticeDelivery,
  NoticeStore,
  NoticeWithDeliveries,
  StoredNotice,
} from './NoticeStore';

const MOST_SKEW = 5 * MINUTE;
const LONG_AGO = 31 * DAY;

export interface NoticeServiceDeps {
  readonly store: NoticeStore;
  readonly loader: InputLoader;
  readonly answers: DecisionAnswers;
  readonly displays: Displays;
  readonly channels: readonly NoticeChannel[];
  readonly readable: (query: LogQueryAsked, options: CallOptions) => Promise<readonly TargetKey[]>;
  readonly newId: () => string;
}

interface Prepared {
  readonly plan: NoticePlan;
  readonly loaded: LoadedInput;
  readonly display: Display;
  readonly title: string;
  readonly text: string;
}

type Wish = Omit<NoticeWish, 'dryRun'>;

export class DefaultNoticeService implements NoticeService {
  readonly #deps: NoticeServiceDeps;

  constructor(deps: NoticeServiceDeps) {
    this.#deps = deps;
  }

  async preview(wish: NoticeWish, options: CallOptions): Promise<NoticePreview> {
    const { plan, text, display } = await this.#prepare(wish, options.now, options);
    const { audience, range, freesAt } = plan;
    return {
      audience: audience.key,
      audienceTitle: audience.title,
      contacts: [...audience.contacts],
      lead: audience.lead,
      from: instantText(range.start),
      to: instantText(range.end),
      text,
      ...(freesAt !== undefined && {
        freesAt: instantText(freesAt),
        freesText: display.instant(freesAt),
      }),
    };
  }

  async send(wish: NoticeWish, options: CallOptions): Promise<NoticeAnswer> {
    const prepared = await this.#prepare(wish, options.now, options);
    if (prepared.plan.range.end <= options.now)
      throw invalid('OUT_OF_RANGE', 'to: this is over already');
    const notice: StoredNotice = { ...this.#noticeOf(prepared, options), state: 'queued' };
    return this.#insert(
      notice,
      deliveriesTo(prepared.plan.audience, notice.id, this.#deps),
      prepared,
      options,
    );
  }

  async record(
    { toldAt = Infinity, evidence, ...wish }: NoticeRecord,
    options: CallOptions,
  ): Promise<NoticeAnswer> {
    refuseSecrets('evidence', evidence);
    if (toldAt !== Infinity && toldAt > options.now + MOST_SKEW)
      throw invalid('OUT_OF_RANGE', 'toldAt: this is in the future');
    if (toldAt < options.now - LONG_AGO)
      throw invalid('OUT_OF_RANGE', 'toldAt: this is more than 31 days ago');
    const at = Math.min(toldAt, options.now);
    const prepared = await this.#prepare(wish, at, options);
    const notice: StoredNotice = {
      ...this.#noticeOf(prepared, options),
      state: 'recorded',
      effectiveAt: at,
    };
    const delivery: NoticeDelivery = {
      id: this.#deps.newId(),
      noticeId: notice.id,
      recipient: prepared.plan.audience.key,
      channel: 'by hand',
      state: 'recorded',
      sentAt: at,
      evidence,
    };
    return this.#insert(notice, [delivery], prepared, options);
  }

  async confirm(id: string, evidence: string, options: CallOptions): Promise<NoticeAnswer> {
    refuseSecrets('evidence', evidence);
    const { notice } = await this.#found(id);
    const result = { state: 'recorded', at: options.now, evidence } as const;
    const isDone =
      notice.state !== 'withdrawn' &&
      (await this.#deps.store.evidence(id, { states: ['unconfirmed'] }, result));
    if (isDone) return this.#answer(id, options);
    if (notice.state === 'sent' || notice.state === 'recorded') throw alreadySent(notice);
    throw conflict(
      'NOT_UNCONFIRMED',
      `This notice is ${notice.state}; there is nothing to confirm`,
    );
  }

  async withdraw(id: string, why: string, options: CallOptions): Promise<NoticeAnswer> {
    refuseSecrets('why', why);
    const found = await this.#found(id);
    const by = options.principal.ref;
    // Done before, it is the same answer.
    await this.#deps.store.withdraw(id, by, why, withdrawnMessages(found, by, why));
    return this.#answer(id, options);
  }

  async delivered(id: string, wish: DeliveryWish, options: CallOptions): Promise<NoticeAnswer> {
    refuseSecrets('evidence', wish.evidence);
    const { notice } = await this.#found(id);
    const at = wish.at ?? options.now;
    if (at > options.now + MOST_SKEW) throw invalid('OUT_OF_RANGE', 'at: this is in the future');
    const { recipient, channel, state, messageId, evidence } = wish;
    const isDone = await this.#deps.store.evidence(
      id,
      { recipient, channel, states: ['sending', 'unconfirmed'] },
      {
        state,
        at,
        ...(messageId !== undefined && { messageId }),
        ...(evidence !== undefined && { evidence }),
      },
    );
    if (!isDone) throw alreadySent(notice);
    return this.#answer(id, options);
  }

  async list(query: LogQueryAsked, options: CallOptions): Promise<NoticesAnswer> {
    const { store, readable } = this.#deps;
    const { limit, cursor } = query;
    const targets = await readable(query, options);
    const { items, nextCursor } = await store.list({
      targets,
      limit,
      ...(cursor !== undefined && { cursor }),
    });
    const loaded = new Map<TargetKey, LoadedInput>();
    for (const target of new Set(items.map(({ notice }) => notice.target)))
      loaded.set(target, await this.#load(target, options));
    return {
      items: items.map(item => this.#words(item, loaded.get(item.notice.target))),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  async targetOf(id: string): Promise<TargetKey> {
    return (await this.#found(id)).notice.target;
  }

  async #prepare(wish: Wish, toldAt: Instant, options: CallOptions): Promise<Prepared> {
    refuseSecrets('text', wish.text);
    const loaded = await this.#load(
      targetKey(wish.entity.toLowerCase(), wish.environment),
      options,
    );
    const plan = noticePlan(loaded.input, wish, toldAt);
    const display = this.#displayOf(loaded, plan.audience);
    const facts = this.#factsOf(loaded, plan, display);
    return {
      plan,
      loaded,
      display,
      title: noticeTitle(facts),
      text: wish.text ?? noticeText(facts),
    };
  }

  #factsOf(
    loaded: LoadedInput,
    { audience, range, decision }: NoticePlan,
    display: Display,
  ): NoticeFacts {
    const { impact, expectedDuration } = loaded.input.policy.policy;
    const { procedure } = this.#deps.answers.answer(decision, loaded, display);
    return {
      audience: audience.title,
      title: loaded.target.facts.title,
      environment: loaded.target.environment,
      range: display.range(range.start, range.end),
      zone: display.zone,
      ...(impact !== undefined && { impact }),
      ...(expectedDuration !== undefined && { duration: lengthText(expectedDuration) }),
      ...(procedure && { steps: procedure.steps }),
    };
  }

  #noticeOf(
    { plan: { audience, range }, loaded, title, text }: Prepared,
    { principal, now }: CallOptions,
  ): Omit<StoredNotice, 'state'> {
    return {
      id: this.#deps.newId(),
      audience: audience.key,
      audienceTitle: audience.title,
      target: loaded.target.key,
      from: range.start,
      to: range.end,
      title,
      text,
      require: audience.require,
      requestedBy: principal.ref,
      requestedAt: now,
    };
  }

  async #insert(
    notice: StoredNotice,
    deliveries: readonly NoticeDelivery[],
    prepared: Prepared,
    { idempotencyKey }: CallOptions,
  ): Promise<NoticeAnswer> {
    const made = await this.#deps.store.insert(notice, deliveries, {
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      messages: [],
    });
    return noticeAnswer(made, prepared.plan.lead, prepared.display);
  }

  async #answer(id: string, options: CallOptions): Promise<NoticeAnswer> {
    const found = await this.#found(id);
    return this.#words(found, await this.#load(found.notice.target, options));
  }

  #words(found: NoticeWithDeliveries, loaded: LoadedInput | undefined): NoticeAnswer {
    const audience = loaded?.input.policy.policy.audiences.find(
      ({ key }) => key === found.notice.audience,
    );
    const display = loaded
      ? this.#displayOf(loaded, audience)
      : this.#deps.displays.inZone(undefined);
    return noticeAnswer(found, loaded && audience && leadOf(audience, loaded), display);
  }

  #displayOf({ input }: LoadedInput, audience: Audience | undefined): Display {
    return this.#deps.displays.inZone(audience?.timeZone ?? input.policy.policy.timeZone);
  }

  #load(target: TargetKey, { principal, now }: CallOptions): Promise<LoadedInput> {
    return this.#deps.loader.load(
      { target, changeType: 'deploy', principal: principal.ref, memberOf: principal.memberOf },
      now,
    );
  }

  async #found(id: string): Promise<NoticeWithDeliveries> {
    const found = await this.#deps.store.find(id);
    if (found === undefined) throw notFound('UNKNOWN_NOTICE', `There is no notice ${id}`);
    return found;
  }
}

function leadOf(audience: Audience, { input }: LoadedInput): LeadTime | undefined {
  const lead = audienceLead(audience, input.policy.tables);
  return lead.ok ? lead.value : undefined;
}

function alreadySent({ state }: StoredNotice) {
  return conflict('ALREADY_SENT', `This is settled: the notice is ${state}`);
}
