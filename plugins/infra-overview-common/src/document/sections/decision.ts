import { z } from 'zod';
import { date, field, text, type Read } from '../fields';
import { itemFields } from '../item';

export const decisionSchema = z.object({
  ...itemFields,
  decision: field(text, 'What was decided.'),
  title: field(text, 'What people call it.'),
  context: field(text, 'What led to it.'),
  rationale: field(text, 'Why.'),
  at: field(date, 'Day of the decision.'),
});
/** Something that was decided. */
export type Decision = Read<typeof decisionSchema>;
