import type {
  ChangeType,
  DeploymentResult,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { StoredDeployment } from './DeploymentStore';

type Whole = string | number;

export interface DeploymentRow {
  readonly id: string;
  readonly target_key: string;
  readonly change_type: ChangeType;
  readonly version: string | null;
  readonly source: string;
  readonly external_id: string;
  readonly by_ref: string;
  readonly permit_id: string | null;
  /** SQLite answers 0 and 1. */
  readonly unpermitted: boolean | number;
  readonly started_at: Whole;
  readonly finished_at: Whole | null;
  readonly result: DeploymentResult;
  readonly note: string | null;
  readonly caused_errors: boolean | number | null;
}

export function toDeployment(row: DeploymentRow): StoredDeployment {
  return {
    id: row.id,
    target: row.target_key,
    changeType: row.change_type,
    ...(row.version !== null && { version: row.version }),
    source: row.source,
    externalId: row.external_id,
    by: row.by_ref,
    ...(row.permit_id !== null && { permitId: row.permit_id }),
    unpermitted: Boolean(row.unpermitted),
    startedAt: Number(row.started_at),
    ...(row.finished_at !== null && { finishedAt: Number(row.finished_at) }),
    result: row.result,
    ...(row.note !== null && { note: row.note }),
    ...(row.caused_errors !== null && { causedErrors: Boolean(row.caused_errors) }),
  };
}

export function fromDeployment(deployment: StoredDeployment) {
  return {
    id: deployment.id,
    target_key: deployment.target,
    change_type: deployment.changeType,
    version: deployment.version ?? null,
    source: deployment.source,
    external_id: deployment.externalId,
    by_ref: deployment.by,
    permit_id: deployment.permitId ?? null,
    unpermitted: deployment.unpermitted,
    started_at: deployment.startedAt,
    finished_at: deployment.finishedAt ?? null,
    result: deployment.result,
    note: deployment.note ?? null,
    caused_errors: deployment.causedErrors ?? null,
  };
}
