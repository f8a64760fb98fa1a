import { z } from 'zod';
import {
  count,
  date,
  field,
  flag,
  id,
  listOf,
  parties,
  party,
  readingHints,
  required,
  text,
  timeZone,
  type Read,
} from '../fields';
import { itemFields } from '../item';
import { scheduleSchema } from './schedule';

const changeTypeSchema = z.enum(['deploy', 'config', 'hotfix', 'rollback', 'restart', 'stop']);

const holidaysSchema = z.object({
  set: required(id, 'Set of holidays of the configuration.'),
  on: required(
    z.enum(['skip', 'shiftNext', 'only']),
    'Do not open on them, open on the next day instead, or open on them only.',
  ),
  before: field(count, 'Days before a holiday that count as well.'),
  after: field(count, 'Days after a holiday that count as well.'),
});

export const declaredWindowSchema = z
  .object({
    ...itemFields,
    kind: field(
      z.enum(['allow', 'freeze', 'notice']),
      'Lets through, holds, or is an agreed time of an audience. Written in windows; in freezes it is freeze.',
    ),
    title: field(text, 'What people call it.'),
    reason: field(text, 'Why; shown to whoever is held.'),
    owner: field(party, 'Who decides about it.'),
    schedule: field(scheduleSchema, 'When it is open. A window without one cannot be read.'),
    timeZone: field(
      timeZone,
      'Zone of its clock, such as America/Chicago; else the one of deployPolicy.',
    ),
    audience: field(id, 'For a notice: item of deployPolicy.audiences whose time this is.'),
    scope: field(
      z.record(z.string(), z.unknown()),
      'On deployPolicy: a filter over entities it governs; left out: all below.',
    ),
    changeTypes: field(z.array(changeTypeSchema), 'Kinds of change it governs; left out: all.'),
    holidays: field(holidaysSchema, 'What holidays do to it.'),
    hard: field(flag, 'For a freeze: only those named in overridableBy can override it.'),
    overridableBy: field(parties, 'Who can override a hard freeze.'),
    reviewAt: field(date, 'When a freeze without an end is looked at again.'),
    unreadable: field(text, 'Why the window could not be read.').register(readingHints, {
      outputOnly: true,
    }),
  })
  .register(readingHints, { finish: 'window' });
/** A rule over time and targets, as it was declared. One that could not be read says so and is never left out. */
export type DeclaredWindow = Read<typeof declaredWindowSchema>;

export const windowsField = field(
  listOf(declaredWindowSchema),
  'Rules over time, each with its kind.',
).register(readingHints, { windows: 'windows' });
export const freezesField = field(
  listOf(declaredWindowSchema),
  'Times that hold every deploy.',
).register(readingHints, { windows: 'freezes' });
export const busyHoursField = field(
  listOf(declaredWindowSchema),
  'Times of heavy use; they inform and never hold.',
).register(readingHints, { windows: 'busyHours' });
