import { z } from 'zod';
import { field, text, texts, type Read } from '../fields';
import { itemFields } from '../item';

export const topologySchema = z.object({
  ...itemFields,
  title: field(text, 'What people call it.'),
  useWhen: field(text, 'When to take this one.'),
  roles: field(texts, 'Roles of its servers.'),
});
/** A typical way to build it; an alternative, not a fact about one project. */
export type Topology = Read<typeof topologySchema>;
