import { z } from 'zod';
import {
  date,
  duration,
  field,
  id,
  localDateTime,
  localTime,
  readingHints,
  required,
  text,
  type Read,
} from '../fields';

export const weekdaySchema = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = Read<typeof weekdaySchema>;

const nthSchema = z.object({
  nth: required(
    z.union([
      z.literal(1),
      z.literal(2),
      z.literal(3),
      z.literal(4),
      z.literal(5),
      z.literal('last'),
    ]),
    'Which one of the month.',
  ),
  weekday: required(weekdaySchema, 'Of which weekday.'),
});
/** Second Tuesday, last Friday. */
export type Nth = Read<typeof nthSchema>;

const dayOfMonth = z.number().int().min(1).max(31);
const dayNumberSchema = z.object({ day: required(dayOfMonth, 'Day of the month.') });
const dayOrLastSchema = z.object({
  day: required(z.union([dayOfMonth, z.literal('last')]), 'Day of the month, or last.'),
});
const businessDaySchema = z.object({
  businessDay: required(
    z.number().int().min(-23).max(23),
    'Business day of the month; -1 is the last one.',
  ),
});

const movedSchema = z.object({
  date: required(date, 'Opening day that moves.'),
  toDate: required(date, 'Day it opens instead.'),
  from: field(localTime, 'Other opening time on that day.'),
  to: field(localTime, 'Other closing time on that day.'),
  reason: required(text, 'Why it moved.'),
});

const clockFields = {
  from: required(localTime, 'Opens when the clock reads this, 24 hours, such as 09:00.'),
  to: field(
    localTime,
    'Closes when the clock reads this; a time not after from is on the next day. Write this or elapsed.',
  ),
  toDayOffset: field(z.number().int().min(0).max(366), 'Closes this many days after it opened.'),
  elapsed: field(duration, 'Closes after this long, whatever the clock reads. Write this or to.'),
  validFrom: field(date, 'First day it can open.'),
  validUntil: field(date, 'Last day it can open.'),
  except: field(z.array(date), 'Days it does not open.'),
  moved: field(z.array(movedSchema), 'Openings that are on another day.'),
};
const clockSchema = z.object(clockFields);
export type Clock = Read<typeof clockSchema>;

export const weeklySchema = z.object({
  type: field(z.literal('weekly'), 'A pattern of weekdays.'),
  days: required(
    z.array(weekdaySchema),
    'Weekdays it opens; an opening may last into the next day.',
  ),
  every: field(
    z.number().int().min(1).max(520),
    'Every so many weeks, counted from the week of anchor.',
  ),
  anchor: field(date, 'A day in a week that counts.'),
  ...clockFields,
});
export const monthlySchema = z.object({
  type: required(z.literal('monthly'), 'One day a month.'),
  on: required(z.union([dayOrLastSchema, nthSchema, businessDaySchema]), 'Which day.'),
  ...clockFields,
});
export const yearlySchema = z.object({
  type: required(z.literal('yearly'), 'One day a year.'),
  month: required(z.number().int().min(1).max(12), 'Month, from 1 to 12.'),
  on: required(z.union([dayNumberSchema, nthSchema]), 'Which day of that month.'),
  ...clockFields,
});
export const datesSchema = z.object({
  type: required(z.literal('dates'), 'Listed days.'),
  dates: required(z.array(date), 'Days it opens.'),
  ...clockFields,
});
export const rruleSchema = z.object({
  type: required(z.literal('rrule'), 'A recurrence rule of RFC 5545.'),
  rule: required(
    z
      .string()
      .regex(/^(?:[A-Z]+=[A-Z0-9,+-]+)(?:;[A-Z]+=[A-Z0-9,+-]+)*$/)
      .refine(rule => /(?:^|;)FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/.test(rule))
      .refine(rule => !/(?:^|;)BY(?:HOUR|MINUTE|SECOND)=/.test(rule))
      .register(readingHints, { text: 'recurrence' }),
    'The RRULE value, for days only: FREQ=MONTHLY;BYDAY=2TU.',
  ),
  firstDate: required(date, 'The day the rule counts from.'),
  ...clockFields,
});
export const onceSchema = z.object({
  type: required(z.literal('once'), 'One stretch of time.'),
  start: required(localDateTime, 'Wall clock it starts at, such as 2026-12-20T00:00.'),
  end: required(localDateTime, 'Wall clock it ends at.'),
});
export const feedSchema = z.object({
  type: required(z.literal('feed'), 'Events of a calendar feed.'),
  feed: required(id, 'Feed of the configuration.'),
  match: field(text, 'Only events whose title has these words.'),
});
export const alwaysSchema = z.object({ type: required(z.literal('always'), 'At any time.') });

export const scheduleSchema = z.union([
  weeklySchema,
  monthlySchema,
  yearlySchema,
  datesSchema,
  rruleSchema,
  onceSchema,
  feedSchema,
  alwaysSchema,
]);
/** When a window is open. Written without a type it is read by its fields. */
export type Schedule = Read<typeof scheduleSchema>;
