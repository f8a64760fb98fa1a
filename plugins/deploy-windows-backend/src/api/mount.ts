import type { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { parseAnswer, parseWire } from 'backstage-plugin-deploy-windows-common';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import express from 'express';
import Router from 'express-promise-router';
import type { z } from 'zod';
import type { Principal, PrincipalSource } from '../access/Principal';
import type { Answer, Call, Route } from './route';
import { openApiOf } from './openApi';

export interface MountOptions {
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
  readonly principals: PrincipalSource;
  readonly now: () => Instant;
  /** Tests set it: an answer outside its schema is an error then. */
  readonly checkAnswers?: boolean;
}

/** All routes as one router: signs in, reads, audits, asks the handler, answers. */
export function mount(routes: readonly Route[], options: MountOptions): express.Router {
  const router = Router();
  const document = openApiOf(routes);
  // A thousand targets, or a calendar file, are more than Express takes by itself.
  router.use(express.json({ limit: '2mb' }));
  router.get('/openapi.json', (_, res) => {
    res.json(document);
  });
  for (const one of routes) {
    router[one.method](one.path, async (req, res) =>
      send(res, req, await answer(one, req, options)),
    );
  }
  return router;
}

const NOBODY: Principal = { ref: 'none', memberOf: [] };

async function answer(one: Route, req: express.Request, options: MountOptions): Promise<Answer> {
  const credentials = await options.httpAuth.credentials(req, {
    allow: one.open ? ['none', 'user', 'service'] : [...one.allow],
  });
  const idempotencyKey = req.get('Idempotency-Key');
  const call = async (): Promise<Call<unknown, unknown>> => ({
    params: req.params as Record<string, string>,
    query: one.query ? parseWire(one.query, req.query) : undefined,
    body: one.body ? parseWire(one.body, req.body ?? {}) : undefined,
    options: {
      credentials,
      principal: one.open ? NOBODY : await options.principals.principalOf(credentials),
      now: options.now(),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    },
    ...(one.open && req.ip !== undefined && { client: req.ip }),
  });
  const { audit } = one;
  if (audit === undefined) return checked(one, await one.handle(await call()), options);

  const event = await options.auditor.createEvent({
    eventId: audit.eventId,
    severityLevel: typeof audit.severity === 'function' ? audit.severity(req.body) : audit.severity,
    request: req,
    meta: { actionType: audit.action, ...req.params },
  });
  try {
    const made = await call();
    const done = checked(one, await one.handle(made), options);
    await event.success({ meta: { ...audit.meta?.(made), ...done.audit } });
    return done;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}

function checked(one: Route, given: Answer, { checkAnswers }: MountOptions): Answer {
  const shape = one.answers[given.status ?? 200];
  if (checkAnswers && shape === undefined)
    throw new Error(`${one.path} does not declare ${given.status ?? 200}`);
  if (checkAnswers && typeof shape === 'object')
    parseAnswer(shape as z.ZodType, JSON.parse(JSON.stringify(given.body)));
  return given;
}

// Packing a gate's answer takes longer than deciding it, and saves a few hundred bytes on a wire inside one network.
const WORTH_PACKING = 16_384;

function sendJson(res: express.Response, body: unknown): void {
  const json = JSON.stringify(body);
  if (json.length < WORTH_PACKING && res.get('Cache-Control') === undefined)
    res.set('Cache-Control', 'no-transform');
  res.type('json').send(json);
}

function send(
  res: express.Response,
  req: express.Request,
  { status = 200, body, text, headers = {} }: Answer,
): void {
  res.status(status).set(headers);
  if (text === undefined) {
    if (body === undefined) res.end();
    else sendJson(res, body);
    return;
  }
  if (text.etag !== undefined) {
    res.set('ETag', `"${text.etag}"`);
    if (req.get('If-None-Match') === `"${text.etag}"`) {
      res.status(304).end();
      return;
    }
  }
  if (text.fileName !== undefined) res.attachment(text.fileName);
  res.type(text.type).send(text.content);
}
