import { z } from 'zod';
import {
  date,
  duration,
  field,
  flag,
  id,
  listOf,
  party,
  required,
  text,
  texts,
  url,
  type Read,
} from '../fields';
import { itemFields } from '../item';

export const auditEventSchema = z.enum([
  'account-logon',
  'account-management',
  'object-access',
  'policy-change',
  'privilege-function',
  'process-tracking',
  'system',
  'admin-activity',
  'authn-check',
  'authz-check',
  'data-delete',
  'data-access',
  'data-change',
  'permission-change',
]);
export type AuditEvent = Read<typeof auditEventSchema>;

export const logStreamSchema = z.object({
  ...itemFields,
  captures: field(texts, 'What is logged, such as request, response, error.'),
  auditEvents: field(z.array(auditEventSchema), 'Events an auditor asks for that are logged.'),
  fields: field(texts, 'Fields of a log line, such as userId and timestampUtc.'),
  debug: field(flag, 'The debug level is on.'),
  to: field(z.array(id), 'Add-ons of category logging it flows to.'),
  pipeline: field(texts, 'What it passes on the way, in order.'),
  rationale: field(text, 'Why it is set up like this.'),
});
export type LogStream = Read<typeof logStreamSchema>;

export const thresholdSchema = z.object({
  value: field(z.number(), 'The number.'),
  unit: field(text, 'What is counted, such as percent.'),
  over: field(duration, 'Within this time.'),
});
export type Threshold = Read<typeof thresholdSchema>;

export const monitorSchema = z.object({
  ...itemFields,
  kind: field(
    z.enum(['uptime', 'error', 'performance', 'synthetic', 'component']),
    'What it watches for.',
  ),
  target: field(text, 'What it watches: an address, a host, a process or an add-on.'),
  addon: field(id, 'Add-on that does the watching.'),
  steps: field(texts, 'For a synthetic one: what the script does.'),
  interval: field(duration, 'Time between two runs.'),
  reportWithin: field(duration, 'Time from a failure to the report.'),
  threshold: field(thresholdSchema, 'What counts as a failure.'),
  history: field(url, 'Graph over time.'),
  since: field(date, 'Watching since.'),
});
export type Monitor = Read<typeof monitorSchema>;

export const channelKindSchema = z.enum([
  'page',
  'sms',
  'push',
  'phone',
  'email',
  'chat',
  'webhook',
]);
export type ChannelKind = Read<typeof channelKindSchema>;

const conditionSchema = z.object({
  type: field(
    z.enum([
      'error-count',
      'error-rate',
      'apdex',
      'throughput',
      'response-time',
      'custom-metric',
      'log-match',
      'uptime',
      'anomaly',
    ]),
    'What is measured.',
  ),
  expression: field(text, 'The search text, for a log search.'),
  threshold: field(thresholdSchema, 'From which value on.'),
});

const alertTargetSchema = z.object({
  channel: required(channelKindSchema, 'How the message arrives.'),
  to: field(party, 'Who is told.'),
  name: field(text, 'Room or mailbox.'),
  after: field(duration, 'Told only when nobody reacted for this long.'),
});
export type AlertTarget = Read<typeof alertTargetSchema>;

export const alertSchema = z.object({
  ...itemFields,
  monitors: field(z.array(id), 'Monitors that set it off.'),
  source: field(id, 'Add-on whose log search sets it off.'),
  condition: field(conditionSchema, 'When it goes off.'),
  targets: field(listOf(alertTargetSchema), 'Who is told, and how.'),
  severity: field(
    z.enum(['page', 'ticket', 'info']),
    'Wakes somebody up, opens a ticket, or informs.',
  ),
  dedupe: field(text, 'What keeps it from flapping, such as 3 of 5 checks.'),
  lastTested: field(date, 'Day it was last seen to work.'),
  runbook: field(text, 'What to do: an item of procedures, or an address.'),
});
export type Alert = Read<typeof alertSchema>;

export const channelSchema = z.object({
  ...itemFields,
  kind: field(channelKindSchema, 'How a message arrives.'),
  provider: field(text, 'Service that delivers it.'),
  reachesPerson: field(flag, 'A person notices it at any hour.'),
  group: field(text, 'Alerts that go together here.'),
});
export type Channel = Read<typeof channelSchema>;

export const observabilitySchema = z.object({
  logs: field(listOf(logStreamSchema), 'What is logged, and where it goes.'),
  monitors: field(listOf(monitorSchema), 'What is watched.'),
  alerts: field(listOf(alertSchema), 'Who is told about what.'),
  channels: field(listOf(channelSchema), 'The ways messages arrive.'),
});
/** How one sees what the service does. */
export type Observability = Read<typeof observabilitySchema>;
