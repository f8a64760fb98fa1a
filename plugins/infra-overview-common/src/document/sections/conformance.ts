import { z } from 'zod';
import { field, id, readingHints, required, text, texts, type Read } from '../fields';
import { scopedFields } from '../item';
import { verifiedSchema } from '../verified';

export const conformanceAnswerSchema = z
  .object({
    item: required(id, 'Checklist item or policy that is answered.'),
    status: required(
      z.enum(['met', 'not-met', 'not-applicable']),
      'The answer. Unknown is written by leaving it out.',
    ),
    reason: field(
      z.enum(['no-such-component', 'out-of-scope', 'replaced-by-other-control', 'other']),
      'Why it does not apply; an answer not-applicable needs it.',
    ),
    text: field(text, 'The answer in words.'),
    evidence: field(texts, 'Where one can see it.'),
    verified: field(verifiedSchema, 'How and when this was last known to be true.'),
    ...scopedFields,
  })
  .register(readingHints, { key: 'item', finish: 'conformance' });
/** A project's answer to one demand. */
export type ConformanceAnswer = Read<typeof conformanceAnswerSchema>;
