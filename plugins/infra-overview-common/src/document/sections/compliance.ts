import { z } from 'zod';
import { field, flag, id, required, text, texts, type Read } from '../fields';
import { linkSchema } from './link';

const dataClassSchema = z.object({
  id: required(id, 'Name of the class, unique in its list.'),
  title: required(text, 'What people call it.'),
  sensitive: field(flag, 'Harm is done when it leaks.'),
});

const atoRuleSchema = z.object({
  id: required(id, 'Name of the rule, unique in its list.'),
  statement: required(text, 'What is demanded.'),
  condition: field(text, 'Only when this is so.'),
  rationale: field(text, 'Why.'),
});

export const complianceSchema = z.object({
  classification: field(text, 'Class the service is in, such as FISMA High.'),
  criteria: field(texts, 'When that class applies.'),
  regimes: field(texts, 'Laws and standards it is held to, such as GDPR.'),
  dataClasses: field(z.array(dataClassSchema), 'Classes of data it holds.'),
  consent: field(text, 'What a person must agree to first.'),
  documents: field(z.array(linkSchema), 'Where it is written down.'),
  atoRules: field(z.array(atoRuleSchema), 'Rules of the authority to operate.'),
});
export type Compliance = Read<typeof complianceSchema>;
