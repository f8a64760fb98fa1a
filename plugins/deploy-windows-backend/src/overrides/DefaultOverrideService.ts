import type { OverrideAnswer, OverrideAsked } from 'backstage-plugin-deploy-windows-common';
import {
  approveOverride,
  DAY,
  requestOverride,
  targetKey,
  type EffectivePolicy,
  type Override,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { conflict, notFound } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { LogPart } from '../database/logPage';
import { onceOnly } from '../database/onceOnly';
import type { InputLoader } from '../decision/InputLoader';
import type { KnownTarget, TargetDirectory } from '../policy/TargetDirectory';
import { refuseSecrets } from '../secrets';
import { describeRule } from './describeRule';
import { overrideAnswer } from './overrideAnswer';
import { overrideMessages, type OverrideStep } from './overrideMessages';
import type { OverridePlace, OverridesAnswer, OverrideService } from './OverrideService';
import type { OverrideStore, StoredOverride } from './OverrideStore';
import { refuseOverride } from './refuseOverride';

export interface DefaultOverrideServiceDeps {
  readonly store: OverrideStore;
  readonly loader: InputLoader;
  readonly directory: TargetDirectory;
  readonly newId: () => string;
}

/** Within which an emergency is looked at. */
const REVIEW_WITHIN = 7 * DAY;

export class DefaultOverrideService implements OverrideService {
  readonly #deps: DefaultOverrideServiceDeps;

  constructor(deps: DefaultOverrideServiceDeps) {
    this.#deps = deps;
  }

  async placeOf(id: string): Promise<OverridePlace> {
    const { override } = await this.#find(id);
    return { target: override.target, requestedBy: override.requestedBy };
  }

  async list(part: LogPart, { now }: CallOptions): Promise<OverridesAnswer> {
    const page = await this.#deps.store.page(part);
    return { ...page, items: page.items.map(stored => overrideAnswer(stored, now)) };
  }

  async request(wish: OverrideAsked, options: CallOptions): Promise<OverrideAnswer> {
    refuseSecrets('reason', wish.reason);
    refuseSecrets('ticket', wish.ticket);
    const { idempotencyKey, principal, now } = options;
    if (idempotencyKey === undefined) return this.#request(wish, options);
    const find = async () => {
      const stored = await this.#deps.store.findRepeated(principal.ref, idempotencyKey);
      return stored && overrideAnswer(stored, now);
    };
    return onceOnly(find, () => this.#request(wish, options));
  }

  async approve(id: string, options: CallOptions): Promise<OverrideAnswer> {
    const { principal, now } = options;
    const stored = await this.#find(id);
    const { policy, target } = await this.#policyOf(stored.override, options);
    const approver = { principal: principal.ref, memberOf: principal.memberOf };
    const approval = approveOverride(policy, stored.override, approver, now);
    if (approval.outcome === 'refused')
      refuseOverride(approval.problems, policy, stored.override.rules);
    if (!stored.override.twoPerson)
      throw conflict(
        'NO_APPROVAL_NEEDED',
        'This override needs no second person; it holds as it is.',
      );
    const approved = { ...stored, override: approval.override, approvedAt: now };
    const messages = overrideMessages(approved, {
      step: 'approved',
      by: principal.ref,
      target,
      policy,
    });
    const done = await this.#deps.store.approve(
      approval.override,
      { by: principal.ref, at: now },
      messages,
    );
    // Somebody was faster; what they did is the reason.
    if (!done) throw lost(await this.#find(id));
    return overrideAnswer(approved, now);
  }

  async revoke(id: string, why: string, options: CallOptions): Promise<OverrideAnswer> {
    refuseSecrets('why', why);
    const { principal, now } = options;
    const stored = await this.#find(id);
    const messages = await this.#messages(stored, 'revoked', options);
    const done = await this.#deps.store.revoke(id, { by: principal.ref, at: now, why }, messages);
    if (!done) throw lost(await this.#find(id));
    return overrideAnswer(
      { ...stored, override: { ...stored.override, revokedAt: now }, revokedBy: principal.ref },
      now,
    );
  }

  async review(id: string, text: string, options: CallOptions): Promise<OverrideAnswer> {
    refuseSecrets('why', text);
    const { principal, now } = options;
    const stored = await this.#find(id);
    if (stored.override.requestedBy === principal.ref) {
      throw conflict('SAME_PERSON', 'Somebody else has to review it than the one who asked.');
    }
    const messages = await this.#messages(stored, 'reviewed', options);
    const done = await this.#deps.store.review(id, { by: principal.ref, at: now, text }, messages);
    if (!done) throw conflict('ALREADY_REVIEWED', 'It is reviewed already.');
    return overrideAnswer({ ...stored, reviewedBy: principal.ref }, now);
  }

  async #request(wish: OverrideAsked, options: CallOptions): Promise<OverrideAnswer> {
    const { principal, now, idempotencyKey } = options;
    const { rules, end, use, emergency, reason, ticket } = wish;
    const asked = {
      target: targetKey(wish.entity.toLowerCase(), wish.environment),
      emergency: emergency ?? false,
    };
    const { policy, target } = await this.#policyOf(asked, options);
    const answer = requestOverride(
      policy,
      {
        rules: [...new Set(rules)],
        start: wish.start ?? now,
        end,
        use,
        usableBy: (wish.usableBy ?? [principal.ref]).map(name => name.trim().toLowerCase()),
        reason,
        ...(emergency && { emergency }),
        ...(ticket !== undefined && { ticket }),
      },
      { principal: principal.ref, memberOf: principal.memberOf },
      { id: this.#deps.newId(), now },
    );
    if (answer.outcome === 'refused') refuseOverride(answer.problems, policy, rules);
    const { override } = answer;
    const stored: StoredOverride = {
      override,
      titles: override.rules.map(rule => describeRule(rule, policy)),
      requestedAt: now,
      ...(override.emergency && { reviewDueAt: override.end + REVIEW_WITHIN }),
    };
    const messages = overrideMessages(stored, {
      step: 'requested',
      by: principal.ref,
      target,
      policy,
    });
    await this.#deps.store.insert(stored, {
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      messages,
    });
    return overrideAnswer(stored, now);
  }

  async #find(id: string): Promise<StoredOverride> {
    const stored = await this.#deps.store.find(id);
    if (stored === undefined)
      throw notFound('UNKNOWN_OVERRIDE', `There is no override ${id}, or you may not see it.`);
    return stored;
  }

  /** What holds for the target now; with it, whose it is. */
  async #policyOf(
    { target, emergency }: Pick<Override, 'target' | 'emergency'>,
    { principal, now }: CallOptions,
  ): Promise<{ readonly policy: EffectivePolicy; readonly target: KnownTarget }> {
    const changeType = emergency ? 'hotfix' : 'deploy';
    const loaded = await this.#deps.loader.load(
      { target, changeType, principal: principal.ref, memberOf: principal.memberOf },
      now,
    );
    return { policy: loaded.input.policy.policy, target: loaded.target };
  }

  async #messages(stored: StoredOverride, step: OverrideStep, { principal }: CallOptions) {
    const [entityRef = '', environment = ''] = stored.override.target.split('#');
    const target = await this.#deps.directory.find(entityRef, environment);
    return overrideMessages(stored, { step, by: principal.ref, target });
  }
}

function lost({ override: { consumedAt, revokedAt, approvedBy } }: StoredOverride) {
  if (revokedAt !== undefined)
    return conflict('OVERRIDE_REVOKED', 'It is revoked; ask for another one.');
  if (consumedAt !== undefined)
    return conflict('OVERRIDE_CONSUMED', 'It has been used already; ask for another one.');
  if (approvedBy !== undefined) return conflict('ALREADY_APPROVED', 'It is approved already.');
  return conflict('ALREADY_OVER', 'It is over already; ask for another one.');
}
