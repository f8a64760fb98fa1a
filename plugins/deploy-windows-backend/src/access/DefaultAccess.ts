import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { itemsOf, stageOf } from 'backstage-plugin-infra-overview-common';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import { notFound } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { Access, AskedTarget } from './Access';
import { Briefly } from './Briefly';
import type { TargetRow } from './targetRules';
import type { TargetVisibility } from './TargetVisibility';

const KEPT = 10_000;

export interface DefaultAccessOptions {
  readonly permissions: PermissionsService;
  readonly visibility: TargetVisibility;
  /** Applies a decision of the policy to a target; `createConditionAuthorizer` makes it from our rules. */
  readonly isMet: (decision: PolicyDecision, row: TargetRow | undefined) => boolean;
  readonly now: () => Instant;
}

/**
 * One permission call and one catalog call, whatever the number of targets: conditions are applied here. What a policy
 * says about reading is kept for ten seconds a caller; about anything else it is asked each time.
 */
export class DefaultAccess implements Access {
  readonly #options: DefaultAccessOptions;
  readonly #kept: Briefly<PolicyDecision>;

  constructor(options: DefaultAccessOptions) {
    this.#options = options;
    this.#kept = new Briefly({ milliseconds: KEPT, now: options.now });
  }

  async require(
    permission: ResourcePermission,
    target: AskedTarget,
    options: CallOptions,
  ): Promise<void> {
    const { ref, owner } = target.facts;
    const seen = await this.#options.visibility.visible([ref], options);
    if (!seen.has(ref))
      throw notFound('UNKNOWN_TARGET', `There is no ${ref} here, or you may not see it`);
    const decision = await this.#decision(permission, options);
    if (this.#allows(decision, target)) return;
    const place = target.environment === undefined ? ref : `${ref} in ${target.environment}`;
    const whose = owner === undefined ? 'Nobody is named as its owner' : `It is owned by ${owner}`;
    throw notPermitted(permission.name, `You need ${permission.name} for ${place}. ${whose}`);
  }

  async requireBasic(permission: BasicPermission, { credentials }: CallOptions): Promise<void> {
    const [decision] = await this.#options.permissions.authorize([{ permission }], { credentials });
    if (decision?.result === AuthorizeResult.ALLOW) return;
    throw notPermitted(permission.name, `You need ${permission.name}`);
  }

  async permitted<T extends AskedTarget>(
    permission: ResourcePermission,
    targets: readonly T[],
    options: CallOptions,
  ): Promise<readonly T[]> {
    if (targets.length === 0) return [];
    const decision = await this.#decision(permission, options);
    const allowed = targets.filter(target => this.#allows(decision, target));
    if (allowed.length === 0) return [];
    const seen = await this.#options.visibility.visible(
      allowed.map(({ facts }) => facts.ref),
      options,
    );
    return allowed.filter(({ facts }) => seen.has(facts.ref));
  }

  async visible(entityRefs: readonly string[], options: CallOptions): Promise<ReadonlySet<string>> {
    if (entityRefs.length === 0) return new Set();
    return this.#options.visibility.visible(entityRefs, options);
  }

  async #decision(
    permission: ResourcePermission,
    { credentials, principal }: CallOptions,
  ): Promise<PolicyDecision> {
    const ask = async (): Promise<PolicyDecision> => {
      const [decision] = await this.#options.permissions.authorizeConditional([{ permission }], {
        credentials,
      });
      return decision ?? { result: AuthorizeResult.DENY };
    };
    const mayKeep = permission.attributes.action === 'read' && principal.ref.startsWith('user:');
    return mayKeep ? this.#kept.get(`${principal.ref} ${permission.name}`, ask) : ask();
  }

  #allows(decision: PolicyDecision, target: AskedTarget): boolean {
    if (decision.result === AuthorizeResult.ALLOW) return true;
    if (decision.result === AuthorizeResult.DENY) return false;
    return rowsOf(target).every(row => this.#options.isMet(decision, row));
  }
}

/** Without an environment it is about all of them: each must be permitted. */
function rowsOf({ facts, environment, stage, changeType }: AskedTarget): readonly TargetRow[] {
  const row: TargetRow = {
    ...(facts.owner !== undefined && { owner: facts.owner }),
    ...(changeType !== undefined && { changeType }),
  };
  if (environment !== undefined)
    return [{ ...row, stage: stage ?? stageOf({ name: environment, stage: undefined }).stage }];
  const stages = itemsOf(facts.document?.environments).map(item => stageOf(item).stage);
  return stages.length === 0 ? [row] : [...new Set(stages)].map(each => ({ ...row, stage: each }));
}

function notPermitted(permission: string, message: string): Error {
  return Object.assign(new NotAllowedError(message), { code: 'NOT_PERMITTED', permission });
}
