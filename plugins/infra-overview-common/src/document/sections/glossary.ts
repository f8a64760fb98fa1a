import { z } from 'zod';
import { field, id, required, text, url, type Read } from '../fields';

export const termSchema = z.object({
  id: required(id, 'Name of the entry, unique in its list.'),
  term: required(text, 'The word.'),
  meaning: required(text, 'What it means here.'),
  url: field(url, 'Where more is said.'),
});
/** A word and what it means here. */
export type Term = Read<typeof termSchema>;
