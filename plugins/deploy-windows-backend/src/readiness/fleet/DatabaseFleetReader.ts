import type {
  CheckDefinition,
  EvidenceKind,
  RequirementLevel,
  Status,
  SubjectKey,
  VerdictWord,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { given, numberOf, textOf, type Column } from '../../database/columns';
import { logPage, type LogPage } from '../../database/logPage';
import type { TransitionCause } from '../assessment/Assessments';
import type { Row } from '../assessment/rows';
import { OUTLINE_COLUMNS, SUBJECTS, toOutline } from '../assessment/subjectRow';
import type {
  DailyCount,
  FleetReader,
  Standing,
  StoredStatus,
  StoredTransition,
} from './FleetReader';

const RESULTS = 'readiness_results';

// The tables have checks of their own, or are written from these words alone.
const word =
  <T extends string>() =>
  (column: Column): T =>
    textOf(column) as T;

export class DatabaseFleetReader implements FleetReader {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async standings(): Promise<readonly Standing[]> {
    const rows: readonly Row[] = await this.#knex(SUBJECTS)
      .whereNull('gone_at')
      .orderBy('subject')
      .select(...OUTLINE_COLUMNS, 'verdict', 'open_must');
    return rows.map(row => ({
      ...toOutline(row),
      verdict: word<VerdictWord>()(row.verdict),
      openMust: numberOf(row.open_must),
    }));
  }

  async statuses(checkId?: string): Promise<readonly StoredStatus[]> {
    const query = this.#knex(RESULTS).select(
      'subject',
      'check_id',
      'pack',
      'level',
      'status',
      'evidence',
    );
    if (checkId !== undefined) query.where({ check_id: checkId });
    const rows: readonly Row[] = await query;
    return rows.map(row => ({
      subject: textOf(row.subject),
      checkId: textOf(row.check_id),
      pack: textOf(row.pack),
      level: word<RequirementLevel>()(row.level),
      status: word<Status>()(row.status),
      ...given('evidence', row.evidence, word<EvidenceKind>()),
    }));
  }

  async declaredOnly(): Promise<ReadonlySet<SubjectKey>> {
    const rows: readonly Row[] = await this.#knex(RESULTS)
      .where({ level: 'must', status: 'pass', evidence: 'declared' })
      .distinct('subject');
    return new Set(rows.map(({ subject }) => textOf(subject)));
  }

  async definitions(checkIds: readonly string[]): Promise<ReadonlyMap<string, CheckDefinition>> {
    if (checkIds.length === 0) return new Map();
    const rows: readonly Row[] = await this.#knex('readiness_definitions').whereIn(
      'hash',
      this.#knex(RESULTS)
        .whereIn('check_id', checkIds)
        .groupBy('check_id')
        .max('definition as definition'),
    );
    const found = rows.map(({ definition }) => JSON.parse(textOf(definition)) as CheckDefinition);
    return new Map(found.map(each => [each.id, each]));
  }

  async transitions(
    subject: SubjectKey,
    {
      check,
      ...part
    }: { readonly check?: string; readonly limit: number; readonly cursor?: string },
  ): Promise<LogPage<StoredTransition>> {
    const table = this.#knex('readiness_transitions').where({ subject });
    if (check !== undefined) table.andWhere({ check_id: check });
    return logPage(table, 'at', part, row => ({
      id: textOf(row.id),
      checkId: textOf(row.check_id),
      ...given('from', row.from_status, word<Status>()),
      to: word<Status>()(row.to_status),
      at: numberOf(row.at),
      cause: word<TransitionCause>()(row.cause),
      ...given('actor', row.actor, textOf),
    }));
  }

  async daily({
    ref,
    stage,
    since,
  }: {
    readonly ref: string;
    readonly stage?: string;
    readonly since: string;
  }): Promise<readonly DailyCount[]> {
    const table = this.#knex('readiness_daily')
      .where({ group_ref: ref })
      .andWhere('day', '>=', since)
      .groupBy('day', 'verdict')
      .orderBy('day')
      .select('day', 'verdict')
      .sum('subjects as subjects');
    if (stage !== undefined) table.andWhere({ stage });
    const rows: readonly Row[] = await table;
    return rows.map(row => ({
      day: textOf(row.day),
      verdict: word<VerdictWord>()(row.verdict),
      subjects: numberOf(row.subjects),
    }));
  }
}
