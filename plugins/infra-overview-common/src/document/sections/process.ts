import { z } from 'zod';
import {
  blockOf,
  count,
  field,
  id,
  name,
  readingHints,
  required,
  text,
  texts,
  type Read,
} from '../fields';
import { statedFields } from '../item';

const autoscalingSchema = z.object({
  by: field(id, 'Add-on that scales it; left out: the platform does.'),
  rule: field(text, 'When it scales, in words.'),
});

const instancesSchema = z.union([
  count,
  z.object({
    min: field(count, 'Fewest instances.'),
    max: field(count, 'Most instances.'),
    words: field(text, 'What the source says where it gives no number, such as many.'),
  }),
]);

export const processSchema = z
  .object({
    name: required(name, 'Name of the process, unique in its environment.'),
    role: field(
      z.enum(['web', 'worker', 'scheduler', 'one-off', 'release', 'other']),
      'What it does; one-off and release processes do not run for long.',
    ),
    instances: field(instancesSchema, 'How many run at once.'),
    size: field(text, "Size of one instance, in the platform's words."),
    server: field(text, 'Application server, such as gunicorn.'),
    host: field(text, 'Host it shares with others.'),
    group: field(text, 'Auto-scaling group it belongs to.'),
    scaling: field(z.enum(['horizontal', 'vertical']), 'More instances, or bigger ones.'),
    autoscaling: field(
      blockOf(autoscalingSchema),
      'What changes the number of instances by itself.',
    ),
    zones: field(texts, 'Availability zones; * when the platform spreads the instances.'),
    headroom: field(text, 'For vertical scaling: why load does not press the host.'),
    failover: field(
      z.enum(['none', 'manual', 'automatic']),
      'What happens when an instance is lost.',
    ),
    ...statedFields,
  })
  .register(readingHints, { key: 'name' });
/** Something that runs: one web plus one worker are two processes of one instance each. */
export type Process = Read<typeof processSchema>;
