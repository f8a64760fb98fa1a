import type {
  DeploymentAnswer,
  DeploymentWish,
  DeploymentsAnswer,
  FinishWish,
  LogQueryAsked,
} from 'backstage-plugin-deploy-windows-common';
import {
  MINUTE,
  type Instant,
  type TargetKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { conflict, invalid, notFound } from '../api/coded';
import type { CallOptions } from '../api/route';
import { refuseSecrets } from '../secrets';
import { coverOf } from './coverOf';
import { deploymentAnswer } from './deploymentAnswer';
import { finishedMessages, recordedMessages } from './deploymentMessages';
import type { DeploymentService, Recorded } from './DeploymentService';
import type { DeploymentStore, NewDeployment, RunningDeployment } from './DeploymentStore';
import type { Targets } from './Targets';

const MOST_SKEW = 5 * MINUTE;

export interface DeploymentServiceDeps {
  readonly store: DeploymentStore;
  readonly targets: Targets;
  readonly readable: (query: LogQueryAsked, options: CallOptions) => Promise<readonly TargetKey[]>;
  readonly newId: () => string;
}

export class DefaultDeploymentService implements DeploymentService {
  readonly #deps: DeploymentServiceDeps;

  constructor(deps: DeploymentServiceDeps) {
    this.#deps = deps;
  }

  async record(wish: DeploymentWish, options: CallOptions): Promise<Recorded> {
    refuseSecrets('note', wish.note);
    refuseSecrets('version', wish.version);
    const { store, targets } = this.#deps;
    const target = await targets.known(wish.entity, wish.environment);
    const id = this.#deps.newId();
    const deployment: NewDeployment = {
      id,
      target: target.key,
      changeType: wish.changeType,
      ...(wish.version !== undefined && { version: wish.version }),
      source: wish.source,
      externalId: wish.externalId ?? id,
      by: options.principal.ref,
      ...timesOf(wish, options.now),
      ...(wish.note !== undefined && { note: wish.note }),
      ...(wish.causedErrors !== undefined && { causedErrors: wish.causedErrors }),
    };
    const { outcome, deployment: stored } = await store.record(
      deployment,
      wish.permit,
      permits => coverOf(deployment, permits, wish.permit),
      made => recordedMessages(made, target.facts),
    );
    if (stored.target !== target.key) {
      throw conflict(
        'EXTERNAL_ID_USED',
        `${wish.source} has reported ${deployment.externalId} for another target already`,
      );
    }
    const permits = await store.permits([stored]);
    return {
      outcome,
      deployment: deploymentAnswer(stored, permits.get(stored.permitId ?? ''), options.now),
    };
  }

  async finish(id: string, wish: FinishWish, options: CallOptions): Promise<DeploymentAnswer> {
    refuseSecrets('note', wish.note);
    const { deployment } = await this.#found(id);
    const at = wish.finishedAt ?? Math.max(options.now, deployment.startedAt);
    checkFinish(at, deployment.startedAt, options.now);
    const { result, note, causedErrors, token } = wish;
    if (result === 'running')
      throw invalid('RESULT_NEEDED', 'result: say whether it succeeded, failed or was cancelled');
    const outcome = await this.#deps.store.finish(
      id,
      {
        at,
        result,
        by: options.principal.ref,
        ...(note !== undefined && { note }),
        ...(causedErrors !== undefined && { causedErrors }),
        ...(token !== undefined && { token }),
      },
      finishedMessages,
    );
    switch (outcome) {
      case 'finished': {
        const { deployment: done, permit } = await this.#found(id);
        return deploymentAnswer(done, permit, options.now);
      }
      case 'finished-before':
        throw conflict('ALREADY_FINISHED', `Deployment ${id} is over; its record stands`);
      case 'lost':
        throw conflict(
          'LOCK_LOST',
          'The lock was granted to somebody else meanwhile. Finish it without a token to record its result alone.',
        );
      default:
        throw new Error(outcome satisfies never);
    }
  }

  async list(query: LogQueryAsked, options: CallOptions): Promise<DeploymentsAnswer> {
    const { store, readable } = this.#deps;
    const { limit, cursor, unpermitted } = query;
    const { items, nextCursor } = await store.list({
      targets: await readable(query, options),
      limit,
      ...(cursor !== undefined && { cursor }),
      ...(unpermitted !== undefined && { unpermitted }),
    });
    const permits = await store.permits(items);
    return {
      items: items.map(item =>
        deploymentAnswer(item, permits.get(item.permitId ?? ''), options.now),
      ),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  async targetOf(id: string): Promise<TargetKey> {
    return (await this.#found(id)).deployment.target;
  }

  async #found(id: string): Promise<RunningDeployment> {
    const found = await this.#deps.store.find(id);
    if (found === undefined) throw notFound('UNKNOWN_DEPLOYMENT', `There is no deployment ${id}`);
    return found;
  }
}

function timesOf(
  { startedAt, finishedAt, result }: DeploymentWish,
  now: Instant,
): Pick<NewDeployment, 'startedAt' | 'finishedAt' | 'result'> {
  const start = startedAt ?? Math.min(finishedAt ?? now, now);
  if (start > now + MOST_SKEW) throw inFuture('startedAt');
  if (result === 'running') {
    if (finishedAt === undefined) return { startedAt: start, result };
    throw invalid(
      'RESULT_NEEDED',
      'result: a deployment with finishedAt is not running; say how it ended',
    );
  }
  const end = finishedAt ?? Math.max(now, start);
  checkFinish(end, start, now);
  return { startedAt: start, finishedAt: end, result };
}

function checkFinish(at: Instant, startedAt: Instant, now: Instant): void {
  if (at < startedAt) throw invalid('END_NOT_AFTER_START', 'finishedAt: this is before the start');
  if (at > Math.max(now, startedAt) + MOST_SKEW) throw inFuture('finishedAt');
}

function inFuture(field: string) {
  return invalid(
    'OUT_OF_RANGE',
    `${field}: this is more than 5 minutes in the future; is the clock of the sender right?`,
    { field },
  );
}
