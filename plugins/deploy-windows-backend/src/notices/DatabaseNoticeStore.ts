import type { Instant, Notice } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { logPage, type LogPage, type LogPart } from '../database/logPage';
import { write } from '../database/write';
import { insertMessages } from '../outbox/insertMessages';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import {
  fromDelivery,
  fromNotice,
  toDelivery,
  toNotice,
  type DeliveryRow,
  type NoticeRow,
} from './noticeRows';
import { noticeStateOf } from './noticeStateOf';
import type {
  DeliveryResult,
  DeliveryState,
  NoticeDelivery,
  NoticeStore,
  NoticeWithDeliveries,
  StoredNotice,
} from './NoticeStore';

export class DatabaseNoticeStore implements NoticeStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async current(now: Instant): Promise<readonly Notice[]> {
    const rows: readonly NoticeRow[] = await this.#knex('notices')
      .whereNot({ state: 'withdrawn' })
      .where('to_at', '>', now)
      .orderBy('id');
    // What the evaluator asks, and not the text: it would be kept with every decision.
    return rows.map(toNotice).map(({ id, audience, target, from, to, state, effectiveAt }) => ({
      id,
      audience,
      target,
      from,
      to,
      state,
      ...(effectiveAt !== undefined && { effectiveAt }),
    }));
  }

  async find(id: string): Promise<NoticeWithDeliveries | undefined> {
    return (await withDeliveries(this.#knex, await this.#knex('notices').where({ id })))[0];
  }

  async insert(
    notice: StoredNotice,
    deliveries: readonly NoticeDelivery[],
    {
      idempotencyKey,
      messages,
    }: { readonly idempotencyKey?: string; readonly messages: readonly OutboxMessage[] },
  ): Promise<NoticeWithDeliveries> {
    return write(this.#knex, async trx => {
      if (idempotencyKey !== undefined) {
        const rows = await trx('notices').where({
          requested_by: notice.requestedBy,
          idempotency_key: idempotencyKey,
        });
        const [first] = await withDeliveries(trx, rows);
        if (first) return first;
      }
      await trx('notices').insert({
        ...fromNotice(notice),
        idempotency_key: idempotencyKey ?? null,
      });
      for (const delivery of deliveries)
        await trx('notice_deliveries').insert(fromDelivery(delivery));
      await insertMessages(trx, messages);
      return { notice, deliveries };
    });
  }

  async list(part: LogPart): Promise<LogPage<NoticeWithDeliveries>> {
    const page = await logPage(
      this.#knex('notices'),
      'requested_at',
      part,
      row => row as unknown as NoticeRow,
    );
    return { ...page, items: await withDeliveries(this.#knex, page.items) };
  }

  async queued(count: number): Promise<readonly NoticeDelivery[]> {
    const rows: readonly DeliveryRow[] = await this.#knex('notice_deliveries')
      .join('notices', 'notices.id', 'notice_deliveries.notice_id')
      .where({ 'notice_deliveries.state': 'queued' })
      .whereNot({ 'notices.state': 'withdrawn' })
      .orderBy('notices.requested_at')
      .limit(count)
      .select('notice_deliveries.*');
    return rows.map(toDelivery);
  }

  async claim(delivery: string, claim: string, now: Instant): Promise<boolean> {
    return write(this.#knex, async trx => {
      const claimed: readonly DeliveryRow[] = await trx('notice_deliveries')
        .where({ id: delivery, state: 'queued' })
        .update({ state: 'sending', claim, claimed_at: now })
        .returning('*');
      const row = claimed[0];
      if (row === undefined) return false;
      await refresh(trx, row.notice_id);
      return true;
    });
  }

  async settle(delivery: string, claim: string, result: DeliveryResult): Promise<void> {
    await write(this.#knex, async trx => {
      // Only a success may follow "nobody knows"; what a person or a module has settled meanwhile stands.
      const from: readonly DeliveryState[] =
        result.state === 'sent' ? ['sending', 'unconfirmed'] : ['sending'];
      const rows: readonly DeliveryRow[] = await trx('notice_deliveries')
        .where({ id: delivery, claim })
        .whereIn('state', [...from])
        .update(fromResult(result))
        .returning('*');
      for (const { notice_id } of rows) await refresh(trx, notice_id);
    });
  }

  async giveUp(
    before: Instant,
    messages: (notice: StoredNotice) => readonly OutboxMessage[],
  ): Promise<number> {
    const old = (knex: Knex) =>
      knex('notice_deliveries').where({ state: 'sending' }).where('claimed_at', '<=', before);
    if ((await old(this.#knex).first('id')) === undefined) return 0;
    return write(this.#knex, async trx => {
      const rows: readonly DeliveryRow[] = await old(trx)
        .update({ state: 'unconfirmed' })
        .returning('*');
      for (const id of new Set(rows.map(({ notice_id }) => notice_id))) {
        const notice = await refresh(trx, id);
        if (notice?.state === 'unconfirmed') await insertMessages(trx, messages(notice));
      }
      return rows.length;
    });
  }

  async evidence(
    noticeId: string,
    {
      recipient,
      channel,
      states,
    }: {
      readonly recipient?: string;
      readonly channel?: string;
      readonly states: readonly DeliveryState[];
    },
    result: DeliveryResult,
  ): Promise<boolean> {
    return write(this.#knex, async trx => {
      const count = await trx('notice_deliveries')
        .where({
          notice_id: noticeId,
          ...(recipient !== undefined && { recipient }),
          ...(channel !== undefined && { channel }),
        })
        .whereIn('state', [...states])
        .update(fromResult(result));
      if (count > 0) await refresh(trx, noticeId);
      return count > 0;
    });
  }

  async withdraw(
    id: string,
    by: string,
    why: string,
    messages: readonly OutboxMessage[],
  ): Promise<boolean> {
    return write(this.#knex, async trx => {
      const count = await trx('notices')
        .where({ id })
        .whereNot({ state: 'withdrawn' })
        .update({ state: 'withdrawn', withdrawn_by: by, withdraw_reason: why });
      if (count !== 1) return false;
      await trx('notice_deliveries')
        .where({ notice_id: id, state: 'queued' })
        .update({ state: 'withdrawn' });
      await insertMessages(trx, messages);
      return true;
    });
  }
}

function fromResult({ state, at, messageId, evidence }: DeliveryResult) {
  const isTold = state === 'sent' || state === 'recorded';
  return {
    state,
    ...(isTold && { sent_at: at }),
    ...(messageId !== undefined && { message_id: messageId }),
    ...(evidence !== undefined && { evidence }),
  };
}

/** The notice follows its deliveries; a withdrawn one stays withdrawn, and one that was told stays told. */
async function refresh(trx: Knex.Transaction, id: string): Promise<StoredNotice | undefined> {
  const [found] = await withDeliveries(trx, await trx('notices').where({ id }));
  if (found === undefined || found.notice.state === 'withdrawn') return found?.notice;
  const { state, effectiveAt } = noticeStateOf(found.notice.require, found.deliveries);
  await trx('notices')
    .where({ id })
    .update({ state, effective_at: effectiveAt ?? null });
  const { effectiveAt: _, ...rest } = found.notice;
  return { ...rest, state, ...(effectiveAt !== undefined && { effectiveAt }) };
}

async function withDeliveries(
  knex: Knex,
  rows: readonly NoticeRow[],
): Promise<readonly NoticeWithDeliveries[]> {
  const ids = rows.map(({ id }) => id);
  const deliveries: readonly DeliveryRow[] =
    ids.length === 0
      ? []
      : await knex('notice_deliveries').whereIn('notice_id', ids).orderBy(['recipient', 'channel']);
  return rows.map(row => ({
    notice: toNotice(row),
    deliveries: deliveries.filter(({ notice_id }) => notice_id === row.id).map(toDelivery),
  }));
}
