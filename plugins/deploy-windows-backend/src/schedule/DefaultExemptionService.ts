import {
  instantText,
  type ExemptionAnswer,
  type ExemptionWish,
} from 'backstage-plugin-deploy-windows-common';
import {
  DAY,
  governs,
  isOneOf,
  levelsOf,
  targetKey,
  type DeployWindow,
  type Instant,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { conflict, notFound } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { LogPart } from '../database/logPage';
import { onceOnly } from '../database/onceOnly';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { KnownTarget, TargetDirectory } from '../policy/TargetDirectory';
import type { RuntimeSource } from '../runtime/Runtime';
import { refuseSecrets } from '../secrets';
import type { ExemptionsAnswer, ExemptionService } from './ExemptionService';
import type { ExemptionStore, StoredExemption } from './ExemptionStore';
import { fieldProblem, refuseProblems, type FieldProblem } from './fieldProblems';
import { findDeclared } from './findDeclared';
import { targetOf } from './Levels';

export interface DefaultExemptionServiceDeps {
  readonly store: ExemptionStore;
  readonly directory: TargetDirectory;
  readonly runtime: RuntimeSource;
  readonly newId: () => string;
}

// As long as a one-off freeze may be; who needs more needs another freeze.
const LONGEST = 92 * DAY;

export class DefaultExemptionService implements ExemptionService {
  readonly #deps: DefaultExemptionServiceDeps;

  constructor(deps: DefaultExemptionServiceDeps) {
    this.#deps = deps;
  }

  async levelOfFreeze(key: string, options: CallOptions): Promise<string> {
    return (await this.#freeze(key, options)).level;
  }

  async levelOf(id: string): Promise<string> {
    return (await this.#find(id)).level;
  }

  async list(part: LogPart): Promise<ExemptionsAnswer> {
    const page = await this.#deps.store.page(part);
    return { ...page, items: page.items.map(answerOf) };
  }

  async grant(wish: ExemptionWish, options: CallOptions): Promise<ExemptionAnswer> {
    refuseSecrets('reason', wish.reason);
    const { idempotencyKey, principal } = options;
    if (idempotencyKey === undefined) return this.#grant(wish, options);
    const find = async () => {
      const stored = await this.#deps.store.findRepeated(principal.ref, idempotencyKey);
      return stored && answerOf(stored);
    };
    return onceOnly(find, () => this.#grant(wish, options));
  }

  async revoke(id: string, why: string, { principal, now }: CallOptions): Promise<ExemptionAnswer> {
    refuseSecrets('why', why);
    const exemption = await this.#find(id);
    const revocation = { by: principal.ref, at: now, why };
    const done = await this.#deps.store.revoke(
      id,
      revocation,
      await this.#messages(exemption, 'revoked', principal.ref),
    );
    if (!done) throw conflict('ALREADY_REVOKED', 'The exemption is revoked already.');
    return answerOf({ ...exemption, revokedAt: now });
  }

  async #grant(wish: ExemptionWish, options: CallOptions): Promise<ExemptionAnswer> {
    const { principal, now, idempotencyKey } = options;
    const entityRef = wish.entity.toLowerCase();
    const [freeze, target] = [
      await this.#freeze(wish.freeze, options),
      await this.#deps.directory.find(entityRef, wish.environment),
    ];
    if (target === undefined)
      throw notFound(
        'UNKNOWN_TARGET',
        `There is no ${targetKey(entityRef, wish.environment)}, or you may not see it.`,
      );
    refuseProblems(exemptionProblems(wish, freeze, target, now));
    requireYielding(freeze, options);
    const exemption: StoredExemption = {
      id: this.#deps.newId(),
      freeze: freeze.key,
      freezeTitle: freeze.title,
      level: freeze.level,
      target: target.key,
      start: wish.start,
      end: wish.end,
      reason: wish.reason,
      grantedBy: principal.ref,
      grantedAt: now,
    };
    const messages = await this.#messages(exemption, 'exempted', principal.ref);
    await this.#deps.store.insert(exemption, {
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      messages,
    });
    return answerOf(exemption);
  }

  async #freeze(key: string, { now }: CallOptions): Promise<DeployWindow> {
    const { windows } = await this.#deps.runtime.runtime(now);
    const window =
      windows.find(stored => stored.key === key) ??
      (await findDeclared(this.#deps.directory, key))?.window;
    if (window === undefined)
      throw notFound(
        'UNKNOWN_WINDOW',
        `There is no freeze ${key} in force or to come, or you may not see it.`,
      );
    return window;
  }

  async #find(id: string): Promise<StoredExemption> {
    const exemption = await this.#deps.store.find(id);
    if (exemption === undefined)
      throw notFound('UNKNOWN_EXEMPTION', `There is no exemption ${id}, or you may not see it.`);
    return exemption;
  }

  async #messages(
    exemption: StoredExemption,
    step: 'exempted' | 'revoked',
    by: string,
  ): Promise<readonly OutboxMessage[]> {
    const { id, target, freeze, freezeTitle, start, end } = exemption;
    const facts = (await this.#deps.directory.all()).find(({ key }) => key === target)?.facts;
    return [
      {
        dedupeKey: `exemption:${id}:${step}`,
        topic: 'deploy-windows.freeze-changed',
        payload: { step, exemption: id, window: freeze, target, start, end, by },
        ...(facts?.owner !== undefined && {
          notify: {
            recipients: [facts.owner],
            title:
              step === 'exempted'
                ? `Exempt from the freeze ${freezeTitle}`
                : `No longer exempt from the freeze ${freezeTitle}`,
            description: `${target}, from ${instantText(start)} to ${instantText(end)}`,
            link: '/deploy-windows',
            severity: 'normal' as const,
            scope: `deploy-windows:exemption:${id}`,
            except: by,
          },
        }),
      },
    ];
  }
}

function exemptionProblems(
  { start, end }: ExemptionWish,
  freeze: DeployWindow,
  target: KnownTarget,
  now: Instant,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (freeze.kind !== 'freeze')
    problems.push(
      fieldProblem(
        'NOT_A_FREEZE',
        'freeze',
        `${freeze.title} is no freeze; nothing has to be lifted`,
      ),
    );
  const isBelow = levelsOf(target, target.chain).some(({ key }) => key === freeze.level);
  if (!isBelow || !governs(freeze, targetOf(target)).governs) {
    problems.push(
      fieldProblem('NOT_GOVERNED', 'entity', `${freeze.title} does not concern ${target.key}`),
    );
  }
  if (end <= start)
    problems.push(fieldProblem('END_NOT_AFTER_START', 'end', 'the end is not after the start'));
  else if (end <= now) problems.push(fieldProblem('ALREADY_OVER', 'end', 'is over already'));
  if (end - start > LONGEST)
    problems.push(fieldProblem('OUT_OF_RANGE', 'end', 'an exemption lasts 92 days at most'));
  return problems;
}

/** A hard freeze yields only to those it names, whatever way out of it is taken. */
function requireYielding(
  { hard, overridableBy = [], title }: DeployWindow,
  { principal }: CallOptions,
): void {
  if (!hard || isOneOf(overridableBy, { principal: principal.ref, memberOf: principal.memberOf }))
    return;
  const names = overridableBy.length > 0 ? overridableBy.join(', ') : 'nobody; it can be withdrawn';
  throw conflict('FREEZE_IS_HARD', `${title} is a hard freeze. It yields to ${names}.`, {
    overridableBy: [...overridableBy],
  });
}

function answerOf({
  id,
  freeze,
  freezeTitle,
  target,
  start,
  end,
  reason,
  grantedBy,
  revokedAt,
}: StoredExemption): ExemptionAnswer {
  return {
    id,
    freeze,
    freezeTitle,
    target,
    start: instantText(start),
    end: instantText(end),
    reason,
    grantedBy,
    ...(revokedAt !== undefined && { revokedAt: instantText(revokedAt) }),
  };
}
