import { z } from 'zod';
import { changeTypeSchema, entityRefSchema, environmentSchema } from '../schedule/wire';
import { askedInstantSchema, instantSchema } from '../time/wire';

const text = z.string();
const resultSchema = z.enum(['running', 'succeeded', 'failed', 'cancelled']);
/** The words of CI systems are understood. */
export const askedResultSchema = z
  .enum(['running', 'succeeded', 'failed', 'cancelled', 'success', 'failure', 'canceled'])
  .transform(word => {
    if (word === 'success') return 'succeeded' as const;
    if (word === 'failure') return 'failed' as const;
    return word === 'canceled' ? ('cancelled' as const) : word;
  });

const free = z.string().trim().max(2_000);
const identifier = z.string().min(1).max(200);

/** What is asked of a log: `GET /v1/deployments`, `/v1/notices`, `/v1/locks`. */
export const logQuerySchema = z.object({
  entity: entityRefSchema.exactOptional(),
  environment: environmentSchema.exactOptional(),
  owner: z.string().max(500).exactOptional(),
  unpermitted: z
    .enum(['true', 'false'])
    .transform(word => word === 'true')
    .exactOptional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).exactOptional(),
});
export type LogQueryAsked = z.output<typeof logQuerySchema>;

/** `POST /v1/deployments`: a start, or one that is over. The same `source` and `externalId` answer with the first record. */
export const deploymentWishSchema = z.strictObject({
  entity: entityRefSchema,
  environment: environmentSchema,
  changeType: changeTypeSchema.default('deploy'),
  version: identifier.exactOptional(),
  source: identifier.default('manual'),
  externalId: identifier.exactOptional(),
  permit: identifier.exactOptional(),
  startedAt: askedInstantSchema.exactOptional(),
  finishedAt: askedInstantSchema.exactOptional(),
  result: askedResultSchema.default('running'),
  note: free.exactOptional(),
  /** Requests failed while it ran. */
  causedErrors: z.boolean().exactOptional(),
});
export type DeploymentWish = z.output<typeof deploymentWishSchema>;
export type DeploymentWishText = z.input<typeof deploymentWishSchema>;

export const finishWishSchema = z.strictObject({
  result: askedResultSchema,
  finishedAt: askedInstantSchema.exactOptional(),
  note: free.exactOptional(),
  causedErrors: z.boolean().exactOptional(),
  /** Fencing token of the lock it was started under; a lower one than the current is refused. */
  token: z.number().int().exactOptional(),
});
export type FinishWish = z.output<typeof finishWishSchema>;
export type FinishWishText = z.input<typeof finishWishSchema>;

export const deploymentAnswerSchema = z.object({
  id: text,
  target: text,
  entityRef: text,
  environment: text,
  changeType: changeTypeSchema,
  version: text.exactOptional(),
  source: text,
  externalId: text,
  by: text.exactOptional(),
  permitId: text.exactOptional(),
  /** No permit covers its start: it went around the gate. */
  unpermitted: z.boolean(),
  startedAt: instantSchema,
  finishedAt: instantSchema.exactOptional(),
  /** `12 min`. */
  took: text.exactOptional(),
  result: resultSchema,
  /** Since when it runs past the end its permit names. */
  overrunSince: instantSchema.exactOptional(),
  note: text.exactOptional(),
  causedErrors: z.boolean().exactOptional(),
});
export type DeploymentAnswer = z.output<typeof deploymentAnswerSchema>;

export const deploymentsAnswerSchema = z.object({
  items: z.array(deploymentAnswerSchema),
  nextCursor: text.exactOptional(),
});
export type DeploymentsAnswer = z.output<typeof deploymentsAnswerSchema>;

/** `POST /v1/permits`: verdict, lock and permit in one step. */
export const permitWishSchema = z.strictObject({
  entity: entityRefSchema,
  environment: environmentSchema,
  changeType: changeTypeSchema.default('deploy'),
  /** ISO 8601; else what is declared, else what is typical. */
  duration: text.exactOptional(),
  /** How long the lock lives without a renewal. */
  ttl: text.exactOptional(),
  artifact: identifier.exactOptional(),
  reason: free.exactOptional(),
  /** Who waits: one run waits once. */
  runKey: identifier.exactOptional(),
});
export type PermitWish = z.output<typeof permitWishSchema>;
export type PermitWishText = z.input<typeof permitWishSchema>;

export const permitAnswerSchema = z.object({
  id: text,
  target: text,
  entityRef: text,
  environment: text,
  changeType: changeTypeSchema,
  principal: text,
  artifact: text.exactOptional(),
  decisionId: text,
  overrideId: text.exactOptional(),
  lock: z
    .object({
      id: text,
      key: text,
      token: z.number().int(),
      expiresAt: instantSchema.exactOptional(),
    })
    .exactOptional(),
  issuedAt: instantSchema,
  startBy: instantSchema,
  finishBy: instantSchema.exactOptional(),
  closedAt: instantSchema.exactOptional(),
});
export type PermitAnswer = z.output<typeof permitAnswerSchema>;
