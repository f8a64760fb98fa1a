import {
  logQuerySchema,
  overrideAnswerSchema,
  overridesAnswerSchema,
  overrideWishSchema,
  whySchema,
  type OverrideAnswer,
} from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { route, type Route } from '../api/route';
import type { AuthorizedOverrideService } from './AuthorizedOverrideService';

/** Only people decide on exceptions. */
export function overrideRoutes(overrides: AuthorizedOverrideService): readonly Route[] {
  const eventId = 'override-mutate';
  return [
    route({
      method: 'get',
      path: '/v1/overrides',
      summary: 'Exceptions that were asked for, newest first',
      allow: ['user', 'service'],
      query: logQuerySchema,
      answers: { 200: overridesAnswerSchema },
      handle: async ({ query, options }) => ({ body: await overrides.list(query, options) }),
    }),
    route({
      method: 'post',
      path: '/v1/overrides',
      summary: 'Ask to set rules aside for one target and a short time',
      allow: ['user'],
      body: overrideWishSchema,
      answers: { 201: overrideAnswerSchema },
      audit: {
        eventId,
        severity: body =>
          (body as { readonly emergency?: unknown } | undefined)?.emergency === true
            ? 'critical'
            : 'high',
        action: 'request',
      },
      handle: async ({ body, options }) => answered(201, await overrides.request(body, options)),
    }),
    route({
      method: 'post',
      path: '/v1/overrides/:id/approve',
      summary: 'Agree to an exception that somebody else asked for',
      allow: ['user'],
      body: z.strictObject({}),
      answers: { 200: overrideAnswerSchema },
      audit: { eventId, severity: 'high', action: 'approve' },
      handle: async ({ params, options }) =>
        answered(200, await overrides.approve(params.id ?? '', options)),
    }),
    route({
      method: 'post',
      path: '/v1/overrides/:id/revoke',
      summary: 'End an exception now',
      allow: ['user'],
      body: whySchema,
      answers: { 200: overrideAnswerSchema },
      audit: {
        eventId,
        severity: 'high',
        action: 'revoke',
        meta: ({ body }) => ({ why: body.why }),
      },
      handle: async ({ params, body, options }) =>
        answered(200, await overrides.revoke(params.id ?? '', body.why, options)),
    }),
    route({
      method: 'post',
      path: '/v1/overrides/:id/review',
      summary: 'Say afterwards what came of an exception',
      allow: ['user'],
      body: whySchema,
      answers: { 200: overrideAnswerSchema },
      audit: {
        eventId,
        severity: 'high',
        action: 'review',
        meta: ({ body }) => ({ review: body.why }),
      },
      handle: async ({ params, body, options }) =>
        answered(200, await overrides.review(params.id ?? '', body.why, options)),
    }),
  ];
}

function answered(status: number, override: OverrideAnswer) {
  const { id, target, reason, end, emergency = false, state, requestedBy, ticket } = override;
  const rules = override.rules.map(({ rule }) => rule);
  return {
    status,
    body: override,
    audit: {
      id,
      target,
      rules,
      reason,
      end,
      emergency,
      state,
      requestedBy,
      ...(ticket !== undefined && { ticket }),
    },
  };
}
