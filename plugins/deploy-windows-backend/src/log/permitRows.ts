import type { ChangeType } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { toLock, type LockRow } from '../locks/lockRows';
import type { NewPermit, StoredPermit } from './PermitStore';

type Whole = string | number;

export interface PermitRow {
  readonly id: string;
  readonly target_key: string;
  readonly change_type: ChangeType;
  readonly artifact: string | null;
  readonly principal: string;
  readonly decision_id: string;
  readonly lock_id: string | null;
  readonly override_id: string | null;
  readonly issued_at: Whole;
  readonly start_by: Whole;
  readonly finish_by: Whole | null;
  readonly closed_at: Whole | null;
  readonly deployment_id: string | null;
}

/** Permits with the deployment that used them. */
export function permitQuery(knex: Knex): Knex.QueryBuilder {
  return knex('permits')
    .leftJoin('deployments', 'deployments.permit_id', 'permits.id')
    .select('permits.*', 'deployments.id as deployment_id');
}

/** With their locks: one query more, whatever the number. */
export async function withLocks(
  knex: Knex,
  rows: readonly PermitRow[],
): Promise<readonly StoredPermit[]> {
  const ids = rows.flatMap(({ lock_id }) => lock_id ?? []);
  const locks: readonly LockRow[] = ids.length === 0 ? [] : await knex('locks').whereIn('id', ids);
  return rows.map(row =>
    toPermit(
      row,
      locks.find(({ id }) => id === row.lock_id),
    ),
  );
}

function toPermit(row: PermitRow, lock: LockRow | undefined): StoredPermit {
  return {
    id: row.id,
    target: row.target_key,
    changeType: row.change_type,
    ...(row.artifact !== null && { artifact: row.artifact }),
    principal: row.principal,
    decisionId: row.decision_id,
    ...(row.override_id !== null && { overrideId: row.override_id }),
    ...(lock && { lock: toLock(lock) }),
    issuedAt: Number(row.issued_at),
    startBy: Number(row.start_by),
    ...(row.finish_by !== null && { finishBy: Number(row.finish_by) }),
    ...(row.closed_at !== null && { closedAt: Number(row.closed_at) }),
    ...(row.deployment_id !== null && { deploymentId: row.deployment_id }),
  };
}

export function fromPermit(permit: NewPermit) {
  return {
    id: permit.id,
    target_key: permit.target,
    change_type: permit.changeType,
    artifact: permit.artifact ?? null,
    principal: permit.principal,
    decision_id: permit.decisionId,
    lock_id: permit.lockId ?? null,
    override_id: permit.overrideId ?? null,
    issued_at: permit.issuedAt,
    start_by: permit.startBy,
    finish_by: permit.finishBy ?? null,
    closed_at: permit.closedAt ?? null,
    idempotency_key: permit.idempotencyKey ?? null,
  };
}
