import {
  impactAnswerSchema,
  onboardingAnswerSchema,
  onboardingQuerySchema,
  ownershipAnswerSchema,
  packAnswerSchema,
  packsAnswerSchema,
} from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { route, type Route } from '../../api/route';
import type { AuthorizedPeopleService } from './AuthorizedPeopleService';
import type { PackService } from './PackService';

export function peopleRoutes(people: AuthorizedPeopleService): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/readiness/ownership',
      summary: 'Whether ownership is true: what has no owner, or one who can be asked nothing',
      allow: ['user', 'service'],
      query: z.object({ group: z.string().exactOptional() }),
      answers: { 200: ownershipAnswerSchema },
      handle: async ({ query, options }) => ({
        body: await people.ownership(query.group, options),
      }),
    }),
    route({
      method: 'get',
      path: '/v1/readiness/people/:user/impact',
      summary: 'What breaks when this person leaves',
      allow: ['user', 'service'],
      answers: { 200: impactAnswerSchema },
      handle: async ({ params, options }) => ({
        body: await people.impact(params.user ?? '', options),
      }),
    }),
    route({
      method: 'get',
      path: '/v1/readiness/onboarding',
      summary: 'The getting-started page of a service; what is not written down is an open check',
      allow: ['user', 'service'],
      query: onboardingQuerySchema,
      answers: { 200: onboardingAnswerSchema },
      handle: async ({ query, options }) => ({ body: await people.onboarding(query, options) }),
    }),
  ];
}

export function packRoutes(packs: PackService): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/readiness/packs',
      summary: 'The packs of checks that can be asked, and the files that were refused',
      allow: ['user', 'service'],
      answers: { 200: packsAnswerSchema },
      handle: async () => ({ body: packs.packs() }),
    }),
    route({
      method: 'get',
      path: '/v1/readiness/packs/:pack',
      summary: 'A pack with every check in words: `tts-hosting@1`, or its name for the newest',
      allow: ['user', 'service'],
      answers: { 200: packAnswerSchema },
      handle: async ({ params }) => ({ body: packs.pack(params.pack ?? '') }),
    }),
  ];
}
