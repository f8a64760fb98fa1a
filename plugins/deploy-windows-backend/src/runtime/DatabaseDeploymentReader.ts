import type { Deployment, TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { toDeployment, type DeploymentRow } from '../log/deploymentRows';
import type { DeploymentReader } from './RecentDeployments';

const AT_ONCE = 500;

/** The latest deployments of many targets, in one question for hundreds of them. */
export class DatabaseDeploymentReader implements DeploymentReader {
  readonly #knex: Knex;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  async recent(target: TargetKey, count: number): Promise<readonly Deployment[]> {
    return (await this.recentOfAll([target], count)).get(target) ?? [];
  }

  async recentOfAll(
    targets: readonly TargetKey[],
    count: number,
  ): Promise<ReadonlyMap<TargetKey, readonly Deployment[]>> {
    const found = new Map<TargetKey, Deployment[]>(targets.map(target => [target, []]));
    for (let start = 0; start < targets.length; start += AT_ONCE) {
      const ranked = this.#knex('deployments')
        .whereIn('target_key', targets.slice(start, start + AT_ONCE))
        .select('*')
        .rowNumber('place', query =>
          query.partitionBy('target_key').orderBy('started_at', 'desc').orderBy('id'),
        )
        .as('ranked');
      const rows: readonly DeploymentRow[] = await this.#knex
        .from(ranked)
        .where('place', '<=', count)
        .orderBy(['target_key', 'place']);
      for (const row of rows) found.get(row.target_key)?.push(toDeployment(row));
    }
    return found;
  }
}
