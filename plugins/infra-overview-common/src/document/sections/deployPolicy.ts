import { z } from 'zod';
import { parseDuration } from '../../time/duration';
import {
  duration,
  field,
  flag,
  id,
  parties,
  readingHints,
  required,
  text,
  timeZone,
  type Read,
} from '../fields';
import { scopedFields } from '../item';
import { gateFields, unreadableFields } from './deploy';
import { freezesField, windowsField } from './window';

const leadTime = z
  .string()
  .refine(lead => /^[0-9]{1,3}bd$/.test(lead) || parseDuration(lead) !== undefined)
  .register(readingHints, { text: 'lead-time' });

export const audienceSchema = z.object({
  id: required(id, 'Name of the audience, unique in its list.'),
  title: field(text, 'What people call it.'),
  reason: field(text, 'Why they want to know.'),
  contacts: field(parties, 'Who must have been told.'),
  require: field(
    z.enum(['any', 'all']),
    'Whether one of the contacts is enough; any where left out.',
  ),
  channel: field(text, 'How they are told.'),
  lead: field(leadTime, 'Told at least this long before: PT24H, or 2bd for two business days.'),
  timeZone: field(timeZone, 'Zone of the audience, for business days.'),
  holidays: field(id, 'Set of holidays of the audience, for business days.'),
});
/** People who are told before a deploy outside their agreed times. */
export type Audience = Read<typeof audienceSchema>;

const overrideSchema = z.object({
  by: field(parties, 'Who may set rules aside.'),
  twoPerson: field(flag, 'A second person must agree.'),
  maxDuration: field(duration, 'An override ends after this long at most.'),
});

const emergencySchema = z.object({
  by: field(parties, 'Who may deploy in an emergency, such as the on-call group.'),
  noticeWithin: field(duration, 'Audiences are told within this time afterwards.'),
});

export const deployPolicySchema = z
  .object({
    timeZone: field(timeZone, 'Zone of the windows that name none.'),
    audiences: field(z.array(audienceSchema), 'Who is told before a deploy outside agreed times.'),
    ...gateFields,
    windows: windowsField,
    freezes: freezesField,
    override: field(overrideSchema, 'Who may set rules aside, and for how long.'),
    emergency: field(emergencySchema, 'Deploys that cannot wait.'),
    ...scopedFields,
    unreadable: unreadableFields,
  })
  .register(readingHints, { finish: 'deploy' });
/** What an organisation or a project demands of deploys. */
export type DeployPolicy = Read<typeof deployPolicySchema>;
