import { z } from 'zod';
import { field, flag, id, party, required, text, type Read } from '../fields';

const systemUserSchema = z.object({
  id: required(id, 'Name of the entry, unique in its list.'),
  name: field(text, 'User name on the host.'),
  purpose: field(text, 'What runs under it.'),
  permissions: field(text, 'What it may do.'),
  variant: field(text, 'Where it differs, in words.'),
});

const personAccessSchema = z.object({
  id: required(id, 'Name of the entry, unique in its list.'),
  who: required(party, 'Who gets in.'),
  method: field(text, 'How they get in, such as an SSH public key.'),
  sudo: field(text, 'What they may do as root.'),
  grants: field(text, 'What else they may do.'),
});

const rootSchema = z.object({
  password: field(z.enum(['none', 'set']), 'Whether root has a password.'),
  ssh: field(flag, 'Root can sign in over SSH.'),
  how: field(text, 'How root rights are used.'),
});

export const accessSchema = z.object({
  systemUsers: field(z.array(systemUserSchema), 'Users that programs run under.'),
  people: field(z.array(personAccessSchema), 'People who get in.'),
  root: field(rootSchema, 'How root is guarded.'),
});
/** Accounts on hosts. */
export type Access = Read<typeof accessSchema>;
