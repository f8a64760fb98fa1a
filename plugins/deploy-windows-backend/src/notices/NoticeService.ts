import type {
  DeliveryWish,
  LogQueryAsked,
  NoticeAnswer,
  NoticePreview,
  NoticeRecord,
  NoticesAnswer,
  NoticeWish,
} from 'backstage-plugin-deploy-windows-common';
import type { TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CallOptions } from '../api/route';

/** Promises to audiences: told, and proof of it. */
export interface NoticeService {
  /** Text, range and first start, and nothing is sent. */
  preview(wish: NoticeWish, options: CallOptions): Promise<NoticePreview>;
  /** Queued; it is sent within a quarter of a minute, and counts once it is. */
  send(wish: NoticeWish, options: CallOptions): Promise<NoticeAnswer>;
  /** They were told by other means. */
  record(wish: NoticeRecord, options: CallOptions): Promise<NoticeAnswer>;
  /** Settles one of which nobody knew whether it arrived. @throws ConflictError with code ALREADY_SENT or NOT_UNCONFIRMED */
  confirm(id: string, evidence: string, options: CallOptions): Promise<NoticeAnswer>;
  withdraw(id: string, why: string, options: CallOptions): Promise<NoticeAnswer>;
  /** What a module reports of one contact. */
  delivered(id: string, wish: DeliveryWish, options: CallOptions): Promise<NoticeAnswer>;
  list(query: LogQueryAsked, options: CallOptions): Promise<NoticesAnswer>;
  targetOf(id: string): Promise<TargetKey>;
}
