import { z } from 'zod';
import { field, id, parties, party, required, text, texts, type Read } from '../fields';
import { itemFields } from '../item';

const stepSchema = z.union([
  text,
  z.object({
    text: required(text, 'What is done.'),
    id: field(id, 'Name of the step; its position, from 1, where it is left out.'),
    condition: field(text, 'Only when this is so.'),
    by: field(party, 'Who does it.'),
  }),
]);
export type ProcedureStep = Read<typeof stepSchema>;

export const procedureSchema = z.object({
  ...itemFields,
  kind: field(
    z.enum([
      'deploy',
      'rollback',
      'restore',
      'access',
      'incident',
      'registration',
      'new-account',
      'launch',
      'alert-test',
      'domain',
      'onboarding',
      'review',
      'other',
    ]),
    'What it is for.',
  ),
  title: field(text, 'What people call it.'),
  who: field(parties, 'Who may do it.'),
  inputs: field(texts, 'What must be known before the start.'),
  steps: field(z.array(stepSchema), 'What is done, in order.'),
  duration: field(text, 'How long it takes: a duration such as PT20M, or words.'),
  downtime: field(text, 'How long users notice it: a duration, or words such as none.'),
  leadTime: field(text, 'Start this long before it must be done: a duration, or words.'),
  schedule: field(text, 'When it is done, in words; deploy times belong in windows.'),
  automation: field(text, 'What runs it: a name, or an address.'),
});
/** Numbered steps for people. */
export type Procedure = Read<typeof procedureSchema>;
