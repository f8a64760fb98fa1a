import {
  decisionAnswerSchema,
  decisionQuerySchema,
  decisionsAnswerSchema,
  decisionsWishSchema,
  entityRefSchema,
  environmentSchema,
  explainAnswerSchema,
  fleetQuerySchema,
  loggedDecisionSchema,
  loggedDecisionsSchema,
  logQuerySchema,
  nextAnswerSchema,
  nextQuerySchema,
  planAnswerSchema,
  planWishSchema,
  replayAnswerSchema,
  statusAnswerSchema,
  timelineAnswerSchema,
  timelineQuerySchema,
  windowsAnswerSchema,
  windowsFleetSchema,
} from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { route, type Route } from '../api/route';
import type { StatusService } from '../status/StatusService';
import type { DecisionLogService } from './DecisionLogService';
import type { DecisionService } from './DecisionService';
import type { FleetService } from './FleetService';
import type { TimelineService } from './TimelineService';
import type { WindowsService } from './WindowsService';

export interface DecisionServices {
  readonly decisions: DecisionService;
  readonly windows: WindowsService;
  readonly timelines: TimelineService;
  readonly fleet: FleetService;
  readonly log: DecisionLogService;
  readonly status: StatusService;
}

const ALL = ['user', 'service'] as const;

const windowsQuerySchema = z.object({
  entity: entityRefSchema,
  environment: environmentSchema,
  zone: z.string().max(100).exactOptional(),
  locale: z.string().max(35).exactOptional(),
});

export function decisionRoutes({
  decisions,
  windows,
  timelines,
  fleet,
  log,
  status,
}: DecisionServices): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/decision',
      summary:
        'May it be deployed now, and if not, when and why? A held deploy is a value, not an error',
      allow: ALL,
      query: decisionQuerySchema,
      answers: { 200: decisionAnswerSchema },
      audit: {
        eventId: 'decision-read',
        severity: 'low',
        action: 'ask',
        meta: ({ query }) => ({
          entity: query.entity,
          environment: query.environment,
          changeType: query.changeType,
        }),
      },
      handle: async ({ query, options }) => {
        const body = await decisions.decision(query, options);
        const codes = [...body.reasons, ...body.grounds].map(({ code }) => code);
        return { body, audit: { outcome: body.outcome, codes, inputsHash: body.inputsHash } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/decisions',
      summary: 'The same for up to 1,000 targets; for each a decision, or why there is none',
      allow: ALL,
      body: decisionsWishSchema,
      answers: { 200: decisionsAnswerSchema },
      handle: async ({ body, options }) => ({ body: await decisions.decisions(body, options) }),
    }),
    route({
      method: 'get',
      path: '/v1/decisions',
      summary: 'What was decided, newest first',
      allow: ALL,
      query: logQuerySchema,
      answers: { 200: loggedDecisionsSchema },
      handle: async ({ query, options }) => ({ body: await log.list(query, options) }),
    }),
    route({
      method: 'get',
      path: '/v1/decisions/:id',
      summary: 'One decision of the log',
      allow: ALL,
      answers: { 200: loggedDecisionSchema },
      handle: async ({ params, options }) => ({ body: await log.find(params.id ?? '', options) }),
    }),
    route({
      method: 'post',
      path: '/v1/decisions/:id/replay',
      summary: 'Decides again from the inputs of then, zone data included, and says what differs',
      allow: ALL,
      answers: { 200: replayAnswerSchema },
      handle: async ({ params, options }) => ({ body: await log.replay(params.id ?? '', options) }),
    }),
    route({
      method: 'get',
      path: '/v1/explain',
      summary:
        'The decision and every window that was considered, also those that do not govern the target',
      allow: ALL,
      query: decisionQuerySchema,
      answers: { 200: explainAnswerSchema },
      audit: {
        eventId: 'explain-read',
        severity: 'low',
        action: 'explain',
        meta: ({ query }) => ({
          entity: query.entity,
          environment: query.environment,
          ...(query.at !== undefined && { at: query.at }),
        }),
      },
      handle: async ({ query, options }) => ({ body: await decisions.explain(query, options) }),
    }),
    route({
      method: 'get',
      path: '/v1/next',
      summary: 'The next openings, by windows and notices, in which the expected duration fits',
      allow: ALL,
      query: nextQuerySchema,
      answers: { 200: nextAnswerSchema },
      handle: async ({ query, options }) => ({ body: await decisions.next(query, options) }),
    }),
    route({
      method: 'post',
      path: '/v1/plan',
      summary: 'The first time at which several services can go, together or one after another',
      allow: ALL,
      body: planWishSchema,
      answers: { 200: planAnswerSchema },
      handle: async ({ body, options }) => ({ body: await decisions.plan(body, options) }),
    }),
    route({
      method: 'get',
      path: '/v1/timeline',
      summary: 'When a target is open, and when not and why; at most 92 days',
      allow: ALL,
      query: timelineQuerySchema,
      answers: { 200: timelineAnswerSchema },
      handle: async ({ query, options }) => ({ body: await timelines.timeline(query, options) }),
    }),
    route({
      method: 'get',
      path: '/v1/fleet',
      summary: 'All that can be deployed: state, next change and a calendar',
      allow: ALL,
      query: fleetQuerySchema,
      answers: { 200: windowsFleetSchema },
      handle: async ({ query, options }) => ({ body: await fleet.fleet(query, options) }),
    }),
    route({
      method: 'get',
      path: '/v1/windows',
      summary:
        'The windows of a target, each with its level and origin, and what its policy says besides',
      allow: ALL,
      query: windowsQuerySchema,
      answers: { 200: windowsAnswerSchema },
      handle: async ({ query, options }) => ({ body: await windows.windows(query, options) }),
    }),
    route({
      method: 'get',
      path: '/v1/status',
      summary: 'Zone data, age of the documents, clocks, and what is not as it should be',
      allow: ALL,
      answers: { 200: statusAnswerSchema },
      handle: async ({ options }) => ({ body: await status.status(options) }),
    }),
  ];
}
