import {
  checkSubjectsAnswerSchema,
  historyAnswerSchema,
  rollupAnswerSchema,
  rollupQuerySchema,
  subjectsAnswerSchema,
  subjectsQuerySchema,
  trendAnswerSchema,
  trendQuerySchema,
} from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { route, type Route } from '../../api/route';
import type { AuthorizedFleetService } from './AuthorizedFleetService';

const cursor = z.string().max(100).exactOptional();
const FILES = {
  csv: 'A table (text/csv)',
  json: 'Every check of every subject (application/json), as the command takes it with --answers',
  md: 'What is open, for people (text/markdown)',
} as const;
const KINDS = ['csv', 'json', 'md'] as const;

export function fleetRoutes(fleet: AuthorizedFleetService): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/readiness/subjects',
      summary:
        'What is judged, worst first. An owner stands for its sub-groups, too; an empty filter value means nothing',
      allow: ['user', 'service'],
      query: subjectsQuerySchema,
      answers: { 200: subjectsAnswerSchema },
      handle: async ({ query, options }) => ({ body: await fleet.subjects(query, options) }),
    }),
    route({
      method: 'get',
      path: '/v1/readiness/checks/:check/subjects',
      summary: 'What one check is worth for everything it is asked of, worst first',
      allow: ['user', 'service'],
      query: z.object({
        status: z.string().exactOptional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
        cursor,
      }),
      answers: { 200: checkSubjectsAnswerSchema },
      handle: async ({ params, query, options }) => ({
        body: await fleet.checkSubjects(params.check ?? '', query, options),
      }),
    }),
    route({
      method: 'get',
      path: '/v1/readiness/rollup',
      summary: 'Subjects by verdict for each owner, System or Domain, and checks by status',
      allow: ['user', 'service'],
      query: rollupQuerySchema,
      answers: { 200: rollupAnswerSchema },
      handle: async ({ query, options }) => ({ body: await fleet.rollup(query, options) }),
    }),
    route({
      method: 'get',
      path: '/v1/readiness/trend',
      summary: 'Subjects by verdict at the end of each day',
      allow: ['user', 'service'],
      query: trendQuerySchema,
      answers: { 200: trendAnswerSchema },
      handle: async ({ query, options }) => ({ body: await fleet.trend(query, options) }),
    }),
    route({
      method: 'get',
      path: '/v1/readiness/subjects/:subject/history',
      summary: 'When checks of a subject became something else, and why; newest first',
      allow: ['user', 'service'],
      query: z.object({ check: z.string().exactOptional(), cursor }),
      answers: { 200: historyAnswerSchema },
      handle: async ({ params, query, options }) => ({
        body: await fleet.history(params.subject ?? '', query, options),
      }),
    }),
    ...KINDS.map(kind =>
      route({
        method: 'get',
        path: `/v1/readiness/export.${kind}`,
        summary: `What the list shows, with its filters, as a file (${kind})`,
        allow: ['user', 'service'],
        query: subjectsQuerySchema,
        answers: { 200: FILES[kind] },
        audit: {
          eventId: 'readiness-export',
          severity: 'medium',
          action: 'export',
          meta: ({ query }) => ({ kind, ...query }),
        },
        handle: async ({ query, options }) => {
          const { type, fileName, content, subjects } = await fleet.exported(kind, query, options);
          return { text: { type, fileName, content }, audit: { subjects } };
        },
      }),
    ),
  ];
}
