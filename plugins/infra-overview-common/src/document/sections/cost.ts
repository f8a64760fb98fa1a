import { z } from 'zod';
import { field, flag, id, required, text, type Read } from '../fields';
import { moneySchema, ruleSchema } from '../item';

const limitSchema = z.object({
  id: required(id, 'Name of the limit, unique in its list.'),
  limit: required(moneySchema, 'How much.'),
  appliesTo: field(text, 'Whom or what it is for.'),
  withoutApproval: field(flag, 'Up to here nobody is asked.'),
});

export const costSchema = z.object({
  rules: field(z.array(ruleSchema), 'Rules about money.'),
  billing: field(text, 'Who pays in the end.'),
  limits: field(z.array(limitSchema), 'How much may be spent.'),
  projectCode: field(text, 'Code of the project in the books.'),
  tag: field(text, 'Value of the Project tag.'),
});
export type Cost = Read<typeof costSchema>;
