import { MINUTE, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ChannelAnswer, NoticeChannel } from './channels';
import { unconfirmedMessages } from './noticeMessages';
import type { DeliveryResult, NoticeDelivery, NoticeStore, StoredNotice } from './NoticeStore';

const AT_ONCE = 50;
const GIVE_UP_AFTER = 10 * MINUTE;

export interface SendDueDeps {
  readonly store: NoticeStore;
  readonly channels: readonly NoticeChannel[];
  readonly newId: () => string;
  readonly now: () => Instant;
  readonly logger: Pick<LoggerService, 'warn'>;
}

/**
 * Sends what is queued, each once: who claims a delivery sends it, and nobody after. A claim that is ten minutes old may or may
 * not have been sent; it is left to people.
 */
export async function sendDue(deps: SendDueDeps, now: Instant, signal: AbortSignal): Promise<void> {
  const { store, newId } = deps;
  await store.giveUp(now - GIVE_UP_AFTER, unconfirmedMessages);
  for (const delivery of await store.queued(AT_ONCE)) {
    if (signal.aborted) return;
    const claim = newId();
    if (await store.claim(delivery.id, claim, deps.now())) await sendClaimed(deps, delivery, claim);
  }
}

async function sendClaimed(
  deps: SendDueDeps,
  delivery: NoticeDelivery,
  claim: string,
): Promise<void> {
  const { store, channels, now, logger } = deps;
  const { notice } = (await store.find(delivery.noticeId)) ?? {};
  const channel = channels.find(({ id }) => id === delivery.channel);
  if (notice === undefined || notice.state === 'withdrawn' || channel === undefined) {
    const evidence =
      notice?.state === 'withdrawn'
        ? 'Withdrawn before it was sent'
        : 'This channel is no longer installed';
    await store.settle(delivery.id, claim, { state: 'failed', at: now(), evidence });
    return;
  }
  try {
    const answer = await channel.send({
      notice,
      recipient: delivery.recipient,
      link: linkOf(notice),
    });
    const result = resultOf(answer, now());
    if (result) await store.settle(delivery.id, claim, result);
  } catch (error) {
    logger.warn(
      `Nobody knows whether notice ${notice.id} reached ${delivery.recipient} by ${channel.id}: ${error}`,
    );
    await store.settle(delivery.id, claim, {
      state: 'unconfirmed',
      at: now(),
      evidence: 'The channel failed while it was sent',
    });
  }
}

function resultOf(answer: ChannelAnswer, at: Instant): DeliveryResult | undefined {
  switch (answer.outcome) {
    case 'sent': {
      const { messageId, evidence } = answer;
      return {
        state: 'sent',
        at,
        ...(messageId !== undefined && { messageId }),
        ...(evidence !== undefined && { evidence }),
      };
    }
    case 'refused':
      return { state: 'failed', at, evidence: answer.why };
    case 'handed-on':
      return undefined;
    default:
      throw new Error(answer satisfies never);
  }
}

/** The page of the entity. */
function linkOf({ target }: StoredNotice): string {
  const [, kind, namespace, name] = /^([^:]+):([^/]+)\/([^#]+)/.exec(target) ?? [];
  return `/catalog/${namespace}/${kind}/${name}`;
}
