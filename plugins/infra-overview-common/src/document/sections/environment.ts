import { z } from 'zod';
import {
  blockOf,
  date,
  duration,
  entityRef,
  field,
  flag,
  id,
  listOf,
  name,
  readingHints,
  required,
  text,
  url,
  type Read,
} from '../fields';
import { keyValueSchema, ruleSchema, stageSchema, statedFields } from '../item';
import { deploySchema } from './deploy';
import { processSchema } from './process';

export const hostingSchema = z.object({
  platform: field(
    text,
    'Platform it runs on: the id of an item of platforms, or a word such as heroku.',
  ),
  product: field(text, 'Product of the platform, such as dynos or ecs.'),
  plan: field(text, 'Plan or tier that is paid for.'),
  region: field(text, "Region, by the platform's own code."),
  app: field(text, 'Name of the application on the platform; ingesters look it up by this.'),
  runtime: field(text, 'Runtime the platform offers, such as common-runtime.'),
  stack: field(text, 'Stack of the platform, such as heroku-24.'),
  os: field(text, 'Operating system.'),
  image: field(text, 'Base image.'),
  isolation: field(text, 'What is shared with strangers.'),
  vpc: field(text, 'Own private network, by name.'),
  accountRef: field(id, 'Item of accounts it belongs to.'),
  resourceRef: field(entityRef, 'Resource entity of the cluster, space or host.'),
});
export type Hosting = Read<typeof hostingSchema>;

const exposureLevel = z.enum(['private', 'team', 'organisation', 'authenticated', 'public']);
/** From narrow to wide. */
export type ExposureLevel = Read<typeof exposureLevel>;

export const exposureSchema = z.object({
  level: field(exposureLevel, 'Who can reach it today, from private (narrow) to public (wide).'),
  expected: field(exposureLevel, 'Who should be able to reach it; the level must not be wider.'),
  enforcedBy: field(
    z.enum(['proxy', 'platform', 'network', 'app', 'none']),
    'What keeps everybody else out.',
  ),
  how: field(text, 'How they are kept out, such as a VPN or an IP list.'),
  indexing: field(z.enum(['allowed', 'blocked']), 'What robots.txt tells search engines.'),
  cohorts: field(text, 'How groups of an experiment are formed and kept apart.'),
});
export type Exposure = Read<typeof exposureSchema>;

export const maintenanceSchema = z.object({
  duringDeploy: field(flag, 'Maintenance mode is on while a deploy runs.'),
  customPage: field(flag, 'Visitors see a page of our own.'),
  reason: field(text, 'Why maintenance mode is used.'),
});
export type Maintenance = Read<typeof maintenanceSchema>;

const infrastructureAsCodeSchema = z.object({
  tool: field(text, 'Tool that builds it, such as terraform.'),
  source: field(url, 'Repository or folder of the code.'),
  covers: field(text, 'What is built from code, in words.'),
});

export const environmentSchema = z
  .object({
    name: required(
      name,
      "The author's word, such as production or blue; unique, whatever the case.",
    ),
    stage: field(
      stageSchema,
      'Kind of environment; where left out it is guessed from the name and shown as guessed.',
    ),
    hosting: field(hostingSchema, 'Where it runs.'),
    url: field(url, 'Where people open it.'),
    launchedAt: field(date, 'Live since this day; a day to come is a planned launch.'),
    exposure: field(blockOf(exposureSchema), 'Who can reach it.'),
    maintenance: field(blockOf(maintenanceSchema), 'What visitors see during work on it.'),
    dataRules: field(z.array(ruleSchema), 'What data may be here.'),
    wipe: field(duration, 'Everything in it is deleted this often.'),
    deploy: field(
      blockOf(deploySchema),
      'How new versions get here; none: it is never deployed to.',
    ),
    processes: field(listOf(processSchema), 'What runs here.'),
    infrastructureAsCode: field(blockOf(infrastructureAsCodeSchema), 'The code it is built from.'),
    tags: field(z.array(keyValueSchema), 'Resource tags on everything here.'),
    annotations: field(
      z.array(keyValueSchema),
      'Annotations other cards may read for this environment.',
    ),
    ...statedFields,
  })
  .register(readingHints, { key: 'name' });
/** A named place the project runs in. */
export type Environment = Read<typeof environmentSchema>;
