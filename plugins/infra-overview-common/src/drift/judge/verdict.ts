import type { DriftStatus, ObservedValue } from '../../observed';
import type { Instant } from '../../time';
import { ago } from '../ago';
import type { SeenValue } from '../compare/compareValues';
import type { SourceLook } from '../sourceLook';
import type { Sighting } from './sightings';

/** One path of one environment before trust in its source and notes are looked at. */
export interface Verdict {
  readonly path: string;
  readonly environment: string;
  readonly title: string;
  readonly status: Exclude<DriftStatus, 'stale' | 'failed'>;
  readonly declared?: string | undefined;
  readonly observed?: string | undefined;
  readonly observedValue?: ObservedValue | undefined;
  /** As a patch writes it; also what a source saw in parts. */
  readonly seenValue?: SeenValue | undefined;
  readonly sighting: Sighting;
  readonly undeclaredEnvironment?: true;
  /** The document says nothing of it, neither that it is so nor that it is not. */
  readonly unstated?: boolean;
}

export interface Judged {
  readonly status: DriftStatus;
  readonly words: string;
}

/** What a source that failed or looked too long ago saw is shown, and proves nothing. */
export function judged(verdict: Verdict, source: SourceLook, now: Instant): Judged {
  const { subject, at } = verdict.sighting;
  const reason = source.failed ?? reasonOf(source, subject);
  if (reason !== undefined) return { status: 'failed', words: `could not look: ${reason}` };
  // Written so that a date that is no number is old.
  if (!(now - at <= source.maxAge)) {
    const verb = verdict.observed === undefined ? 'looked' : 'seen';
    return { status: 'stale', words: `last ${verb} ${ago(at, now)}` };
  }
  return { status: verdict.status, words: wordsOf(verdict) };
}

export function reasonOf(source: SourceLook, subject: string): string | undefined {
  const reasons = source.failedSubjects;
  return reasons !== undefined && Object.hasOwn(reasons, subject) ? reasons[subject] : undefined;
}

function wordsOf({ status, declared, observed, unstated }: Verdict): string {
  switch (status) {
    case 'same':
      return 'as declared';
    case 'different':
      return `declared ${declared ?? 'something else'}, observed ${observed ?? 'something else'}`;
    case 'only-declared':
      return 'declared, not found';
    case 'only-observed':
      return unstated ? 'seen, not stated' : 'found, not declared';
    default:
      throw new Error(status satisfies never);
  }
}
