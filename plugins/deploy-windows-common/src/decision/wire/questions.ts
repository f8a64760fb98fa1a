import { z } from 'zod';
import { changeTypeSchema, entityRefSchema, environmentSchema } from '../../schedule/wire';
import { askedDurationSchema, askedInstantSchema } from '../../time/wire';
import { display } from './primitives';

/** `GET /v1/decision`, `/v1/explain`, `/v1/next`. `duration` is milliseconds after reading. */
export const decisionQuerySchema = z.object({
  entity: entityRefSchema,
  environment: environmentSchema,
  changeType: changeTypeSchema.default('deploy'),
  at: askedInstantSchema.exactOptional(),
  duration: askedDurationSchema.exactOptional(),
  ...display,
});
export type DecisionQuery = z.output<typeof decisionQuerySchema>;
export type DecisionQueryText = z.input<typeof decisionQuerySchema>;

export const nextQuerySchema = decisionQuerySchema.extend({
  count: z.coerce.number().int().min(1).max(100).default(5),
  within: askedDurationSchema.exactOptional(),
});
export type NextQueryText = z.input<typeof nextQuerySchema>;

/** `POST /v1/decisions`: at most 1,000. A target without environment stands for all environments of the entity. */
export const decisionsWishSchema = z.strictObject({
  targets: z
    .array(
      z.strictObject({ entity: entityRefSchema, environment: environmentSchema.exactOptional() }),
    )
    .min(1)
    .max(1_000),
  changeType: changeTypeSchema.default('deploy'),
  at: askedInstantSchema.exactOptional(),
  duration: askedDurationSchema.exactOptional(),
  ...display,
});
export type DecisionsWish = z.output<typeof decisionsWishSchema>;
export type DecisionsWishText = z.input<typeof decisionsWishSchema>;

/** `POST /v1/plan`: the first time at which several services can go. */
export const planWishSchema = z.strictObject({
  targets: z
    .array(z.strictObject({ entity: entityRefSchema, environment: environmentSchema }))
    .min(1)
    .max(50),
  order: z.enum(['together', 'one-after-another']).default('together'),
  changeType: changeTypeSchema.default('deploy'),
  from: askedInstantSchema.exactOptional(),
  duration: askedDurationSchema.exactOptional(),
  ...display,
});
export type PlanWishText = z.input<typeof planWishSchema>;
