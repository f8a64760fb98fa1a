import { z } from 'zod';
import { field, text, type Read } from '../fields';
import { itemFields } from '../item';

export const jobSchema = z.object({
  ...itemFields,
  what: field(text, 'What it does.'),
  schedule: field(text, 'When it runs, in words or as an RRULE value.'),
  trigger: field(text, 'What starts it, where that is not a time.'),
  condition: field(text, 'Only when this is so.'),
  runner: field(text, 'Process or add-on that runs it.'),
  command: field(text, 'Command, in style, without values.'),
});
/** Work that runs by itself. */
export type Job = Read<typeof jobSchema>;
