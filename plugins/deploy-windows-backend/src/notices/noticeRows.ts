import type { DeliveryState, NoticeDelivery, StoredNotice } from './NoticeStore';

type Whole = string | number;

export interface NoticeRow {
  readonly id: string;
  readonly audience: string;
  readonly audience_title: string;
  readonly target_key: string;
  readonly from_at: Whole;
  readonly to_at: Whole;
  readonly title: string;
  readonly text: string;
  readonly required: 'any' | 'all';
  readonly state: StoredNotice['state'];
  readonly effective_at: Whole | null;
  readonly requested_by: string;
  readonly requested_at: Whole;
  readonly withdrawn_by: string | null;
  readonly withdraw_reason: string | null;
}

export interface DeliveryRow {
  readonly id: string;
  readonly notice_id: string;
  readonly recipient: string;
  readonly channel: string;
  readonly state: DeliveryState;
  readonly claim: string | null;
  readonly claimed_at: Whole | null;
  readonly sent_at: Whole | null;
  readonly message_id: string | null;
  readonly evidence: string | null;
}

export function toNotice(row: NoticeRow): StoredNotice {
  return {
    id: row.id,
    audience: row.audience,
    audienceTitle: row.audience_title,
    target: row.target_key,
    from: Number(row.from_at),
    to: Number(row.to_at),
    title: row.title,
    text: row.text,
    require: row.required,
    state: row.state,
    ...(row.effective_at !== null && { effectiveAt: Number(row.effective_at) }),
    requestedBy: row.requested_by,
    requestedAt: Number(row.requested_at),
    ...(row.withdrawn_by !== null && { withdrawnBy: row.withdrawn_by }),
    ...(row.withdraw_reason !== null && { withdrawReason: row.withdraw_reason }),
  };
}

export function fromNotice(notice: StoredNotice) {
  return {
    id: notice.id,
    audience: notice.audience,
    audience_title: notice.audienceTitle,
    target_key: notice.target,
    from_at: notice.from,
    to_at: notice.to,
    title: notice.title,
    text: notice.text,
    required: notice.require,
    state: notice.state,
    effective_at: notice.effectiveAt ?? null,
    requested_by: notice.requestedBy,
    requested_at: notice.requestedAt,
    withdrawn_by: notice.withdrawnBy ?? null,
    withdraw_reason: notice.withdrawReason ?? null,
  };
}

export function toDelivery(row: DeliveryRow): NoticeDelivery {
  return {
    id: row.id,
    noticeId: row.notice_id,
    recipient: row.recipient,
    channel: row.channel,
    state: row.state,
    ...(row.claimed_at !== null && { claimedAt: Number(row.claimed_at) }),
    ...(row.sent_at !== null && { sentAt: Number(row.sent_at) }),
    ...(row.message_id !== null && { messageId: row.message_id }),
    ...(row.evidence !== null && { evidence: row.evidence }),
  };
}

export function fromDelivery(delivery: NoticeDelivery) {
  return {
    id: delivery.id,
    notice_id: delivery.noticeId,
    recipient: delivery.recipient,
    channel: delivery.channel,
    state: delivery.state,
    sent_at: delivery.sentAt ?? null,
    message_id: delivery.messageId ?? null,
    evidence: delivery.evidence ?? null,
  };
}
