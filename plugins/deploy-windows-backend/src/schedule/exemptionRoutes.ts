import {
  exemptionAnswerSchema,
  exemptionsAnswerSchema,
  exemptionWishSchema,
  logQuerySchema,
  whySchema,
  type ExemptionAnswer,
} from 'backstage-plugin-deploy-windows-common';
import { route, type Route } from '../api/route';
import type { AuthorizedExemptionService } from './AuthorizedExemptionService';

export function exemptionRoutes(exemptions: AuthorizedExemptionService): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/exemptions',
      summary: 'Leave from freezes, newest first',
      allow: ['user', 'service'],
      query: logQuerySchema,
      answers: { 200: exemptionsAnswerSchema },
      handle: async ({ query, options }) => ({ body: await exemptions.list(query, options) }),
    }),
    route({
      method: 'post',
      path: '/v1/exemptions',
      summary: 'Let one target out of one freeze for a time; granted where the freeze is kept',
      allow: ['user'],
      body: exemptionWishSchema,
      answers: { 201: exemptionAnswerSchema },
      audit: {
        eventId: 'exemption-mutate',
        severity: 'high',
        action: 'grant',
        meta: ({ body }) => ({ freeze: body.freeze }),
      },
      handle: async ({ body, options }) => answered(201, await exemptions.grant(body, options)),
    }),
    route({
      method: 'post',
      path: '/v1/exemptions/:id/revoke',
      summary: 'End an exemption now',
      allow: ['user'],
      body: whySchema,
      answers: { 200: exemptionAnswerSchema },
      audit: {
        eventId: 'exemption-mutate',
        severity: 'high',
        action: 'revoke',
        meta: ({ body }) => ({ why: body.why }),
      },
      handle: async ({ params, body, options }) =>
        answered(200, await exemptions.revoke(params.id ?? '', body.why, options)),
    }),
  ];
}

function answered(status: number, exemption: ExemptionAnswer) {
  const { id, freeze, target, start, end, reason } = exemption;
  return { status, body: exemption, audit: { id, freeze, target, start, end, reason } };
}
