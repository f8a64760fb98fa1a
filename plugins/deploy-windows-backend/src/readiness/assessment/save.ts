import type { Instant } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { upsertRows } from '../../database/jsonRows';
import type { Definitions } from './Definitions';
import { RESULT_COLUMNS, RESULTS } from './resultRow';
import type { Settled } from './settle';
import { fromSubject, SUBJECT_COLUMNS, SUBJECTS } from './subjectRow';

export interface SaveOptions {
  readonly settled: readonly Settled[];
  readonly definitions: Definitions;
  readonly newId: () => string;
  readonly now: Instant;
  /** Whether something became another outcome that others ask about. */
  readonly isAskedByOthers: (settled: Settled) => boolean;
}

/**
 * Writes what differs with its transitions. A subject that somebody else has judged since it was read is left as it is; says which
 * those are. The number of statements does not depend on the number of subjects or checks, apart from its thousands.
 */
export async function save(
  trx: Knex.Transaction,
  { settled, definitions, newId, now, isAskedByOthers }: SaveOptions,
): Promise<ReadonlySet<string>> {
  const changedVersion = settled.some(({ isOtherVerdict }) => isOtherVerdict)
    ? await raiseVersion(trx)
    : 0;
  const won = new Set(
    await upsertRows(trx, {
      table: SUBJECTS,
      key: ['subject'],
      columns: SUBJECT_COLUMNS,
      rows: settled.map(({ subject, isOtherVerdict }) =>
        fromSubject(isOtherVerdict ? { ...subject, changedVersion } : subject),
      ),
      where: `"${SUBJECTS}"."version" = excluded."version" - 1`,
    }),
  );
  const written = settled.filter(({ subject }) => won.has(subject.subject.key));
  await definitions.keep(trx, new Set(written.flatMap(one => [...one.definitions])));
  await upsertRows(trx, {
    table: RESULTS,
    key: ['subject', 'check_id'],
    columns: RESULT_COLUMNS,
    rows: written.flatMap(({ results }) => results),
  });
  await dropResults(trx, written);
  await insertTransitions(trx, written, newId, now);
  const asked = written.filter(isAskedByOthers);
  await markStale(trx, new Set(asked.map(one => one.subject.subject.entityRef)), newId());
  return new Set(settled.map(({ subject }) => subject.subject.key).filter(key => !won.has(key)));
}

/** Under the row of the epoch, which is taken first by whoever writes what a gate asks for: versions grow as they are committed. */
async function raiseVersion(trx: Knex.Transaction): Promise<number> {
  await trx('policy_epoch').where({ id: 1 }).increment({ epoch: 1, readiness_version: 1 });
  const row = await trx('policy_epoch').where({ id: 1 }).first('readiness_version');
  return Number(row.readiness_version);
}

async function dropResults(trx: Knex.Transaction, written: readonly Settled[]): Promise<void> {
  const pairs = written.flatMap(({ subject, dropped }) =>
    dropped.map(checkId => [subject.subject.key, checkId]),
  );
  for (let start = 0; start < pairs.length; start += 1_000)
    await trx(RESULTS)
      .whereIn(['subject', 'check_id'], pairs.slice(start, start + 1_000))
      .delete();
}

async function insertTransitions(
  trx: Knex.Transaction,
  written: readonly Settled[],
  newId: () => string,
  now: Instant,
): Promise<void> {
  const rows = written.flatMap(({ subject, transitions, draft }) =>
    transitions.map(({ checkId, from, to }) => ({
      id: newId(),
      subject: subject.subject.key,
      check_id: checkId,
      from_status: from,
      to_status: to,
      at: now,
      cause: draft.cause,
      actor: draft.actor,
    })),
  );
  const columns = ['id', 'subject', 'check_id', 'from_status', 'to_status', 'at', 'cause', 'actor'];
  await upsertRows(trx, {
    table: 'readiness_transitions',
    key: ['id'],
    columns,
    rows,
    onConflict: 'ignore',
  });
}

/** Whoever depends on it is judged again by the next pass; a mark that was there is replaced, so that a pass under way does not take it away. */
export async function markStale(
  trx: Knex.Transaction,
  entityRefs: ReadonlySet<string>,
  mark: string,
): Promise<void> {
  await upsertRows(trx, {
    table: 'readiness_stale',
    key: ['entity_ref'],
    columns: ['entity_ref', 'mark'],
    rows: [...entityRefs].sort().map(entity_ref => ({ entity_ref, mark })),
  });
}
