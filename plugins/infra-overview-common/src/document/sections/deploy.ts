import { z } from 'zod';
import {
  count,
  date,
  duration,
  field,
  flag,
  id,
  parties,
  readingHints,
  text,
  texts,
  url,
  type Read,
} from '../fields';
import { busyHoursField, freezesField, windowsField } from './window';

export const gateModeSchema = z.enum(['off', 'report', 'warn', 'enforce']);
/** How strictly a gate is held to; `report` is for readiness, shown and no part of the decision. */
export type GateMode = Read<typeof gateModeSchema>;

const readinessSchema = z.union([
  gateModeSchema,
  z.object({
    mode: gateModeSchema
      .describe('How strictly readiness is held to.')
      .register(readingHints, { unreadableAs: 'enforce' }),
    from: field(date, 'Holds from this day.'),
    checklists: field(z.array(id), 'Checklists that count; left out: all.'),
  }),
]);

/** What Deploy and DeployPolicy have in common. A value that cannot be read closes the gate, since "not stated" could open it. */
export const gateFields = {
  openByDefault: field(
    flag,
    'Whether a deploy may start where no level has an allow window.',
  ).register(readingHints, {
    unreadableAs: false,
  }),
  mustFit: field(gateModeSchema, 'Whether a deploy must end before the opening closes.').register(
    readingHints,
    {
      unreadableAs: 'enforce',
    },
  ),
  readiness: field(readinessSchema, 'How strictly readiness is held to.').register(readingHints, {
    unreadableAs: 'enforce',
  }),
  onUnavailable: field(
    z.enum(['block', 'allow']),
    'What happens when the answer cannot be worked out.',
  ).register(readingHints, { unreadableAs: 'block' }),
  limits: field(
    z.object({
      maxPerOpening: field(count, 'Deploys in one opening.'),
      minGap: field(duration, 'Time between two deploys.'),
    }),
    'How many deploys, and how close together.',
  ),
};

export const unreadableFields = field(
  texts,
  'Fields that could not be read; whoever decides takes the strictest meaning.',
).register(readingHints, { outputOnly: true });

const artifactSchema = z.object({
  kind: field(z.enum(['container', 'slug', 'package', 'static', 'other']), 'What is shipped.'),
  builtIn: field(z.enum(['ci', 'staging', 'runtime', 'workstation']), 'Where it is built.'),
  pruned: field(flag, 'Only what production needs is in it.'),
  lockfiles: field(texts, 'Lock files, as paths in the repository.'),
});

const lockSchema = z.object({
  key: field(text, 'What is locked: environment, system, or a name of your own.'),
  policy: field(z.enum(['runLatest', 'sequential', 'reject']), 'What happens to those who wait.'),
  ttl: field(duration, 'A lock nobody renews ends after this long.'),
});

export const deploySchema = z
  .object({
    trigger: field(
      z.enum(['push', 'tag', 'schedule', 'promotion', 'manual']),
      'What starts a deploy; manual: a person does.',
    ),
    branch: field(text, 'Branch or tag pattern.'),
    branchConfigurable: field(flag, 'The branch changes from release to release.'),
    from: field(text, 'Environment a version is promoted from.'),
    by: field(parties, 'Who can start it.'),
    approvals: field(parties, 'Who must say yes.'),
    command: field(text, 'The one command, without values.'),
    pipeline: field(url, 'The pipeline.'),
    procedure: field(id, 'Item of procedures that tells how.'),
    rollback: field(id, 'Item of procedures that tells how to go back.'),
    strategy: field(
      z.enum(['blue-green', 'canary', 'rolling', 'recreate']),
      'How the new version replaces the old one.',
    ),
    migrations: field(z.enum(['automatic', 'manual', 'none']), 'How the database schema follows.'),
    snapshotBefore: field(flag, 'A snapshot of the data is part of the deploy.'),
    healthCheck: field(text, 'Path or address asked afterwards.'),
    artifact: field(artifactSchema, 'What is shipped, and where it is built.'),
    impact: field(z.enum(['none', 'brief', 'downtime']), 'What users notice.'),
    expectedDuration: field(duration, 'How long a deploy takes.'),
    ...gateFields,
    lock: field(lockSchema, 'How deploys wait for one another.'),
    windows: windowsField,
    freezes: freezesField,
    busyHours: busyHoursField,
    unreadable: unreadableFields,
  })
  .register(readingHints, { finish: 'deploy' });
/** How new versions get into an environment. */
export type Deploy = Read<typeof deploySchema>;
