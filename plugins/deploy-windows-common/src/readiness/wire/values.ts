import { z } from 'zod';
import { STATUSES, VERDICTS } from '../effective/status';
import { REASON_CODES } from '../effective/outcome';
import { text } from './primitives';

export const verdictWordSchema = z.enum(VERDICTS);
export const statusSchema = z.enum(STATUSES);
export const requirementLevelSchema = z.enum(['must', 'recommended', 'off']);
export const evidenceKindSchema = z.enum(['declared', 'observed', 'inherited', 'attested']);

/** `component:default/web#production`, or an entity ref alone. */
export const subjectKeySchema = z
  .string()
  .regex(/^[a-z]+:[^/\s]+\/[^/\s#]+(?:#[^\s#]+)?$/i, 'write kind:namespace/name#environment');

/** A piece of a sentence; one that names a check can be followed. */
export const sentencePartSchema = z.object({ text, checkId: text.exactOptional() });

const originSchema = z.object({
  entityRef: text.exactOptional(),
  path: text,
  kind: evidenceKindSchema,
  at: text.exactOptional(),
  by: text.exactOptional(),
  /** `stated in the source of 19 Jul 2019, never confirmed`; `provided by cloud.gov`. */
  words: text,
});

/** One value a rule looked at, with its words. */
export const findingAnswerSchema = z.object({
  code: z.enum(REASON_CODES),
  fact: text,
  /** As a sentence: `Regular copies of addons[db]: no retention is stated`. */
  text,
  found: z.json().exactOptional(),
  wanted: z.json().exactOptional(),
  path: text.exactOptional(),
  origin: originSchema.exactOptional(),
});
export type FindingAnswer = z.output<typeof findingAnswerSchema>;
