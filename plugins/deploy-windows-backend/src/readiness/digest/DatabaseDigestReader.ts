import type { Instant } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { numberOf, textOf } from '../../database/columns';
import type { Row } from '../assessment/rows';
import type { DigestReader, Fallen, Opened } from './DigestReader';

const OPEN = ['fail', 'expired', 'error', 'unknown'];
const HELD_UP = ['pass', 'waived', 'not-applicable'];

export class DatabaseDigestReader implements DigestReader {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async openedSince(since: Instant): Promise<readonly Opened[]> {
    const rows: readonly Row[] = await this.#knex('readiness_results')
      .where({ level: 'must' })
      .whereIn('status', OPEN)
      .andWhere('since_at', '>=', since)
      .orderBy(['subject', 'check_id'])
      .select('subject', 'check_id');
    return rows.map(row => ({ subject: textOf(row.subject), checkId: textOf(row.check_id) }));
  }

  async fallen(since: Instant, stableSince: Instant): Promise<readonly Fallen[]> {
    const rows: readonly Row[] = await this.#knex('readiness_results as r')
      .join('readiness_subjects as s', 's.subject', 'r.subject')
      .where({ 's.stage': 'production', 's.verdict': 'not-ready', 'r.level': 'must' })
      .whereNull('s.gone_at')
      .whereIn('r.status', OPEN)
      .select('r.subject as subject', 'r.check_id as check_id', 'r.since_at as since_at');
    const bySubject = new Map<string, { readonly id: string; readonly since: Instant }[]>();
    for (const row of rows) {
      const list = bySubject.get(textOf(row.subject)) ?? [];
      list.push({ id: textOf(row.check_id), since: numberOf(row.since_at) });
      bySubject.set(textOf(row.subject), list);
    }
    const young = [...bySubject].flatMap(([subject, open]): readonly Fallen[] => {
      const times = open.map(each => each.since);
      if (Math.min(...times) < since || Math.max(...times) > stableSince) return [];
      return [{ subject, checkIds: open.map(({ id }) => id), since: Math.min(...times) }];
    });
    return this.#thatWereReady(young, since);
  }

  /** What was seen for the first time was never ready. */
  async #thatWereReady(young: readonly Fallen[], since: Instant): Promise<readonly Fallen[]> {
    if (young.length === 0) return [];
    const rows: readonly Row[] = await this.#knex('readiness_transitions')
      .whereIn(
        'subject',
        young.map(({ subject }) => subject),
      )
      .whereIn('from_status', HELD_UP)
      .andWhere('at', '>=', since)
      .select('subject', 'check_id');
    const known = new Set(rows.map(row => `${textOf(row.subject)} ${textOf(row.check_id)}`));
    return young.filter(({ subject, checkIds }) =>
      checkIds.every(checkId => known.has(`${subject} ${checkId}`)),
    );
  }
}
