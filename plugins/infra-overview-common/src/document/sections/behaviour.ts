import { z } from 'zod';
import { field, flag, party, text, type Read } from '../fields';
import { itemFields } from '../item';

export const behaviourSchema = z.object({
  ...itemFields,
  topic: field(text, 'What it is about, such as sign-in.'),
  statement: field(text, 'How the application acts.'),
  configurable: field(flag, 'It can be set.'),
  rationale: field(text, 'Why.'),
  requestedBy: field(party, 'Who wanted it.'),
});
/** How the application acts, where the people who run it must know. */
export type Behaviour = Read<typeof behaviourSchema>;
