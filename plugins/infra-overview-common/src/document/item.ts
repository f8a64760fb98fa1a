import { z } from 'zod';
import {
  field,
  flag,
  id,
  name,
  readingHints,
  reason,
  required,
  text,
  texts,
  type Read,
} from './fields';
import { linkSchema } from './sections/link';
import { verifiedSchema } from './verified';

export const stageSchema = z.enum([
  'local',
  'ci',
  'review',
  'development',
  'test',
  'staging',
  'preproduction',
  'production',
  'sandbox',
  'other',
]);
/** The kind of an environment, whatever it is called. */
export type Stage = Read<typeof stageSchema>;

export const levelSchema = z.enum(['must', 'must-not', 'should', 'practice']);
/** How binding a rule is; `practice` is what is done though nobody demands it. */
export type Level = Read<typeof levelSchema>;

export const scopedFields = {
  environments: field(texts, 'Names of the environments this holds in; left out: all of them.'),
  stages: field(
    z.array(stageSchema),
    'Stages this holds in, for standards that know no environment names.',
  ),
};

export const statedFields = {
  verified: field(
    verifiedSchema,
    'How and when this was last known to be true; beats what the document says for itself.',
  ),
  derived: field(
    flag,
    'True when the author read it between the lines and the source does not say it.',
  ),
  notNeeded: field(reason, 'Refuses an inherited item, and says why.'),
  links: field(z.array(linkSchema), 'Pages about this.'),
  note: field(text, 'What no other field can hold.'),
};

export const itemFields = {
  id: required(id, 'Name of the item, unique in its list. A renamed item is a new one.'),
  ...statedFields,
  ...scopedFields,
};

const scopedSchema = z.object(scopedFields);
export type Scoped = Read<typeof scopedSchema>;
const statedSchema = z.object(statedFields);
export type Stated = Read<typeof statedSchema>;
const itemSchema = z.object(itemFields);
export type Item = Read<typeof itemSchema>;

export const ruleSchema = z.object({
  id: required(id, 'Name of the rule, unique in its list.'),
  statement: required(text, 'What is demanded, allowed or forbidden.'),
  level: field(levelSchema, 'How binding it is.'),
});
export type Rule = Read<typeof ruleSchema>;

export const keyValueSchema = z
  .object({
    key: required(name, 'Name.'),
    value: required(text, 'Value; scanned for secrets like any text.'),
  })
  .register(readingHints, { key: 'key' });
export type KeyValue = Read<typeof keyValueSchema>;

export const moneySchema = z.object({
  amount: required(z.number(), 'How much.'),
  currency: required(
    z
      .string()
      .regex(/^[A-Z]{3}$/)
      .register(readingHints, { text: 'currency' }),
    'Currency by its three letters, such as USD.',
  ),
  per: field(z.enum(['hour', 'month', 'year']), 'The time the amount is for.'),
});
export type Money = Read<typeof moneySchema>;
