import { z } from 'zod';
import { date, field, party, required, text, type Read } from '../fields';
import { itemFields } from '../item';

const acceptedSchema = z.object({
  by: required(party, 'Who accepted it.'),
  until: field(date, 'Until this day.'),
  reason: field(text, 'Why.'),
});

export const riskSchema = z.object({
  ...itemFields,
  statement: field(text, 'What could happen.'),
  about: field(text, 'Fact path of what it threatens, such as addons[db].'),
  trigger: field(text, 'What would set it off.'),
  likelihood: field(text, 'How likely it is, in words.'),
  impact: field(text, 'What it would do.'),
  mitigation: field(text, 'What is done against it.'),
  accepted: field(acceptedSchema, 'Somebody decided to live with it.'),
});
/** Something that could go wrong. */
export type Risk = Read<typeof riskSchema>;
