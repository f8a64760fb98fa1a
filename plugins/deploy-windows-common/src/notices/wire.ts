import { z } from 'zod';
import { entityRefSchema, environmentSchema } from '../schedule/wire';
import { askedInstantSchema, instantSchema } from '../time/wire';

const text = z.string();
const words = z.string().trim().min(1).max(4_000);

/** `POST /v1/notices`: tells an audience of a range. `dryRun` shows the text and the earliest start and sends nothing. */
export const noticeWishSchema = z.strictObject({
  entity: entityRefSchema,
  environment: environmentSchema,
  /** Key or id; left out where the target has one audience only. */
  audience: text.exactOptional(),
  from: askedInstantSchema.exactOptional(),
  to: askedInstantSchema.exactOptional(),
  /** Left out: written from impact, range and procedure. */
  text: words.exactOptional(),
  dryRun: z.boolean().exactOptional(),
});
export type NoticeWish = z.output<typeof noticeWishSchema>;
export type NoticeWishText = z.input<typeof noticeWishSchema>;

/** `POST /v1/notices/record`: they were told by other means; how, and when. */
export const noticeRecordSchema = noticeWishSchema.omit({ dryRun: true }).extend({
  toldAt: askedInstantSchema.exactOptional(),
  evidence: z.string().trim().min(3, 'say how they were told').max(2_000),
});
export type NoticeRecord = z.output<typeof noticeRecordSchema>;
export type NoticeRecordText = z.input<typeof noticeRecordSchema>;

/** `POST /v1/notices/:id/confirm`: how it is known that they were told. */
export const confirmWishSchema = z.strictObject({
  evidence: z.string().trim().min(3, 'say how you know').max(2_000),
});

/** `POST /v1/notices/:id/deliveries`: a module that was asked to tell a contact says what came of it. */
export const deliveryWishSchema = z.strictObject({
  recipient: z.string().min(1).max(500),
  channel: z.string().min(1).max(50).default('module'),
  state: z.enum(['sent', 'failed']),
  at: askedInstantSchema.exactOptional(),
  messageId: z.string().max(500).exactOptional(),
  evidence: z.string().trim().max(2_000).exactOptional(),
});
export type DeliveryWish = z.output<typeof deliveryWishSchema>;

export const noticeStateSchema = z.enum([
  'queued',
  'sending',
  'sent',
  'recorded',
  'unconfirmed',
  'failed',
  'withdrawn',
]);

export const noticeAnswerSchema = z.object({
  id: text,
  audience: text,
  audienceTitle: text,
  target: text,
  from: instantSchema,
  to: instantSchema,
  text,
  state: noticeStateSchema,
  effectiveAt: instantSchema.exactOptional(),
  /** First start it frees, once the lead is over; absent where the range ends before. */
  freesAt: instantSchema.exactOptional(),
  freesText: text.exactOptional(),
  requestedBy: text,
  deliveries: z.array(
    z.object({
      recipient: text,
      channel: text,
      state: text,
      at: instantSchema.exactOptional(),
      evidence: text.exactOptional(),
    }),
  ),
});
export type NoticeAnswer = z.output<typeof noticeAnswerSchema>;

export const noticePreviewSchema = z.object({
  audience: text,
  audienceTitle: text,
  contacts: z.array(text),
  lead: text,
  from: instantSchema,
  to: instantSchema,
  text,
  freesAt: instantSchema.exactOptional(),
  freesText: text.exactOptional(),
});
export type NoticePreview = z.output<typeof noticePreviewSchema>;
export const noticesAnswerSchema = z.object({
  items: z.array(noticeAnswerSchema),
  nextCursor: text.exactOptional(),
});
export type NoticesAnswer = z.output<typeof noticesAnswerSchema>;
