import { z } from 'zod';
import {
  date,
  duration,
  field,
  id,
  listOf,
  required,
  text,
  texts,
  url,
  type Read,
} from '../fields';

const eventSchema = z.object({
  id: required(id, 'Name of the event, unique in its list.'),
  title: required(text, 'What people call it.'),
  at: field(date, 'Day of the event.'),
  kind: field(z.enum(['launch', 'news', 'seasonal', 'other']), 'Why traffic changes.'),
});

const loadTestSchema = z.object({
  id: required(id, 'Name of the test, unique in its list.'),
  environment: field(text, 'Environment that is tested.'),
  cadence: field(duration, 'How often.'),
  lastRun: field(date, 'Day of the last run.'),
  covers: field(texts, 'What is tried.'),
  pipeline: field(url, 'Pipeline that runs it.'),
});

export const capacitySchema = z.object({
  plan: field(url, 'The plan for growth.'),
  comparison: field(url, 'Traffic of similar services on ordinary days.'),
  events: field(listOf(eventSchema), 'Days with other traffic than usual.'),
  loadTests: field(listOf(loadTestSchema), 'Tests under load.'),
});
export type Capacity = Read<typeof capacitySchema>;
