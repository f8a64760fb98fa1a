import {
  calendarScopeSchema,
  calendarTokenSchema,
  newCalendarTokenSchema,
} from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { route, type Route } from '../../api/route';
import type { CalendarService } from './CalendarService';
import type { RateLimit } from './RateLimit';

/** The one path that is read without signing in; the token in it is the proof. */
export const CALENDAR_PATH = '/v1/calendars/:token.ics';

export function calendarRoutes(calendars: CalendarService, limit: RateLimit): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/calendar-tokens',
      summary: 'Calendar addresses of the caller, without their tokens',
      allow: ['user'],
      answers: { 200: z.object({ items: z.array(calendarTokenSchema) }) },
      handle: async ({ options }) => ({ body: { items: await calendars.list(options) } }),
    }),
    route({
      method: 'post',
      path: '/v1/calendar-tokens',
      summary: 'A calendar address for a scope; it is shown once',
      allow: ['user'],
      body: calendarScopeSchema,
      answers: { 201: newCalendarTokenSchema },
      audit: {
        eventId: 'calendar-token-mutate',
        severity: 'medium',
        action: 'create',
        meta: ({ body }) => ({ scope: body }),
      },
      handle: async ({ body, options }) => {
        const made = await calendars.create(body, options);
        return { status: 201, body: made, audit: { id: made.id } };
      },
    }),
    route({
      method: 'delete',
      path: '/v1/calendar-tokens/:id',
      summary: 'Revoke a calendar address of the caller',
      allow: ['user'],
      answers: { 204: 'Revoked' },
      audit: { eventId: 'calendar-token-mutate', severity: 'medium', action: 'revoke' },
      handle: async ({ params, options }) => {
        await calendars.revoke(params.id ?? '', options);
        return { status: 204 };
      },
    }),
    route({
      method: 'get',
      path: CALENDAR_PATH,
      summary: 'Openings, freezes and agreed times as a calendar',
      allow: [],
      open: true,
      answers: {
        200: 'A calendar (text/calendar)',
        304: 'Not changed',
        429: 'Too many readings; wait as long as Retry-After says',
      },
      handle: async ({ params, options, client = '' }) => {
        const wait = limit.waitOf(client, options.now);
        if (wait > 0)
          return { status: 429, headers: { 'Retry-After': String(Math.ceil(wait / 1000)) } };
        const { content, etag } = await calendars.read(params.token ?? '', options.now);
        return {
          text: { type: 'text/calendar; charset=utf-8', content, etag },
          headers: { 'Cache-Control': 'private, max-age=300' },
        };
      },
    }),
  ];
}
