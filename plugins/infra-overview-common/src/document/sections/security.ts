import { z } from 'zod';
import {
  blockOf,
  date,
  duration,
  field,
  id,
  listOf,
  parties,
  required,
  text,
  texts,
  url,
  type Read,
} from '../fields';

const reviewSchema = z.object({
  id: required(id, 'Name of the review, unique in its list.'),
  kind: required(z.enum(['launch', 'major-change', 'periodic']), 'What it was for.'),
  at: field(date, 'Day of the review.'),
  who: field(parties, 'Who took part.'),
  evidence: field(text, 'Where the result is written down.'),
});

const penTestSchema = z.object({
  tool: field(text, 'Tool or company.'),
  environment: field(text, 'Environment that is tested.'),
  cadence: field(duration, 'How often.'),
  pipeline: field(url, 'Pipeline that runs it.'),
});

const vulnScanSchema = z.object({
  tool: field(text, 'What scans.'),
  environments: field(texts, 'Environments that are scanned.'),
  cadence: field(duration, 'How often.'),
  feed: field(text, 'Where it learns of new weaknesses.'),
});

export const securitySchema = z.object({
  reviews: field(listOf(reviewSchema), 'Conversations about security that took place.'),
  penTest: field(blockOf(penTestSchema), 'Tests by attack.'),
  vulnScan: field(blockOf(vulnScanSchema), 'Scans for known weaknesses.'),
});
export type Security = Read<typeof securitySchema>;
