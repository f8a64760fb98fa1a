import type {
  DeploymentAnswer,
  DeploymentWish,
  DeploymentsAnswer,
  FinishWish,
  LogQueryAsked,
} from 'backstage-plugin-deploy-windows-common';
import type { TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CallOptions } from '../api/route';

export interface Recorded {
  /** `known`: the same source and external id were recorded before. */
  readonly outcome: 'recorded' | 'known';
  readonly deployment: DeploymentAnswer;
}

/** What was deployed, as pipelines and people report it. */
export interface DeploymentService {
  record(wish: DeploymentWish, options: CallOptions): Promise<Recorded>;
  /** @throws ConflictError with code ALREADY_FINISHED or LOCK_LOST */
  finish(id: string, wish: FinishWish, options: CallOptions): Promise<DeploymentAnswer>;
  list(query: LogQueryAsked, options: CallOptions): Promise<DeploymentsAnswer>;
  targetOf(id: string): Promise<TargetKey>;
}
