import { z } from 'zod';
import { duration, entityRef, field, id, parties, text, url, type Read } from '../fields';
import { itemFields, ruleSchema } from '../item';

export const accountSchema = z.object({
  ...itemFields,
  kind: field(z.enum(['production', 'sandbox', 'development', 'shared']), 'What it is for.'),
  provider: field(text, 'Provider it is with.'),
  purpose: field(text, 'What is done in it.'),
  eligibility: field(text, 'Who may have one.'),
  permissions: field(text, 'What it may do.'),
  access: field(parties, 'Who is in.'),
  rules: field(z.array(ruleSchema), 'Rules of use.'),
  dataRules: field(z.array(ruleSchema), 'What data may be here.'),
  naming: field(text, 'Pattern of its e-mail address or name.'),
  lifecycle: field(text, 'How it begins and ends, in words.'),
  wipe: field(duration, 'Everything in it is deleted this often.'),
  protectBy: field(id, 'Item of procedures that keeps things from being deleted.'),
  request: field(url, 'Where to ask for one.'),
  signIn: field(url, 'Where to sign in.'),
  resourceRef: field(entityRef, 'Resource entity it is; a relation is made from it.'),
});
/** An account with a provider. */
export type Account = Read<typeof accountSchema>;
