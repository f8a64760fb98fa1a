// What is taken over from Heroku's answers: these fields and no others. The answers also hold commands, certificates, and the
// addresses, users and passwords of databases and log drains; a field that is not named here does not leave the request.
import { z } from 'zod';

const word = z.string().max(300);
const maybe = word.nullish();
const instant = word;

/** Names and ids go into paths of further requests. */
const id = word.regex(/^[\w-]+$/);
const named = z.object({ name: word });
const identified = z.object({ id });

export const appSchema = z.object({
  id,
  name: id,
  maintenance: z.boolean(),
  region: named.nullish(),
  stack: named.nullish(),
  space: named.nullish(),
});
export type App = z.output<typeof appSchema>;

export const pipelineSchema = z.object({ id, name: word });
export const couplingSchema = z.object({ app: identified, pipeline: identified, stage: word });
export type Coupling = z.output<typeof couplingSchema>;

export const addonSchema = z.object({
  id,
  name: id,
  app: z.object({ id }),
  addon_service: named,
  plan: named,
  state: maybe,
  billed_price: z.object({ cents: z.number(), unit: word }).nullish(),
  /** Names only; their values are behind another address, which is never asked. */
  config_vars: z.array(word).nullish(),
});
export type Addon = z.output<typeof addonSchema>;

export const attachmentSchema = z.object({ addon: identified, app: identified, name: word });
export type Attachment = z.output<typeof attachmentSchema>;

export const formationSchema = z.object({ type: word, quantity: z.number().int(), size: word });
export type Formation = z.output<typeof formationSchema>;

export const domainSchema = z.object({ id, hostname: word, kind: word });
export type Domain = z.output<typeof domainSchema>;

export const sniEndpointSchema = z.object({
  ssl_cert: z.object({
    acm: z.boolean().nullish(),
    expires_at: instant.nullish(),
    issuer: z.string().max(2_000).nullish(),
  }),
  /** Ids of domains, or host names. */
  domains: z.array(word).nullish(),
});
export type SniEndpoint = z.output<typeof sniEndpointSchema>;

export const logDrainSchema = z.object({ addon: z.object({ id }).nullish() });
export type LogDrain = z.output<typeof logDrainSchema>;

export const deploymentSchema = z.object({
  app: identified,
  created_at: instant,
  status: word,
});
export type Deployment = z.output<typeof deploymentSchema>;

/** Of review apps and test runs only that there are some. */
export const existingSchema = z.object({ status: word });

export const transferSchema = z.object({
  num: z.number().int(),
  from_type: word,
  to_type: word,
  finished_at: instant.nullish(),
  succeeded: z.boolean().nullish(),
  schedule: z.object({ uuid: id }).nullish(),
  processed_bytes: z.number().nullish(),
});
export type Transfer = z.output<typeof transferSchema>;

export const scheduleSchema = z.object({
  uuid: id.nullish(),
  hour: z.union([z.number(), z.string().regex(/^\d{1,2}$/)]),
  days: z.array(word).nullish(),
  timezone: word.regex(/^[\w/+-]+$/).nullish(),
  retain_weeks: z.number().int().nullish(),
  retain_months: z.number().int().nullish(),
});
export type Schedule = z.output<typeof scheduleSchema>;

/** Pairs that are read. The values of `Followers` are addresses with passwords: they are only counted. */
const KEPT_PAIRS = [
  'Status',
  'HA Status',
  'Rollback',
  'Continuous Protection',
  'Maintenance window',
] as const;
const COUNTED_PAIR = 'Followers';
export type DatabasePair = (typeof KEPT_PAIRS)[number];

/** The pairs by name, first value each; everything else of the answer is left behind. */
export const databaseSchema = z
  .object({ info: z.array(z.object({ name: z.string(), values: z.array(z.unknown()).nullish() })) })
  .transform(({ info }) => {
    const pairs = new Map<DatabasePair, string>();
    let followers = 0;
    for (const { name, values } of info) {
      if (name === COUNTED_PAIR) followers = values?.length ?? 0;
      const kept = KEPT_PAIRS.find(pair => pair === name);
      const [value] = values ?? [];
      if (kept && typeof value === 'string' && value.length <= 100) pairs.set(kept, value);
    }
    return { pairs, followers };
  });
export type DatabaseInfo = z.output<typeof databaseSchema>;
