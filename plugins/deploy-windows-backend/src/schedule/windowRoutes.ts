import {
  incidentFreezeWishSchema,
  previewAnswerSchema,
  windowAnswerSchema,
  windowChangeSchema,
  windowWishSchema,
  withdrawSchema,
} from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { route, type Route } from '../api/route';
import type { WindowOutcome, WindowService } from './WindowService';

/** In which zone and language times are written as well. */
const displayQuerySchema = z.object({
  zone: z.string().max(100).exactOptional(),
  locale: z.string().max(35).exactOptional(),
});

/** A window is decided on by people; the button for incidents may be pressed by an alarm as well, and only people let go again. */
export function windowRoutes(windows: WindowService): readonly Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/windows/preview',
      summary: 'What a window would do: its next occurrences, what it concerns, what it would hold',
      allow: ['user', 'service'],
      query: displayQuerySchema,
      body: windowWishSchema,
      answers: { 200: previewAnswerSchema },
      handle: async ({ query, body, options }) => ({
        body: await windows.preview(body, query, options),
      }),
    }),
    route({
      method: 'post',
      path: '/v1/windows',
      summary: 'Add a window or a freeze beside those of the catalog',
      allow: ['user'],
      query: displayQuerySchema,
      body: windowWishSchema,
      answers: { 201: windowAnswerSchema },
      audit: {
        eventId: 'window-mutate',
        severity: severityOf,
        action: 'create',
        meta: ({ body }) => ({ kind: body.kind, level: body.level }),
      },
      handle: async ({ query, body, options }) =>
        answered(201, await windows.create(body, query, options)),
    }),
    route({
      method: 'patch',
      path: '/v1/windows/:id',
      summary: 'Change a window that was added; the whole window, and the version it was read at',
      allow: ['user'],
      query: displayQuerySchema,
      body: windowChangeSchema,
      answers: { 200: windowAnswerSchema },
      audit: {
        eventId: 'window-mutate',
        severity: severityOf,
        action: 'change',
        meta: ({ body }) => ({ why: body.why }),
      },
      handle: async ({ params, query, body, options }) =>
        answered(200, await windows.change(params.id ?? '', body, query, options)),
    }),
    route({
      method: 'post',
      path: '/v1/windows/:id/withdraw',
      summary:
        'Withdraw a window that was added, also an incident freeze; it is kept and no longer holds',
      allow: ['user'],
      query: displayQuerySchema,
      body: withdrawSchema,
      answers: { 200: windowAnswerSchema },
      audit: {
        eventId: 'window-mutate',
        severity: 'medium',
        action: 'withdraw',
        meta: ({ body }) => ({ why: body.why }),
      },
      handle: async ({ params, query, body, options }) =>
        answered(200, await windows.withdraw(params.id ?? '', body, query, options)),
    }),
    route({
      method: 'post',
      path: '/v1/incident-freezes/preview',
      summary: 'What an incident freeze would hold',
      allow: ['user', 'service'],
      query: displayQuerySchema,
      body: incidentFreezeWishSchema,
      answers: { 200: previewAnswerSchema },
      handle: async ({ query, body, options }) => ({
        body: await windows.previewIncident(body, query, options),
      }),
    }),
    route({
      method: 'post',
      path: '/v1/incident-freezes',
      summary: 'Hold everything at a level from now on; it lifts itself',
      allow: ['user', 'service'],
      query: displayQuerySchema,
      body: incidentFreezeWishSchema,
      answers: { 201: windowAnswerSchema },
      audit: {
        eventId: 'incident-freeze',
        severity: 'critical',
        action: 'create',
        meta: ({ body }) => ({ level: body.level, reason: body.reason }),
      },
      handle: async ({ query, body, options }) =>
        answered(201, await windows.createIncident(body, query, options)),
    }),
  ];
}

function answered(status: number, { window, targetCount, isBroad }: WindowOutcome) {
  return {
    status,
    body: window,
    audit: {
      key: window.key,
      kind: window.kind,
      level: window.level,
      matchedTargets: targetCount,
      broad: isBroad,
      ...(window.version !== undefined && { version: window.version }),
      ...(window.scope !== undefined && { scope: window.scope }),
      ...(window.expiresAt !== undefined && { end: window.expiresAt }),
    },
  };
}

/** A freeze for the services of several owners is graver. What was sent is not checked yet. */
function severityOf(body: unknown): 'medium' | 'high' {
  const sent = (body ?? {}) as { readonly window?: unknown };
  const { kind, level, scope } = (sent.window ?? sent) as {
    readonly kind?: unknown;
    readonly level?: unknown;
    readonly scope?: unknown;
  };
  return kind === 'freeze' && (scope !== undefined || /^domain:/i.test(String(level)))
    ? 'high'
    : 'medium';
}
