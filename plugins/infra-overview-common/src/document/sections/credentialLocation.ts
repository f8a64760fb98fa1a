import { z } from 'zod';
import { date, duration, field, parties, readingHints, text, texts, type Read } from '../fields';
import { itemFields } from '../item';

export const credentialStoreSchema = z.enum([
  '1password',
  'vault',
  'aws-secretsmanager',
  'aws-ssm',
  'aws-iam',
  'gcp-secretmanager',
  'azure-keyvault',
  'kubernetes',
  'external-secrets',
  'sops',
  'keepass',
  'heroku',
  'ci',
  'account',
  'password-manager',
  'person',
  'other',
]);
export type CredentialStore = Read<typeof credentialStoreSchema>;

export const credentialLocationSchema = z
  .object({
    ...itemFields,
    what: field(text, 'Which credential it is, in words. There is no field for its value.'),
    store: field(credentialStoreSchema, 'What keeps it.'),
    ref: field(
      text,
      'The place inside the store, in the form of that store; anything else is refused.',
    ),
    holder: field(text, 'Account that owns it, where that is not a store.'),
    access: field(parties, 'Who can read it.'),
    delivery: field(
      z.enum(['env-var', 'mounted-file', 'fetched', 'assumed-role', 'person']),
      'How it reaches the process that needs it.',
    ),
    appliesTo: field(texts, 'Ids of add-ons, or platform:heroku, or environment:production.'),
    since: field(date, 'Kept there since.'),
    rotation: field(
      z.object({
        cadence: field(duration, 'Changed this often.'),
        last: field(date, 'Changed last on this day.'),
      }),
      'How often it is changed.',
    ),
  })
  .register(readingHints, { finish: 'credential-location', withheld: true });
/** Where a credential lies and who may fetch it; never the value. */
export type CredentialLocation = Read<typeof credentialLocationSchema>;
