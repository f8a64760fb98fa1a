import { z } from 'zod';
import { count, text, texts } from './primitives';

export const packAnswerSchema = z.object({
  pack: text,
  name: text,
  version: count,
  title: text,
  source: z
    .object({ document: text.exactOptional(), sections: texts.exactOptional() })
    .exactOptional(),
  owner: text.exactOptional(),
  parameters: z.record(text, z.json()),
  /** `shipped`, or the file it was read from. */
  from: text,
  checks: z.array(
    z.object({
      id: text,
      version: count,
      group: text,
      title: text,
      why: text,
      place: text.exactOptional(),
      basis: text,
      scope: text,
      mode: text,
      ruleWords: texts,
      statement: text.exactOptional(),
      validFor: text.exactOptional(),
      broken: text.exactOptional(),
    }),
  ),
  problems: z.array(
    z.object({
      severity: z.enum(['refused', 'check', 'warning']),
      line: count.exactOptional(),
      check: text.exactOptional(),
      message: text,
    }),
  ),
});
export type PackAnswer = z.output<typeof packAnswerSchema>;
export const packsAnswerSchema = z.object({
  packs: z.array(packAnswerSchema.omit({ checks: true }).extend({ checks: count })),
  /** Files that were refused. */
  refused: z.array(z.object({ file: text, line: count.exactOptional(), message: text })),
});
export type PacksAnswer = z.output<typeof packsAnswerSchema>;
