import { z } from 'zod';
import { lintSchema } from '../../schedule/wire';
import { instantSchema } from '../../time/wire';
import { targetStateSchema } from './answer';
import { display, text, texts } from './primitives';
import { dayAnswerSchema, segmentAnswerSchema } from './timeline';

export const fleetQuerySchema = z.object({
  text: text.max(200).exactOptional(),
  /** One entity ref, or several separated by commas. */
  owner: text.exactOptional(),
  system: text.exactOptional(),
  domain: text.exactOptional(),
  environment: text.exactOptional(),
  stage: text.exactOptional(),
  state: z
    .enum([
      'open',
      'blocked',
      'freeze',
      'notice-needed',
      'never-opens',
      'no-permit',
      'review-overdue',
    ])
    .exactOptional(),
  /** First day of the calendar, in the shown zone. Absent: today. */
  start: z.iso.date().exactOptional(),
  /** 0: no calendar. */
  days: z.coerce.number().int().min(0).max(42).default(28),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: text.exactOptional(),
  ...display,
});
export type WindowsFleetQuery = z.output<typeof fleetQuerySchema>;
export type WindowsFleetQueryText = z.input<typeof fleetQuerySchema>;

export const fleetRowSchema = z.object({
  target: text,
  entityRef: text,
  title: text,
  environment: text,
  stage: text,
  owner: text.exactOptional(),
  system: text.exactOptional(),
  domain: text.exactOptional(),
  state: targetStateSchema,
  sentence: text,
  nextChange: z.object({ at: instantSchema, text, to: text }).exactOptional(),
  neverOpens: z.boolean().exactOptional(),
  lint: z.array(lintSchema),
  segments: z.array(segmentAnswerSchema),
});
export type WindowsFleetRow = z.output<typeof fleetRowSchema>;

export const windowsFleetSchema = z.object({
  zone: text,
  now: instantSchema,
  days: z.array(dayAnswerSchema),
  rows: z.array(fleetRowSchema),
  total: z.number().int(),
  nextCursor: text.exactOptional(),
  /** What opens and closes on the current day, in order, of all rows that answer the query. */
  today: z.array(
    z.object({
      at: instantSchema,
      time: text,
      target: text,
      title: text,
      environment: text,
      to: text,
      reason: text,
    }),
  ),
  facets: z.object({
    owners: texts,
    systems: texts,
    domains: texts,
    environments: texts,
    stages: texts,
  }),
});
export type WindowsFleet = z.output<typeof windowsFleetSchema>;
