import { z } from 'zod';
import {
  blockOf,
  count,
  date,
  duration,
  entityRef,
  field,
  flag,
  id,
  parties,
  party,
  required,
  text,
  texts,
  type Read,
} from '../fields';
import { itemFields, moneySchema } from '../item';

export const addonCategorySchema = z.enum([
  'database',
  'cache',
  'search',
  'queue',
  'storage',
  'mail',
  'push',
  'marketing',
  'logging',
  'metrics',
  'apm',
  'errors',
  'uptime',
  'cdn',
  'dns',
  'waf',
  'lb',
  'web-server',
  'auth',
  'maps',
  'scheduler',
  'autoscaler',
  'analytics',
  'ci',
  'config-management',
  'process-manager',
  'vuln-scan',
  'paging',
  'other',
]);
export type AddonCategory = Read<typeof addonCategorySchema>;

const availabilitySchema = z.object({
  redundancy: field(
    z.enum(['none', 'replica', 'multi-zone', 'multi-region', 'managed']),
    'What takes over; managed: the vendor keeps copies.',
  ),
  instances: field(count, 'How many instances.'),
  replicas: field(count, 'How many of them are replicas.'),
  failover: field(z.enum(['none', 'manual', 'automatic']), 'How a replica takes over.'),
  zones: field(texts, 'Availability zones it is spread over.'),
});
export type Availability = Read<typeof availabilitySchema>;

const receivesSchema = z.object({
  classes: field(texts, 'Classes of data that are sent.'),
  approval: field(
    z.object({
      ref: field(text, 'Where the approval is written down.'),
      at: field(date, 'Day of the approval.'),
      by: field(party, 'Who approved.'),
    }),
    'Who agreed to that.',
  ),
});

export const logSinkSchema = z.object({
  durable: field(flag, 'Logs are kept before a rotation or restart could lose them.'),
  retention: field(duration, 'How long logs are kept.'),
  searchWindow: field(duration, 'How far back they can be searched at once; may be shorter.'),
  readers: field(parties, 'Who can read them.'),
});
export type LogSink = Read<typeof logSinkSchema>;

const collectorSchema = z.object({
  id: required(id, 'Name of the collector, unique in its list.'),
  name: required(text, 'What the vendor calls it.'),
  on: field(text, 'Where it runs.'),
  optional: field(flag, 'The service works without it.'),
});

export const addonSchema = z.object({
  ...itemFields,
  category: field(addonCategorySchema, 'What kind of service it is.'),
  product: field(text, "The vendor's own name, lower case, such as heroku-postgresql."),
  plan: field(text, 'Plan or size that is paid for.'),
  purpose: field(text, 'What it is used for.'),
  rationale: field(text, 'Why this one.'),
  role: field(z.enum(['primary', 'backup']), 'The one in use, or the one that stands in.'),
  operatedBy: field(z.enum(['self', 'organisation', 'third-party']), 'Who runs it.'),
  selection: field(
    z.enum(['always', 'when-needed']),
    'On a Domain: every project has it, or it is on offer.',
  ),
  choice: field(text, 'On a Domain: add-ons of one choice are alternatives.'),
  useWhen: field(text, 'On a Domain: when to take this one.'),
  count: field(z.union([count, text]), 'How many there are, as a number or in words.'),
  perEnvironment: field(flag, 'Each environment has one of its own.'),
  host: field(text, 'Host it shares with others.'),
  installedBy: field(text, 'What installs it, such as pip or a buildpack.'),
  managedBy: field(text, 'What manages it, such as terraform.'),
  storedIn: field(id, 'Add-on that keeps its data, such as the database of a queue.'),
  volatile: field(flag, 'Holds data that changes at run time and cannot be rebuilt.'),
  availability: field(availabilitySchema, 'What happens when a part of it fails.'),
  maintenanceWindow: field(text, "The vendor's own time for patches, in words."),
  receives: field(blockOf(receivesSchema), 'Data sent to a third party; none: no data leaves.'),
  sink: field(logSinkSchema, 'For log stores: how logs are kept.'),
  access: field(text, 'The way in, step by step.'),
  operators: field(parties, 'Who may configure it.'),
  credentials: field(z.array(id), 'Items of credentialLocations it needs.'),
  features: field(texts, 'What of it is used.'),
  limits: field(texts, 'What it cannot do.'),
  feeds: field(texts, 'What flows into it.'),
  collectors: field(
    z.array(collectorSchema),
    'Software of the vendor that runs beside the service.',
  ),
  cost: field(moneySchema, 'What it costs.'),
  resourceRef: field(entityRef, 'Resource entity it is; a relation is made from it.'),
});
/** Anything the service talks to or stands on. */
export type Addon = Read<typeof addonSchema>;
