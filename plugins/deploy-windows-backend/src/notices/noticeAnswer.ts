import { instantText, type NoticeAnswer } from 'backstage-plugin-deploy-windows-common';
import { noticeRange, type LeadTime } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Display } from '../display/Display';
import type { NoticeDelivery, NoticeWithDeliveries } from './NoticeStore';

/** @param lead absent: the audience is no longer declared, and nobody can say what is freed */
export function noticeAnswer(
  { notice, deliveries }: NoticeWithDeliveries,
  lead: LeadTime | undefined,
  display: Display,
): NoticeAnswer {
  const frees = lead && noticeRange(notice, lead)?.start;
  return {
    id: notice.id,
    audience: notice.audience,
    audienceTitle: notice.audienceTitle,
    target: notice.target,
    from: instantText(notice.from),
    to: instantText(notice.to),
    text: notice.text,
    state: notice.state,
    ...(notice.effectiveAt !== undefined && { effectiveAt: instantText(notice.effectiveAt) }),
    ...(frees !== undefined && { freesAt: instantText(frees), freesText: display.instant(frees) }),
    requestedBy: notice.requestedBy,
    deliveries: deliveries.map(deliveryAnswer),
  };
}

function deliveryAnswer({
  recipient,
  channel,
  state,
  sentAt,
  claimedAt,
  evidence,
}: NoticeDelivery): NoticeAnswer['deliveries'][number] {
  const at = sentAt ?? claimedAt;
  return {
    recipient,
    channel,
    state,
    ...(at !== undefined && { at: instantText(at) }),
    ...(evidence !== undefined && { evidence }),
  };
}
