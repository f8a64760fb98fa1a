import { z } from 'zod';
import { field, id, idOrStar, party, required, text, texts, url, type Read } from '../fields';
import { itemFields, moneySchema } from '../item';
import { defaultsSchema } from './defaults';

const authorizationSchema = z.object({
  id: required(id, 'Name of the authorization, unique in its list.'),
  name: required(text, 'What it is called.'),
  level: field(text, 'Level it was given for.'),
  url: field(url, 'Where it is published.'),
});

const certificateWaySchema = z.object({
  id: required(id, 'Name of the way, unique in its list.'),
  how: required(text, 'How one gets a certificate.'),
  url: field(url, 'Where it is described.'),
});

const platformCostSchema = z.object({
  internal: field(text, 'What it costs inside the organisation, in words.'),
  external: field(text, 'What it costs others, in words.'),
  price: field(moneySchema, 'What it costs.'),
});

export const platformSchema = z.object({
  ...itemFields,
  id: required(idOrStar, 'Name of the platform; * stands for every platform not listed.'),
  status: field(
    z.enum(['preferred', 'allowed', 'legacy', 'prohibited']),
    'Whether projects may use it.',
  ),
  title: field(text, 'What people call it.'),
  useWhen: field(text, 'When to take this one.'),
  technology: field(text, 'What it is built with, such as Cloud Foundry.'),
  runsOn: field(text, 'What it runs on, such as aws.'),
  contact: field(party, 'Who answers questions about it.'),
  authorizations: field(z.array(authorizationSchema), 'Permissions it was given.'),
  cost: field(platformCostSchema, 'What it costs.'),
  caveats: field(texts, 'What to know before taking it.'),
  certificates: field(z.array(certificateWaySchema), 'Ways to get a certificate there.'),
  provides: field(defaultsSchema, 'What it guarantees to those on it; ends when they move.'),
});
/** Somewhere projects can run. */
export type Platform = Read<typeof platformSchema>;
