import { durationMilliseconds, dateStart } from 'backstage-plugin-infra-overview-common';
import { z } from 'zod';
import { BASES } from './pack';

export const PACK_SCHEMA = 'deploy-windows.io/readiness-pack/v1';

const text = z.string().trim().min(1, 'says nothing');
const version = z.number().int().min(1);
const level = z.enum(['must', 'recommended', 'off']);
const day = z.string().refine(isDay, 'is not a day such as 2027-03-01');
const duration = z.string().refine(isDuration, 'is not a duration such as P90D');
const scalar = z.union([z.string(), z.number(), z.boolean()]);
/** Read by `readPredicate` and `readRule`, which say what is wrong in their own words. */
const readLater = z.unknown();

export const packNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'is not a name such as acme-production');
export const packIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*@[1-9]\d*$/, 'is not a pack and its version such as acme-production@3');
export const checkIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/, 'is not an id such as backups.snapshots');

const levelRow = z.strictObject({
  when: readLater.optional(),
  level,
  enforceFrom: day.exactOptional(),
});

const matrixRow = z.strictObject({
  when: readLater.optional(),
  everyStage: z.boolean().exactOptional(),
  levels: z.strictObject({ bold: level, label: level, required: level, advice: level }),
});

const change = z
  .strictObject({
    id: checkIdSchema,
    level,
    when: readLater.optional(),
    enforceFrom: day.exactOptional(),
    reason: text.exactOptional(),
  })
  .refine(({ level: to, reason }) => to !== 'off' || reason !== undefined, {
    path: ['reason'],
    message: 'is missing: a check that is switched off says why',
  });

/** What a file says around its checks. Each check is read by itself, so that one that is wrong harms no other. */
export const packSchema = z.strictObject({
  schema: z.literal(PACK_SCHEMA),
  pack: packNameSchema,
  version,
  title: text.exactOptional(),
  source: z
    .strictObject({ document: text.exactOptional(), sections: z.array(text).exactOptional() })
    .exactOptional(),
  owner: text.exactOptional(),
  extends: packIdSchema.exactOptional(),
  parameters: z
    .record(z.string().regex(/^[A-Za-z]\w*$/, 'is not a name'), z.union([scalar, z.array(scalar)]))
    .exactOptional(),
  levels: z.array(matrixRow).min(1, 'has no row').exactOptional(),
  changes: z.array(change).exactOptional(),
  checks: z.array(z.looseObject({ id: checkIdSchema })).exactOptional(),
});
export type PackFile = z.output<typeof packSchema>;

const attestSchema = z.strictObject({
  statement: text,
  validFor: duration,
  evidence: z.enum(['required', 'optional', 'none']).default('optional'),
  by: z
    .enum(['owner-member', 'non-owner', 'alert-target', 'manager', 'any'])
    .default('owner-member'),
  signatures: z.union([z.literal(1), z.literal(2)]).default(1),
  boundTo: z.array(text).default([]),
  endsAt: text.exactOptional(),
});

/** One check as a file writes it, after the parameters were put in. */
export const checkSchema = z.strictObject({
  id: checkIdSchema,
  version: version.default(1),
  basis: z.enum(BASES),
  scope: z.enum(['service', 'environment', 'group']),
  everyStage: z.boolean().default(false),
  mode: z.enum(['automatic', 'attested', 'hybrid']),
  combine: z.enum(['both', 'either']).exactOptional(),
  title: text,
  why: text,
  place: text.exactOptional(),
  group: text.exactOptional(),
  applies: z
    .strictObject({ subject: readLater.optional(), facts: readLater.optional() })
    .exactOptional(),
  /** `P.x` of a parameter that is true or false: false switches the check off. */
  onlyIf: z.boolean().exactOptional(),
  rule: readLater.optional(),
  attest: attestSchema.exactOptional(),
  fix: z.strictObject({ at: text, yaml: text }).exactOptional(),
  level: z.array(levelRow).default([]),
  observedMaxAge: duration.exactOptional(),
  form: text.exactOptional(),
});
export type CheckFile = z.output<typeof checkSchema>;

function isDay(value: string): boolean {
  return dateStart(value) !== undefined;
}

function isDuration(value: string): boolean {
  return durationMilliseconds(value) !== undefined;
}
