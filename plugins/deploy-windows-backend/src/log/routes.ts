import {
  deploymentAnswerSchema,
  deploymentsAnswerSchema,
  deploymentWishSchema,
  finishWishSchema,
  logQuerySchema,
  permitAnswerSchema,
  permitOutcomeSchema,
  permitWishSchema,
  releaseWishSchema,
  renewWishSchema,
} from 'backstage-plugin-deploy-windows-common';
import { route, type Route } from '../api/route';
import type { DeploymentService } from './DeploymentService';
import type { PermitService } from './PermitService';

const ANYONE = ['user', 'service'] as const;

export function permitRoutes(permits: PermitService): readonly Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/permits',
      summary: 'Verdict, lock and permit in one step; held: the decision alone',
      allow: ANYONE,
      body: permitWishSchema,
      answers: { 200: permitOutcomeSchema, 201: permitOutcomeSchema },
      audit: {
        eventId: 'permit-issue',
        severity: 'medium',
        action: 'issue',
        meta: ({ body }) => ({
          entity: body.entity,
          environment: body.environment,
          changeType: body.changeType,
        }),
      },
      handle: async ({ body, options }) => {
        const outcome = await permits.take(body, options);
        const { permit, decision } = outcome;
        return {
          status: permit ? 201 : 200,
          body: outcome,
          audit: {
            outcome: decision.outcome,
            hash: decision.inputsHash,
            ...(permit && { permit: permit.id, overrides: decision.overrides }),
            ...(permit?.lock && { token: permit.lock.token }),
          },
        };
      },
    }),
    route({
      method: 'get',
      path: '/v1/permits/:id',
      summary: 'Whether a start is permitted, and until when',
      allow: ANYONE,
      answers: { 200: permitAnswerSchema },
      handle: async ({ params: { id = '' }, options }) => ({
        body: await permits.find(id, options),
      }),
    }),
    route({
      method: 'post',
      path: '/v1/permits/:id/renew',
      summary: 'Keeps the lock; refused once it was lost',
      allow: ANYONE,
      body: renewWishSchema,
      answers: { 200: permitAnswerSchema },
      audit: {
        eventId: 'permit-renew',
        severity: 'medium',
        action: 'renew',
        meta: ({ body }) => ({ token: body.token }),
      },
      handle: async ({ params: { id = '' }, body, options }) => ({
        body: await permits.renew(id, body, options),
      }),
    }),
    route({
      method: 'post',
      path: '/v1/permits/:id/release',
      summary: 'Gives permit and lock back',
      allow: ANYONE,
      body: releaseWishSchema,
      answers: { 200: permitAnswerSchema },
      audit: { eventId: 'permit-release', severity: 'medium', action: 'release' },
      handle: async ({ params: { id = '' }, body, options }) => ({
        body: await permits.release(id, body.token, options),
      }),
    }),
  ];
}

export function deploymentRoutes(deployments: DeploymentService): readonly Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/deployments',
      summary: 'Records a start, or a deployment that is over',
      allow: ANYONE,
      body: deploymentWishSchema,
      answers: { 200: deploymentAnswerSchema, 201: deploymentAnswerSchema },
      audit: {
        eventId: 'deployment-record',
        severity: 'low',
        action: 'record',
        meta: ({ body }) => ({
          entity: body.entity,
          environment: body.environment,
          source: body.source,
        }),
      },
      handle: async ({ body, options }) => {
        const { outcome, deployment } = await deployments.record(body, options);
        const { id, externalId, unpermitted } = deployment;
        return {
          status: outcome === 'recorded' ? 201 : 200,
          body: deployment,
          audit: { deployment: id, externalId, unpermitted },
        };
      },
    }),
    route({
      method: 'post',
      path: '/v1/deployments/:id/finish',
      summary: 'How a deployment ended; gives the lock of its permit back',
      allow: ANYONE,
      body: finishWishSchema,
      answers: { 200: deploymentAnswerSchema },
      audit: {
        eventId: 'deployment-record',
        severity: 'low',
        action: 'finish',
        meta: ({ body }) => ({ result: body.result }),
      },
      handle: async ({ params: { id = '' }, body, options }) => ({
        body: await deployments.finish(id, body, options),
      }),
    }),
    route({
      method: 'get',
      path: '/v1/deployments',
      summary: 'What was deployed, latest first',
      allow: ANYONE,
      query: logQuerySchema,
      answers: { 200: deploymentsAnswerSchema },
      handle: async ({ query, options }) => ({ body: await deployments.list(query, options) }),
    }),
  ];
}
