import { z } from 'zod';
import { field, id, required, texts, type Read } from '../fields';
import { stageSchema } from '../item';
import { addonCategorySchema, addonSchema } from './addon';
import { backupSchema } from './backup';
import { domainNameSchema } from './domainName';
import { environmentSchema } from './environment';
import { logStreamSchema, monitorSchema } from './observability';
import { processSchema } from './process';

export const selectorSchema = z.object({
  stages: field(z.array(stageSchema), 'Stages of the environment.'),
  platforms: field(texts, 'Platforms of the environment.'),
  roles: field(texts, 'Roles of the process.'),
  kinds: field(texts, 'Kinds of the item.'),
  categories: field(z.array(addonCategorySchema), 'Categories of the add-on.'),
  products: field(texts, 'Products of the add-on.'),
});
/** Which items an entry fills; every condition named must hold. */
export type Selector = Read<typeof selectorSchema>;

const selectorFields = {
  id: required(id, 'Name of the entry, unique in its list.'),
  when: field(
    selectorSchema,
    'Which items it fills; every condition named must hold. Left out: all of them.',
  ),
};

export const defaultsSchema = z.object({
  environments: field(
    z.array(z.object({ ...environmentSchema.omit({ name: true }).shape, ...selectorFields })),
    'Fields of environments.',
  ),
  processes: field(
    z.array(z.object({ ...processSchema.omit({ name: true }).shape, ...selectorFields })),
    'Fields of processes.',
  ),
  addons: field(
    z.array(z.object({ ...addonSchema.shape, ...selectorFields })),
    'Fields of add-ons.',
  ),
  backups: field(
    z.array(z.object({ ...backupSchema.shape, ...selectorFields })),
    'Fields of backups.',
  ),
  domains: field(
    z.array(z.object({ ...domainNameSchema.shape, ...selectorFields })),
    'Fields of domains.',
  ),
  logs: field(
    z.array(z.object({ ...logStreamSchema.shape, ...selectorFields })),
    'Fields of log streams.',
  ),
  monitors: field(
    z.array(z.object({ ...monitorSchema.shape, ...selectorFields })),
    'Fields of monitors.',
  ),
});
/** Values for fields an existing item leaves out. An entry never creates an item. */
export type Defaults = Read<typeof defaultsSchema>;
