import { z } from 'zod';
import { field, party, text, type Read } from '../fields';
import { itemFields } from '../item';

export const questionSchema = z.object({
  ...itemFields,
  statement: field(text, 'What is not known.'),
  about: field(text, 'Fact path of what it is about, such as backups[].'),
  owner: field(party, 'Who finds out.'),
  status: field(z.enum(['open', 'answered']), 'Whether it was answered.'),
  answer: field(text, 'The answer.'),
});
/** Something nobody knows yet. */
export type Question = Read<typeof questionSchema>;
