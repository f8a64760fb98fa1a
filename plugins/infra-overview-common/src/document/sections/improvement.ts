import { z } from 'zod';
import { field, text, texts, url, type Read } from '../fields';
import { itemFields } from '../item';

export const improvementSchema = z.object({
  ...itemFields,
  title: field(text, 'What would be better.'),
  status: field(
    z.enum(['planned', 'possible', 'in-progress', 'done', 'rejected']),
    'How far it is; planned is more than possible.',
  ),
  about: field(text, 'Fact path of what it changes, such as addons[db].'),
  issue: field(url, 'Where it is worked on. Many have none.'),
  options: field(texts, 'Ways to do it.'),
  rationale: field(text, 'Why.'),
});
/** Something that could be better. */
export type Improvement = Read<typeof improvementSchema>;
