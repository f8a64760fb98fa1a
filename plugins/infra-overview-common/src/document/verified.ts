import { z } from 'zod';
import { date, duration, field, party, required, text, type Read } from './fields';

export const verifiedSchema = z.object({
  method: required(
    z.enum(['document', 'human', 'observed']),
    'How it is known: read in a document, checked by a person, or seen by an ingester (only ingesters write observed).',
  ),
  at: field(date, 'The day of the document, the check, or the observation.'),
  by: field(party, 'Who says so: a role or an entity. Names of private persons stay out.'),
  source: field(text, 'Address of the source, or words that name it.'),
  lines: field(text, 'Lines in the source, such as 16-20.'),
  cadence: field(duration, 'Look at it again after this long.'),
});
/** Who says so, since when, and how they know. */
export type Verified = Read<typeof verifiedSchema>;
