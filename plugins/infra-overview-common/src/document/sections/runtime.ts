import { z } from 'zod';
import { date, field, text, type Read } from '../fields';
import { itemFields } from '../item';

export const runtimeSchema = z.object({
  ...itemFields,
  name: field(text, 'Language, framework or runtime.'),
  version: field(text, 'Version, as text.'),
  source: field(text, 'Where it is installed from.'),
  rationale: field(text, 'Why this one.'),
  endOfLife: field(date, 'Last day it gets fixes.'),
});
/** What the code runs on. */
export type Runtime = Read<typeof runtimeSchema>;
