import {
  attestationAnswerSchema,
  attestationsAnswerSchema,
  attestationsQuerySchema,
  attestWishSchema,
  breakGlassAnswerSchema,
  breakGlassWishSchema,
  carryOverAnswerSchema,
  carryOverWishSchema,
  waiverAnswerSchema,
  waiversAnswerSchema,
  waiversQuerySchema,
  waiverWishSchema,
  whySaidSchema,
  type AttestationAnswer,
  type WaiverAnswer,
} from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { route, type Route } from '../../api/route';
import type { AuthorizedAttestationService } from './AuthorizedAttestationService';
import type { AuthorizedCarryOverService } from './AuthorizedCarryOverService';
import type { AuthorizedWaiverService } from './AuthorizedWaiverService';

const nothing = z.strictObject({});
const attestationList = z.object({ items: z.array(attestationAnswerSchema) });

/** Only people answer for something. */
export function attestationRoutes(attestations: AuthorizedAttestationService): readonly Route[] {
  const eventId = 'attestation-mutate';
  return [
    route({
      method: 'get',
      path: '/v1/readiness/attestations',
      summary: 'Who signed what; what ends first leads',
      allow: ['user', 'service'],
      query: attestationsQuerySchema,
      answers: { 200: attestationsAnswerSchema },
      handle: async ({ query, options }) => ({ body: await attestations.list(query, options) }),
    }),
    route({
      method: 'post',
      path: '/v1/readiness/subjects/:subject/attestations',
      summary: 'Say with your name that checks are met, or not, or do not apply',
      allow: ['user'],
      body: attestWishSchema,
      answers: { 201: attestationList },
      audit: { eventId, severity: 'medium', action: 'attest' },
      handle: async ({ params, body, options }) => {
        const items = await attestations.attest(params.subject ?? '', body, options);
        return { status: 201, body: { items }, audit: { attestations: items.map(traced) } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/readiness/attestations/:id/sign',
      summary: 'The second signature, from outside the owning group',
      allow: ['user'],
      body: nothing,
      answers: { 200: attestationAnswerSchema },
      audit: { eventId, severity: 'medium', action: 'sign' },
      handle: async ({ params, options }) =>
        attested(await attestations.sign(params.id ?? '', options)),
    }),
    route({
      method: 'post',
      path: '/v1/readiness/attestations/:id/agree',
      summary: 'Agree that a must-have does not apply',
      allow: ['user'],
      body: nothing,
      answers: { 200: attestationAnswerSchema },
      audit: { eventId, severity: 'high', action: 'agree' },
      handle: async ({ params, options }) =>
        attested(await attestations.agree(params.id ?? '', options)),
    }),
    route({
      method: 'post',
      path: '/v1/readiness/attestations/:id/revoke',
      summary: 'Take an answer back',
      allow: ['user'],
      body: whySaidSchema,
      answers: { 200: attestationAnswerSchema },
      audit: {
        eventId,
        severity: 'medium',
        action: 'revoke',
      },
      handle: async ({ params, body, options }) =>
        attested(await attestations.revoke(params.id ?? '', body.why, options)),
    }),
  ];
}

/** Only people decide on exceptions. */
export function waiverRoutes(waivers: AuthorizedWaiverService): readonly Route[] {
  const eventId = 'waiver-mutate';
  return [
    route({
      method: 'get',
      path: '/v1/readiness/waivers',
      summary: 'What is set aside or asked to be; what waits leads, then what ends first',
      allow: ['user', 'service'],
      query: waiversQuerySchema,
      answers: { 200: waiversAnswerSchema },
      handle: async ({ query, options }) => ({ body: await waivers.list(query, options) }),
    }),
    route({
      method: 'post',
      path: '/v1/readiness/subjects/:subject/waivers',
      summary: 'Ask to set one check of one subject aside, with a reason and an end',
      allow: ['user'],
      body: waiverWishSchema,
      answers: { 201: waiverAnswerSchema },
      audit: { eventId, severity: 'high', action: 'request' },
      handle: async ({ params, body, options }) =>
        waived(201, await waivers.ask(params.subject ?? '', body, options)),
    }),
    route({
      method: 'post',
      path: '/v1/readiness/waivers/:id/approve',
      summary: 'Agree to a waiver that somebody else asked for',
      allow: ['user'],
      body: nothing,
      answers: { 200: waiverAnswerSchema },
      audit: { eventId, severity: 'high', action: 'approve' },
      handle: async ({ params, options }) =>
        waived(200, await waivers.approve(params.id ?? '', options)),
    }),
    route({
      method: 'post',
      path: '/v1/readiness/waivers/:id/deny',
      summary: 'Say no to a waiver that somebody asked for',
      allow: ['user'],
      body: whySaidSchema,
      answers: { 200: waiverAnswerSchema },
      audit: { eventId, severity: 'high', action: 'deny' },
      handle: async ({ params, body, options }) =>
        waived(200, await waivers.deny(params.id ?? '', body.why, options)),
    }),
    route({
      method: 'post',
      path: '/v1/readiness/waivers/:id/revoke',
      summary: 'End a waiver now',
      allow: ['user'],
      body: whySaidSchema,
      answers: { 200: waiverAnswerSchema },
      audit: { eventId, severity: 'high', action: 'revoke' },
      handle: async ({ params, body, options }) =>
        waived(200, await waivers.revoke(params.id ?? '', body.why, options)),
    }),
    route({
      method: 'post',
      path: '/v1/readiness/break-glass',
      summary: 'In an emergency: sets every open must-have of a target aside for 24 hours',
      allow: ['user'],
      body: breakGlassWishSchema,
      answers: { 201: breakGlassAnswerSchema },
      audit: { eventId: 'break-glass', severity: 'critical', action: 'break-glass' },
      handle: async ({ body, options }) => {
        const done = await waivers.breakGlass(body, options);
        const { reason } = body;
        return {
          status: 201,
          body: done,
          audit: { waivers: done.waivers.map(tracedWaiver), reason },
        };
      },
    }),
  ];
}

export function carryOverRoutes(carrying: AuthorizedCarryOverService): readonly Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/readiness/subjects/:subject/carry-over',
      summary: 'Take confirmations and waivers over from an environment that was renamed',
      allow: ['user'],
      body: carryOverWishSchema,
      answers: { 200: carryOverAnswerSchema },
      audit: {
        eventId: 'readiness-carry-over',
        severity: 'high',
        action: 'carry-over',
        meta: ({ body }) => ({ from: body.from, why: body.why }),
      },
      handle: async ({ params, body, options }) => {
        const answer = await carrying.carryOver(params.subject ?? '', body, options);
        return { body: answer, audit: { ...answer } };
      },
    }),
  ];
}

function attested(answer: AttestationAnswer) {
  return { status: 200, body: answer, audit: { ...traced(answer) } };
}

function waived(status: number, answer: WaiverAnswer) {
  return { status, body: answer, audit: { ...tracedWaiver(answer), reason: answer.reason } };
}

function traced({ id, subject, checkId, answer, validUntil, factsFingerprint }: AttestationAnswer) {
  return {
    id,
    subject,
    checkId,
    answer,
    ...(validUntil !== undefined && { validUntil }),
    factsFingerprint,
  };
}

function tracedWaiver({ id, subject, checkId, code, expiresAt, state, requestedBy }: WaiverAnswer) {
  return { id, subject, checkId, code, expiresAt, state, requestedBy };
}
