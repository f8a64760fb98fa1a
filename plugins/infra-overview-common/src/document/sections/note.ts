import { z } from 'zod';
import { field, id, required, text, type Read } from '../fields';

export const noteSchema = z.object({
  id: required(id, 'Name of the note, unique in its list.'),
  text: required(text, 'What no other section can hold.'),
  about: field(text, 'Fact path of what it is about.'),
});
export type Note = Read<typeof noteSchema>;
