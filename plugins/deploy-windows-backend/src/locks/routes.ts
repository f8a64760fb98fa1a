import {
  breakWishSchema,
  holdWishSchema,
  lockAnswerSchema,
  locksAnswerSchema,
  logQuerySchema,
  releaseWishSchema,
} from 'backstage-plugin-deploy-windows-common';
import { route, type Route } from '../api/route';
import type { LockService } from './LockService';

const ANYONE = ['user', 'service'] as const;

export function lockRoutes(locks: LockService): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/locks',
      summary: 'Who holds which lock, and who waits for it',
      allow: ANYONE,
      query: logQuerySchema,
      answers: { 200: locksAnswerSchema },
      handle: async ({ query, options }) => ({ body: { items: await locks.list(query, options) } }),
    }),
    route({
      method: 'post',
      path: '/v1/locks',
      summary: 'A lock kept by hand, until its holder gives it back',
      allow: ANYONE,
      body: holdWishSchema,
      answers: { 201: lockAnswerSchema },
      audit: {
        eventId: 'lock-mutate',
        severity: 'medium',
        action: 'hold',
        meta: ({ body }) => ({
          entity: body.entity,
          environment: body.environment,
          reason: body.reason,
        }),
      },
      handle: async ({ body, options }) => {
        const lock = await locks.hold(body, options);
        return {
          status: 201,
          body: lock,
          audit: { lock: lock.id, key: lock.key, token: lock.token },
        };
      },
    }),
    route({
      method: 'post',
      path: '/v1/locks/:id/release',
      summary: 'Gives a lock back',
      allow: ANYONE,
      body: releaseWishSchema,
      answers: { 200: lockAnswerSchema },
      audit: { eventId: 'lock-mutate', severity: 'medium', action: 'release' },
      handle: async ({ params: { id = '' }, body, options }) => {
        const lock = await locks.release(id, body.token, options);
        return { body: lock, audit: { key: lock.key } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/locks/:id/break',
      summary: 'Takes a lock from whoever holds it; people only',
      allow: ['user'],
      body: breakWishSchema,
      answers: { 200: lockAnswerSchema },
      audit: {
        eventId: 'lock-mutate',
        severity: 'high',
        action: 'break',
        meta: ({ body }) => ({ reason: body.reason }),
      },
      handle: async ({ params: { id = '' }, body, options }) => {
        const lock = await locks.breakLock(id, body.reason, options);
        return { body: lock, audit: { key: lock.key, previousHolder: lock.holder } };
      },
    }),
  ];
}
