import type { Instant, TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import type { PlannedDeployment, PlannedDeployments } from '../schedule/PlannedDeployments';
import { DatabaseDeploymentStore } from './DatabaseDeploymentStore';
import { permitQuery, withLocks, type PermitRow } from './permitRows';

/** What a freeze finds under way: it holds starts, and takes back none that is permitted. */
export class DatabasePlannedDeployments implements PlannedDeployments {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async of(targets: readonly TargetKey[], now: Instant): Promise<readonly PlannedDeployment[]> {
    if (targets.length === 0) return [];
    return [...(await this.#running(targets)), ...(await this.#permitted(targets, now))];
  }

  async #running(targets: readonly TargetKey[]): Promise<readonly PlannedDeployment[]> {
    const running = await new DatabaseDeploymentStore({ knex: this.#knex }).running(targets);
    return running.map(({ deployment: { id, target, changeType, by, startedAt }, permit }) => ({
      what: 'running',
      id,
      target,
      changeType,
      by,
      from: startedAt,
      ...(permit?.finishBy !== undefined && { to: permit.finishBy }),
    }));
  }

  /** Not used, not given back, and a start is still covered. */
  async #permitted(
    targets: readonly TargetKey[],
    now: Instant,
  ): Promise<readonly PlannedDeployment[]> {
    const rows: readonly PermitRow[] = await permitQuery(this.#knex)
      .whereIn('permits.target_key', [...targets])
      .whereNull('closed_at')
      .whereNull('deployments.id')
      .where('start_by', '>', now)
      .orderBy(['issued_at', 'permits.id']);
    return (await withLocks(this.#knex, rows)).map(
      ({ id, target, changeType, principal, issuedAt, startBy }) => ({
        what: 'permit',
        id,
        target,
        changeType,
        by: principal,
        from: issuedAt,
        to: startBy,
      }),
    );
  }
}
