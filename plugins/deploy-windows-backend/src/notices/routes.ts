import {
  confirmWishSchema,
  deliveryWishSchema,
  logQuerySchema,
  noticeAnswerSchema,
  noticePreviewSchema,
  noticeRecordSchema,
  noticesAnswerSchema,
  noticeWishSchema,
  whySchema,
  type NoticeAnswer,
} from 'backstage-plugin-deploy-windows-common';
import { route, type Answer, type Route } from '../api/route';
import type { NoticeService } from './NoticeService';

const ANYONE = ['user', 'service'] as const;

const answered = (notice: NoticeAnswer, status = 200): Answer => {
  const { id, audience, from, to, state } = notice;
  return { status, body: notice, audit: { notice: id, audience, from, to, state } };
};

export function noticeRoutes(notices: NoticeService): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/notices',
      summary: 'Who was told what, latest first',
      allow: ANYONE,
      query: logQuerySchema,
      answers: { 200: noticesAnswerSchema },
      handle: async ({ query, options }) => ({ body: await notices.list(query, options) }),
    }),
    route({
      method: 'post',
      path: '/v1/notices',
      summary:
        'Tells an audience of a range; dryRun: shows what it would say and free, and sends nothing',
      allow: ANYONE,
      body: noticeWishSchema,
      answers: { 200: noticePreviewSchema, 201: noticeAnswerSchema },
      audit: {
        eventId: 'notice-mutate',
        severity: 'medium',
        action: 'send',
        meta: ({ body }) => ({
          entity: body.entity,
          environment: body.environment,
          dryRun: body.dryRun ?? false,
        }),
      },
      handle: async ({ body, options }) =>
        body.dryRun
          ? { body: await notices.preview(body, options) }
          : answered(await notices.send(body, options), 201),
    }),
    route({
      method: 'post',
      path: '/v1/notices/record',
      summary: 'They were told by other means: when and how',
      allow: ANYONE,
      body: noticeRecordSchema,
      answers: { 201: noticeAnswerSchema },
      audit: {
        eventId: 'notice-mutate',
        severity: 'medium',
        action: 'record',
        meta: ({ body }) => ({ entity: body.entity, environment: body.environment }),
      },
      handle: async ({ body, options }) => answered(await notices.record(body, options), 201),
    }),
    route({
      method: 'post',
      path: '/v1/notices/:id/confirm',
      summary: 'Settles a notice of which nobody knew whether it arrived; people only',
      allow: ['user'],
      body: confirmWishSchema,
      answers: { 200: noticeAnswerSchema },
      audit: { eventId: 'notice-mutate', severity: 'medium', action: 'confirm' },
      handle: async ({ params: { id = '' }, body, options }) =>
        answered(await notices.confirm(id, body.evidence, options)),
    }),
    route({
      method: 'post',
      path: '/v1/notices/:id/withdraw',
      summary: 'Calls it off; whoever was told hears of it',
      allow: ANYONE,
      body: whySchema,
      answers: { 200: noticeAnswerSchema },
      audit: {
        eventId: 'notice-mutate',
        severity: 'medium',
        action: 'withdraw',
        meta: ({ body }) => ({ why: body.why }),
      },
      handle: async ({ params: { id = '' }, body, options }) =>
        answered(await notices.withdraw(id, body.why, options)),
    }),
    route({
      method: 'post',
      path: '/v1/notices/:id/deliveries',
      summary: 'What a module that tells people reports of one contact',
      allow: ANYONE,
      body: deliveryWishSchema,
      answers: { 200: noticeAnswerSchema },
      audit: {
        eventId: 'notice-mutate',
        severity: 'medium',
        action: 'deliver',
        meta: ({ body }) => ({ recipient: body.recipient, channel: body.channel }),
      },
      handle: async ({ params: { id = '' }, body, options }) =>
        answered(await notices.delivered(id, body, options)),
    }),
  ];
}
