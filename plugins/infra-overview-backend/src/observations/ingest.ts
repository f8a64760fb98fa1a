import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { Instant, ObservedSubject } from 'backstage-plugin-infra-overview-common';
import { findSecrets, secretsInValue } from 'backstage-plugin-infra-overview-common/secrets';
import { gateReport } from './run/gateReport';
import type { SourceRunner } from './run/SourceRunner';
import type { Sources } from './Sources';

const MINUTE = 60_000;

export interface IngestOptions {
  readonly sources: Pick<Sources, 'isPushed'>;
  readonly runner: Pick<SourceRunner, 'push'>;
  readonly now: () => Instant;
}

/** Takes what another tool saw, all or nothing. Two tools never write under one name: each has its own in the configuration. */
export async function ingest(
  subject: ObservedSubject,
  { sources, runner, now }: IngestOptions,
): Promise<void> {
  refuseSecrets(subject);
  if (!sources.isPushed(subject.source))
    throw new InputError(
      'source: not one of infraOverview.sources.pushed; add its name there to let it push',
    );
  // Two clocks never agree; a date far ahead would keep every later look out.
  if (subject.parts.some(part => part.at > now() + 5 * MINUTE))
    throw new InputError('parts: at lies in the future');
  const gated = gateReport({ ...subject, outcome: 'ok', dropped: [] });
  if (gated.outcome === 'refused' || gated.dropped.length > 0)
    throw new InputError(
      `${gated.outcome === 'refused' ? 'subject' : gated.dropped[0]}: too long, or it looks like a secret. Nothing was stored.`,
    );
  const { parts, ...names } = subject;
  const entityRef = subject.entityRef?.toLocaleLowerCase('en-US');
  await runner.push(
    { ...names, parts, reach: 'all', ...(entityRef !== undefined && { entityRef }) },
    AbortSignal.timeout(MINUTE),
  );
}

function refuseSecrets(subject: ObservedSubject): void {
  const [found] = secretsInValue(subject as unknown as JsonValue);
  if (!found) return;
  const path = findSecrets(found.path).length > 0 ? 'a field' : found.path;
  throw new InputError(
    `${path}: this looks like a secret (rule ${found.rule}). Nothing was stored. Send names, never values.`,
  );
}
