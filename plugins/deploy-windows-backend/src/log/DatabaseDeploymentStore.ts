import type {
  Deployment,
  Instant,
  TargetKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { logPage, type LogPage } from '../database/logPage';
import { write } from '../database/write';
import { lastToken, releaseLock } from '../locks/lockSteps';
import { insertMessages } from '../outbox/insertMessages';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import { fromDeployment, toDeployment, type DeploymentRow } from './deploymentRows';
import type {
  DeploymentPart,
  DeploymentStore,
  Finish,
  NewDeployment,
  PermitCover,
  RunningDeployment,
  StoredDeployment,
} from './DeploymentStore';
import { permitQuery, withLocks, type PermitRow } from './permitRows';
import type { StoredPermit } from './PermitStore';

type Messages = (deployment: StoredDeployment) => readonly OutboxMessage[];

export class DatabaseDeploymentStore implements DeploymentStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async recent(target: TargetKey, count: number): Promise<readonly Deployment[]> {
    const rows: readonly DeploymentRow[] = await this.#knex('deployments')
      .where({ target_key: target })
      .orderBy([{ column: 'started_at', order: 'desc' }, 'id'])
      .limit(count);
    return rows.map(toDeployment);
  }

  async find(id: string): Promise<RunningDeployment | undefined> {
    const rows: readonly DeploymentRow[] = await this.#knex('deployments').where({ id });
    return (await withPermits(this.#knex, rows))[0];
  }

  async record(
    deployment: NewDeployment,
    permit: string | undefined,
    cover: (permits: readonly StoredPermit[]) => PermitCover,
    messages: Messages,
  ) {
    return write(this.#knex, async trx => {
      const { source, externalId: external_id } = deployment;
      const known: DeploymentRow | undefined = await trx('deployments')
        .where({ source, external_id })
        .first();
      if (known) return { outcome: 'known' as const, deployment: toDeployment(known) };
      const stored: StoredDeployment = {
        ...deployment,
        ...cover(await candidates(trx, deployment, permit)),
      };
      await trx('deployments').insert(fromDeployment(stored));
      await addEvent(trx, stored.id, 'started', stored.startedAt, stored.by);
      if (stored.finishedAt !== undefined) {
        await addEvent(trx, stored.id, stored.result, stored.finishedAt, stored.by, stored.note);
        await closePermit(trx, stored, stored.finishedAt, stored.by);
      }
      await insertMessages(trx, messages(stored));
      return { outcome: 'recorded' as const, deployment: stored };
    });
  }

  async finish(
    id: string,
    finish: Finish,
    messages: Messages,
  ): Promise<'finished' | 'finished-before' | 'lost'> {
    return write(this.#knex, async trx => {
      const row: DeploymentRow | undefined = await trx('deployments')
        .where({ id, result: 'running' })
        .first();
      if (row === undefined) return 'finished-before';
      const [running] = await withPermits(trx, [row]);
      const lock = running?.permit?.lock;
      const { token } = finish;
      if (lock && token !== undefined && token < (await lastToken(trx, lock.key))) return 'lost';
      await trx('deployments')
        .where({ id })
        .update({
          finished_at: finish.at,
          result: finish.result,
          ...(finish.note !== undefined && { note: finish.note }),
          ...(finish.causedErrors !== undefined && { caused_errors: finish.causedErrors }),
        });
      const done: DeploymentRow = await trx('deployments').where({ id }).first();
      await addEvent(trx, id, finish.result, finish.at, finish.by, finish.note);
      await closePermit(trx, toDeployment(done), finish.at, finish.by);
      await insertMessages(trx, messages(toDeployment(done)));
      return 'finished';
    });
  }

  async list({ unpermitted, ...part }: DeploymentPart): Promise<LogPage<StoredDeployment>> {
    const table = this.#knex('deployments');
    if (unpermitted !== undefined) table.where({ unpermitted });
    return logPage(table, 'started_at', part, row => toDeployment(row as unknown as DeploymentRow));
  }

  async running(targets?: readonly TargetKey[]): Promise<readonly RunningDeployment[]> {
    const query = this.#knex('deployments')
      .where({ result: 'running' })
      .orderBy(['started_at', 'id']);
    if (targets !== undefined) query.whereIn('target_key', [...targets]);
    return withPermits(this.#knex, await query);
  }

  async noteOnce(
    id: string,
    what: 'overrun' | 'closing',
    at: Instant,
    messages: readonly OutboxMessage[],
  ): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      const noted = await trx('deployment_events').where({ deployment_id: id, what }).first('seq');
      if (noted !== undefined) return false;
      await addEvent(trx, id, what, at, 'system');
      await insertMessages(trx, messages);
      return true;
    });
  }

  async permits(
    deployments: readonly StoredDeployment[],
  ): Promise<ReadonlyMap<string, StoredPermit>> {
    const ids = deployments.flatMap(({ permitId }) => permitId ?? []);
    if (ids.length === 0) return new Map();
    const rows: readonly PermitRow[] = await permitQuery(this.#knex).whereIn('permits.id', ids);
    return new Map((await withLocks(this.#knex, rows)).map(permit => [permit.id, permit]));
  }
}

/** Permits that a start may belong to: unused ones of the target, and the one that is named. */
async function candidates(
  trx: Knex.Transaction,
  { target }: NewDeployment,
  permit: string | undefined,
): Promise<readonly StoredPermit[]> {
  const rows: readonly PermitRow[] = await permitQuery(trx)
    .where(either => {
      either.where(unused =>
        unused.where({ 'permits.target_key': target }).whereNull('deployments.id'),
      );
      if (permit !== undefined) either.orWhere({ 'permits.id': permit });
    })
    .orderBy(['issued_at', 'permits.id']);
  return withLocks(trx, rows);
}

async function withPermits(
  knex: Knex,
  rows: readonly DeploymentRow[],
): Promise<readonly RunningDeployment[]> {
  const ids = rows.flatMap(({ permit_id }) => permit_id ?? []);
  const permitRows: readonly PermitRow[] =
    ids.length === 0 ? [] : await permitQuery(knex).whereIn('permits.id', ids);
  const permits = await withLocks(knex, permitRows);
  return rows.map(row => {
    const permit = permits.find(({ id }) => id === row.permit_id);
    return { deployment: toDeployment(row), ...(permit && { permit }) };
  });
}

async function closePermit(
  trx: Knex.Transaction,
  { permitId }: StoredDeployment,
  at: Instant,
  by: string,
): Promise<void> {
  if (permitId === undefined) return;
  const row: PermitRow | undefined = await trx('permits').where({ id: permitId }).first();
  await trx('permits').where({ id: permitId }).whereNull('closed_at').update({ closed_at: at });
  if (row?.lock_id) await releaseLock(trx, row.lock_id, { at, cause: 'finished', by });
}

async function addEvent(
  trx: Knex.Transaction,
  id: string,
  what: string,
  at: Instant,
  by: string,
  note?: string,
): Promise<void> {
  const last = await trx('deployment_events')
    .where({ deployment_id: id })
    .max('seq as seq')
    .first();
  await trx('deployment_events').insert({
    deployment_id: id,
    seq: (last?.seq ?? 0) + 1,
    at,
    what,
    by_ref: by,
    note: note ?? null,
  });
}
