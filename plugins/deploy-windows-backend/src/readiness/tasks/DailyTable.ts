import {
  groupsAbove,
  type Instant,
  type OrgGraph,
  type VerdictWord,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { textOf } from '../../database/columns';
import { upsertRows } from '../../database/jsonRows';
import type { Row } from '../assessment/rows';
import { SUBJECTS } from '../assessment/subjectRow';

const TABLE = 'readiness_daily';

/** Everything there is. */
export const EVERYBODY = '*';

/** Subjects by verdict, one set of rows a day: of all, of each owner with the groups above, of each System and Domain. */
export class DailyTable {
  readonly #knex: Knex;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  /** The last count of a day stays. */
  async count(now: Instant, org: OrgGraph): Promise<void> {
    const day = dayOf(now);
    const subjects: readonly Row[] = await this.#knex(SUBJECTS)
      .whereNull('gone_at')
      .whereNotNull('environment')
      .select('owner_ref', 'system_ref', 'domain_ref', 'stage', 'verdict');
    const counts = new Map<string, number>();
    for (const { owner_ref, system_ref, domain_ref, stage, verdict } of subjects) {
      const owners = owner_ref === null ? [] : ownersOf(org, textOf(owner_ref));
      const others = [system_ref, domain_ref].filter(ref => ref !== null).map(textOf);
      for (const ref of new Set([EVERYBODY, ...owners, ...others])) {
        const key = JSON.stringify([ref, stage, verdict]);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    const rows = [...counts].map(([key, count]) => {
      const [group_ref, stage, verdict] = JSON.parse(key) as [string, string, VerdictWord];
      return { day, group_ref, stage, verdict, subjects: count };
    });
    await this.#knex.transaction(async trx => {
      await trx(TABLE).where({ day }).delete();
      await upsertRows(trx, {
        table: TABLE,
        key: ['day', 'group_ref', 'stage', 'verdict'],
        columns: ['day', 'group_ref', 'stage', 'verdict', 'subjects'],
        rows,
      });
    });
  }
}

function ownersOf(org: OrgGraph, ref: string): readonly string[] {
  return [ref, ...groupsAbove(org, ref)];
}

function dayOf(now: Instant): string {
  return new Date(now).toISOString().slice(0, 10);
}
