import { z } from 'zod';
import {
  blockOf,
  duration,
  field,
  flag,
  id,
  listOf,
  party,
  required,
  text,
  texts,
  url,
  type Read,
} from '../fields';

const queueSchema = z.object({
  url: field(url, 'Where reports are kept.'),
  public: field(flag, 'Anybody can read them.'),
});

const contactSchema = z.object({
  id: required(id, 'Name of the contact, unique in its list.'),
  who: required(party, 'Who answers.'),
  for: field(text, 'What about.'),
});

const supportChannelSchema = z.object({
  id: required(id, 'Name of the channel, unique in its list.'),
  name: required(text, 'Room, list or mailbox.'),
  for: field(text, 'What about.'),
  url: field(url, 'Where it is.'),
});

const escalationStepSchema = z.object({
  id: required(id, 'Name of the step, unique in its list.'),
  for: required(
    z.enum(['infrastructure', 'application', 'api', 'security', 'other']),
    'What is broken.',
  ),
  to: required(party, 'Who is asked next.'),
  after: field(duration, 'When nobody helped for this long.'),
});
export type EscalationStep = Read<typeof escalationStepSchema>;

const firstLineSchema = z.object({ who: required(party, 'Who looks first.') });

const serviceLevelsSchema = z.object({
  document: field(url, 'Where they are written down.'),
  availability: field(z.number().min(0).max(100), 'Share of time it works, in percent.'),
  responseTime: field(duration, 'How fast it answers.'),
  dashboard: field(url, 'Where one sees whether they are met.'),
});

const statusPageSchema = z.object({
  url: required(url, 'Where it is.'),
  platform: field(text, 'What it runs on; should not fall with the service.'),
  shows: field(z.array(z.enum(['planned', 'current', 'past'])), 'Which outages it shows.'),
  subscribe: field(flag, 'One can be told about news.'),
});

export const supportSchema = z.object({
  entryPoint: field(text, 'Where complaints go: an address, a mailbox or a room.'),
  queue: field(blockOf(queueSchema), 'Where reports are kept.'),
  contacts: field(z.array(contactSchema), 'Who answers.'),
  channels: field(z.array(supportChannelSchema), 'Where one asks.'),
  escalation: field(listOf(escalationStepSchema), 'Who is asked when nobody helped.'),
  firstLine: field(blockOf(firstLineSchema), 'Who looks first.'),
  model: field(text, 'Who answers alerts, in words.'),
  hours: field(text, 'When people are there.'),
  expectation: field(text, 'What may be expected of them.'),
  options: field(texts, 'How to get more cover.'),
  agreedWith: field(listOf(party), 'Partners who know hours and expectation and accept them.'),
  serviceLevels: field(blockOf(serviceLevelsSchema), 'What is promised.'),
  statusPage: field(blockOf(statusPageSchema), 'Page that tells about outages.'),
});
/** Who helps, when and how fast. */
export type Support = Read<typeof supportSchema>;
