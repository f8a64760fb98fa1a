import { z } from 'zod';
import { date, field, id, required, text, texts, type Read } from '../fields';
import { itemFields, levelSchema, scopedFields } from '../item';

export const checklistItemSchema = z.object({
  id: required(id, 'Id of a readiness check, or an own one that people answer.'),
  group: field(text, 'Heading it stands under.'),
  statement: field(text, 'What is demanded.'),
  level: field(levelSchema, 'How binding it is.'),
  enforceFrom: field(date, 'Required from this day on.'),
  control: field(text, 'Control of a regime it answers, such as AU-2a.'),
  condition: field(text, 'Only when this is so, in words.'),
  examples: field(texts, 'Examples.'),
  paths: field(texts, 'Facts the answer depends on; when one changes the answer expires.'),
  ...scopedFields,
});
export type ChecklistItem = Read<typeof checklistItemSchema>;

const checklistTargetsSchema = z.object({
  lifecycles: field(texts, 'Lifecycles, such as production.'),
  tiers: field(z.array(z.number().int().min(1).max(4)), 'Tiers, from 1 (most critical) to 4.'),
  platforms: field(texts, 'Platforms.'),
});

export const checklistSchema = z.object({
  ...itemFields,
  title: field(text, 'What people call it.'),
  pack: field(
    text,
    'List that is shipped with the plugin, with its version; its items need no repeating.',
  ),
  appliesTo: field(checklistTargetsSchema, 'Which services it is for.'),
  items: field(z.array(checklistItemSchema), 'Own items, or other levels for items of the pack.'),
});
/** What a standard demands. */
export type Checklist = Read<typeof checklistSchema>;
