import {
  dateStart,
  durationMilliseconds,
  parseInstant,
  type Backup,
} from 'backstage-plugin-infra-overview-common';
import type { Fact } from './fact';
import type { Said } from './said';
import type { SeenFact } from './seenFact';
import { happenedAt, notKnown, sightOf } from './sight';
import { valueFact } from './values';

/** What was seen of the copies of one store. */
export interface CopiesSeen {
  readonly backup: SeenFact | undefined;
  readonly restore: SeenFact | undefined;
}

// Copies that are never made at a time of their own: a copy that was seen says nothing of them.
const NOT_COPIES: ReadonlySet<string | undefined> = new Set([
  'continuous',
  'replication',
  'versioning',
  'none',
]);

/** As declared, and seen to be so; or none, where the last copy failed or is older than twice of what is declared. */
export function frequencyFact(backup: Said<Backup>, { backup: seen }: CopiesSeen): Fact {
  const frequency = backup.at('frequency');
  const lasts = frequency.value === undefined ? undefined : durationMilliseconds(frequency.value);
  const at = seen && happenedAt(seen);
  if (seen === undefined || at === undefined || lasts === undefined || !isCopy(backup))
    return valueFact(frequency);
  const hasFailed = seen.tone === 'bad';
  const isLate = seen.at - at > 2 * lasts;
  if (hasFailed || isLate) {
    if (seen.why !== undefined) return notKnown(frequency, seen.why);
    const origin = sightOf(frequency, seen, hasFailed ? 'failed-backup' : 'late-backup');
    return { state: 'none', origin };
  }
  if (seen.why !== undefined) return valueFact(frequency);
  return {
    state: 'stated',
    value: frequency.value ?? '',
    origin: sightOf(frequency, seen, 'backup'),
  };
}

/** The last restore test: the one that was seen, where it is newer. One into production proves nothing; it may have been the disaster. */
export function restoreTestFacts(
  backup: Said<Backup>,
  { restore: seen }: CopiesSeen,
): Readonly<Record<'lastRestoreTest.status' | 'lastRestoreTest.at', Fact>> {
  const test = backup.at('lastRestoreTest');
  const [status, date] = [test.at('status'), test.at('at')];
  const written =
    date.value === undefined ? undefined : (dateStart(date.value) ?? parseInstant(date.value));
  const at = seen && happenedAt(seen);
  const isProof = seen?.tone === 'good' && seen.why === undefined && isCopy(backup);
  if (seen === undefined || at === undefined || !isProof || (written ?? 0) >= at)
    return {
      'lastRestoreTest.status': valueFact(status),
      'lastRestoreTest.at': valueFact(date),
    };
  return {
    'lastRestoreTest.status': {
      state: 'stated',
      value: 'passed',
      origin: sightOf(status, seen, 'restore'),
    },
    'lastRestoreTest.at': {
      state: 'stated',
      value: seen.value,
      origin: sightOf(date, seen, 'restore'),
    },
  };
}

function isCopy(backup: Said<Backup>): boolean {
  return !NOT_COPIES.has(backup.value?.method);
}
