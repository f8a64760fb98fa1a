import { z } from 'zod';
import {
  changeTypeSchema,
  entityRefSchema,
  environmentSchema,
  kindSchema,
} from '../../schedule/wire';
import { askedInstantSchema, instantSchema } from '../../time/wire';
import { display, text } from './primitives';

export const timelineQuerySchema = z.object({
  entity: entityRefSchema,
  /** Absent: every environment of the entity. */
  environment: environmentSchema.exactOptional(),
  start: askedInstantSchema.exactOptional(),
  /** At most 92 days after the start; four weeks where nothing is said. */
  end: askedInstantSchema.exactOptional(),
  changeType: changeTypeSchema.default('deploy'),
  ...display,
});
export type TimelineQueryText = z.input<typeof timelineQuerySchema>;

export const segmentAnswerSchema = z.object({
  start: instantSchema,
  end: instantSchema,
  state: z.enum(['open', 'freeze', 'closed', 'notice-needed']),
  /** The closed gates. */
  rules: z.array(z.object({ rule: text, title: text, level: text.exactOptional() })),
  /** `Tue 1 Dec, 09:00–10:00`. */
  text,
});
export type SegmentAnswer = z.output<typeof segmentAnswerSchema>;

/** A day of the shown zone; a browser places segments in it by instants and needs no zone data. */
export const dayAnswerSchema = z.object({
  date: text,
  label: text,
  start: instantSchema,
  end: instantSchema,
  clockChange: text.exactOptional(),
});
export type DayAnswer = z.output<typeof dayAnswerSchema>;

export const laneAnswerSchema = z.object({
  window: text,
  level: text,
  kind: kindSchema,
  title: text,
  ranges: z.array(z.object({ start: instantSchema, end: instantSchema, text })),
  problem: text.exactOptional(),
});
export type LaneAnswer = z.output<typeof laneAnswerSchema>;

export const timelineAnswerSchema = z.object({
  zone: text,
  now: instantSchema,
  days: z.array(dayAnswerSchema),
  targets: z.array(
    z.object({
      target: text,
      environment: text,
      stage: text,
      segments: z.array(segmentAnswerSchema),
      /** Each window by itself, outermost level first: where the segments come from. */
      lanes: z.array(laneAnswerSchema).exactOptional(),
    }),
  ),
});
export type TimelineAnswer = z.output<typeof timelineAnswerSchema>;
