import { originOf, type EffectiveInfra } from '../effective';
import { freshnessWith, type FreshnessWithOlder } from '../freshness';
import type { DueConfirmation, JudgedConfirmation } from '../observed';
import type { Instant } from '../time';
import { candidatesOf, type Candidate } from './due/candidates';
import { candidateTitle, candidateValue } from './due/candidateWords';

/**
 * What an owner should look at: whatever has no date, then what was last confirmed or dated too long ago, oldest first. A
 * thing is listed once, and not while a person's word about it or its section is in force.
 */
export function dueConfirmations(
  effective: EffectiveInfra,
  confirmations: readonly JudgedConfirmation[],
  now: Instant,
): readonly DueConfirmation[] {
  // Not the view of one environment: an owner confirms what holds in any of them.
  const view = { environment: '', document: effective.document, origins: effective.origins };
  const newest = newestByPath(confirmations);
  const due: DueConfirmation[] = [];
  for (const candidate of candidatesOf(effective)) {
    const freshness = freshnessFor(effective, candidate, newest, now);
    if (!isDue(freshness)) continue;
    due.push({
      path: candidate.path,
      title: candidateTitle(candidate),
      value: candidateValue(view, candidate),
      words: freshness.words,
      ...(freshness.at !== undefined && { at: freshness.at }),
      stale: freshness.stale,
    });
  }
  // ISO days sort as text; no date at all comes first.
  return due.sort((a, b) => compareText(a.at ?? '', b.at ?? ''));
}

function isDue({ state, stale }: FreshnessWithOlder): boolean {
  return stale || state === 'undated';
}

function freshnessFor(
  effective: EffectiveInfra,
  { path }: Candidate,
  newest: ReadonlyMap<string, JudgedConfirmation>,
  now: Instant,
): FreshnessWithOlder {
  const origin = originOf(effective, path);
  const confirmation = [path, ...containers(path)]
    .flatMap(each => newest.get(each) ?? [])
    .sort((a, b) => b.at - a.at)[0];
  return freshnessWith(
    origin?.verified,
    {
      ...(confirmation !== undefined && { confirmation }),
      ...(origin?.derived === true && { derived: true }),
    },
    now,
  );
}

/** `addons[db]` is also confirmed by a word about `addons`; hosting by one about its environment. */
function containers(path: string): readonly string[] {
  const bracket = path.indexOf('[');
  const list = bracket === -1 ? [] : [path.slice(0, bracket)];
  const environment = /^(environments\[.*\])\.hosting$/.exec(path)?.[1];
  return environment === undefined ? list : [environment];
}

/** Of several words about one path, those that count before those that no longer do, newest first. */
function newestByPath(
  confirmations: readonly JudgedConfirmation[],
): ReadonlyMap<string, JudgedConfirmation> {
  const newest = new Map<string, JudgedConfirmation>();
  for (const each of confirmations) {
    const known = newest.get(each.path);
    if (known === undefined || outranks(each, known)) newest.set(each.path, each);
  }
  return newest;
}

function outranks(a: JudgedConfirmation, b: JudgedConfirmation): boolean {
  const [one, other] = [a, b].map(
    ({ state, answer }) => state === 'in-force' && answer !== 'unknown',
  );
  return one === other ? a.at > b.at : one === true;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
