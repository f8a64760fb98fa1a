import {
  compareAnswerSchema,
  refreshAnswerSchema,
  subjectAnswerSchema,
  subjectKeySchema,
  verdictAnswerSchema,
  verdictQuerySchema,
  verdictsAnswerSchema,
  verdictsWishSchema,
} from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { route, type Route } from '../../api/route';
import type { AuthorizedSubjectService } from './AuthorizedSubjectService';

export function subjectRoutes(subjects: AuthorizedSubjectService): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/readiness/verdict',
      summary: 'Whether a service is ready in an environment, now or at a later time',
      allow: ['user', 'service'],
      query: verdictQuerySchema,
      answers: { 200: verdictAnswerSchema },
      handle: async ({ query, options }) => ({ body: await subjects.verdict(query, options) }),
    }),
    route({
      method: 'post',
      path: '/v1/readiness/verdicts',
      summary: 'The verdicts of up to 1,000 targets; without an environment that of its production',
      allow: ['user', 'service'],
      body: verdictsWishSchema,
      answers: { 200: verdictsAnswerSchema },
      handle: async ({ body, options }) => ({ body: await subjects.verdicts(body, options) }),
    }),
    route({
      method: 'get',
      path: '/v1/readiness/subjects/:subject',
      summary: 'Everything that is asked of a service in an environment, and what each is worth',
      allow: ['user', 'service'],
      answers: { 200: subjectAnswerSchema },
      handle: async ({ params, options }) => ({
        body: await subjects.subject(params.subject ?? '', options),
      }),
    }),
    route({
      method: 'get',
      path: '/v1/readiness/subjects/:subject/compare',
      summary: 'Two environments side by side: the checks that differ',
      allow: ['user', 'service'],
      query: z.object({ with: subjectKeySchema }),
      answers: { 200: compareAnswerSchema },
      handle: async ({ params, query, options }) => ({
        body: await subjects.compare(params.subject ?? '', query.with, options),
      }),
    }),
    route({
      method: 'post',
      path: '/v1/readiness/subjects/:subject/refresh',
      summary: 'Read the entity again at once, and say what changed',
      allow: ['user', 'service'],
      body: z.strictObject({}),
      answers: { 200: refreshAnswerSchema },
      audit: { eventId: 'readiness-refresh', severity: 'low', action: 'refresh' },
      handle: async ({ params, options }) => {
        const answer = await subjects.refresh(params.subject ?? '', options);
        return { body: answer, audit: { after: answer.after, changes: answer.changes.length } };
      },
    }),
  ];
}
