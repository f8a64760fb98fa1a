import { z } from 'zod';
import { date, field, id, required, text, texts, type Read } from '../fields';
import { itemFields, levelSchema } from '../item';

const implementationSchema = z.object({
  id: required(id, 'Platform or ecosystem it is for.'),
  how: required(text, 'How it is done there.'),
  lockfile: field(text, 'Lock file of that ecosystem.'),
});

const policyCheckSchema = z.object({
  id: required(id, 'Readiness check that answers it.'),
  params: field(texts, 'What the check is asked with.'),
});

export const policySchema = z.object({
  ...itemFields,
  topic: field(text, 'What it is about, such as hosting, credentials, tagging.'),
  level: field(levelSchema, 'How binding it is.'),
  statement: field(text, 'What is demanded, allowed or forbidden.'),
  rationale: field(text, 'Why.'),
  source: field(text, 'Where it is written down.'),
  appliesTo: field(text, 'Whom or what it is for, in words.'),
  scope: field(text, 'What it covers, in words.'),
  since: field(date, 'In force since.'),
  rollout: field(z.enum(['planned', 'partial', 'full']), 'How far it is carried out.'),
  exceptions: field(texts, 'Cases it does not hold for.'),
  exclusions: field(texts, 'Packages or hosts it leaves out.'),
  examples: field(texts, 'Examples.'),
  implementations: field(
    z.array(implementationSchema),
    'How it is done on a platform or in an ecosystem.',
  ),
  check: field(policyCheckSchema, 'Readiness check that answers it.'),
});
/** A rule people agreed on. */
export type Policy = Read<typeof policySchema>;
