import {
  effective,
  nextChange,
  verdictOf,
  type Effective,
  type Instant,
  type Layers,
  type Verdict,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { DAY } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { TransitionCause } from './Assessments';
import { contentOf, sameContent } from './resultRow';
import type { OpenMust, StoredResult, StoredSubject } from './rows';

/** A subject judged anew, before it is compared with what is stored. */
export interface Draft {
  readonly about: Pick<
    StoredSubject,
    | 'subject'
    | 'ownerRef'
    | 'systemRef'
    | 'domainRef'
    | 'facts'
    | 'factsHash'
    | 'askedHash'
    | 'packs'
    | 'declared'
    | 'readAt'
  >;
  readonly layers: readonly Layers[];
  readonly cause: TransitionCause;
  readonly actor?: string;
  readonly before?: StoredSubject;
  readonly resultsBefore: readonly StoredResult[];
}

export interface Transition {
  readonly checkId: string;
  readonly from?: Effective['status'];
  readonly to: Effective['status'];
}

/** What has to be written, if anything. */
export interface Settled {
  readonly draft: Draft;
  readonly subject: StoredSubject;
  readonly results: readonly Readonly<Record<string, string | number | undefined>>[];
  /** Checks that are no longer asked. */
  readonly dropped: readonly string[];
  readonly transitions: readonly Transition[];
  readonly definitions: ReadonlySet<string>;
  /** Checks whose own outcome is another: what depends on them is judged again. */
  readonly ownChanges: readonly string[];
  readonly isDifferent: boolean;
  /** Whether a gate would say something else. */
  readonly isOtherVerdict: boolean;
}

// What lies ahead is told 60 days before: a verdict is looked at again before that runs short.
const LOOK_AGAIN = 30 * DAY;

export function settle(draft: Draft, hashOf: (layers: Layers) => string, now: Instant): Settled {
  const { about, layers, before, resultsBefore } = draft;
  const verdict = verdictOf(about.subject, layers, now);
  const known = new Map(resultsBefore.map(result => [result.checkId, result]));
  const results: Settled['results'][number][] = [];
  const transitions: Transition[] = [];
  const ownChanges: string[] = [];
  const definitions = new Set<string>();
  for (const { layers: own, effective: worth } of verdict.checks) {
    const { id: checkId } = own.asked.definition;
    const was = known.get(checkId);
    known.delete(checkId);
    const hash = hashOf(own);
    const content = contentOf(own, hash);
    const ownStatus = ownStatusOf(own, worth, now);
    if (was?.ownStatus !== ownStatus) ownChanges.push(checkId);
    if (was !== undefined && was.status !== worth.status)
      transitions.push({ checkId, from: was.status, to: worth.status });
    // A subject nobody knew has no history yet; a question that is new to a known one has.
    if (was === undefined && before !== undefined) transitions.push({ checkId, to: worth.status });
    if (
      was?.status === worth.status &&
      was.ownStatus === ownStatus &&
      was.content === sameContent(content)
    )
      continue;
    definitions.add(hash);
    results.push({
      subject: about.subject.key,
      check_id: checkId,
      check_version: own.asked.definition.version,
      pack: own.asked.pack,
      ...content,
      ...outcomeColumns(worth),
      own_status: ownStatus,
      next_change_at: nextChange(own, now),
      since_at: was?.status === worth.status ? was.since : now,
      evaluated_at: now,
    });
  }
  const dropped = [...known.keys()];
  for (const was of known.values()) {
    ownChanges.push(was.checkId);
    if (was.status !== 'not-applicable')
      transitions.push({ checkId: was.checkId, from: was.status, to: 'not-applicable' });
  }
  const subject = storedSubject(draft, verdict, now);
  const isOtherVerdict = before === undefined || !sameForGate(before, subject);
  return {
    draft,
    subject,
    results,
    dropped,
    transitions,
    definitions,
    ownChanges,
    isOtherVerdict,
    isDifferent:
      isOtherVerdict || results.length + dropped.length > 0 || !sameAbout(before, subject),
  };
}

function storedSubject(
  { about, layers, before }: Draft,
  verdict: Verdict,
  now: Instant,
): StoredSubject {
  const { validUntil, waived, counts, ahead, notAssessed } = verdict;
  const next = Math.min(now + LOOK_AGAIN, ...layers.map(own => nextChange(own, now) ?? Infinity));
  return {
    ...about,
    verdict: verdict.verdict,
    open: openMusts(verdict),
    summary: { waived, counts, ahead, ...(notAssessed !== undefined && { notAssessed }) },
    ...(validUntil !== undefined && { validUntil }),
    nextChangeAt: next,
    judgedAt: now,
    version: (before?.version ?? 0) + 1,
    changedVersion: before?.changedVersion ?? 0,
  };
}

export function openMusts({ open, checks }: Pick<Verdict, 'open' | 'checks'>): readonly OpenMust[] {
  const asked = new Map(
    checks.map(({ layers: { asked: one } }) => [one.definition.id, one.checklists]),
  );
  return open.map(cause => ({ ...cause, checklists: asked.get(cause.checkId) ?? [] }));
}

function outcomeColumns(worth: Effective) {
  const findings = worth.status === 'waived' ? worth.underlying.findings : worth.findings;
  const own = worth.status === 'waived' ? worth.underlying : worth;
  return {
    status: worth.status,
    level: worth.level.value,
    enforce_from_at: worth.level.next?.value === 'must' ? worth.level.next.from : undefined,
    code: findings[0]?.code,
    evidence: 'evidence' in own ? own.evidence : undefined,
  };
}

function ownStatusOf(layers: Layers, worth: Effective, now: Instant): StoredResult['ownStatus'] {
  if (worth.status !== 'waived') return worth.status;
  const own = effective({ ...layers, waivers: [] }, now);
  return own.status === 'waived' ? 'unknown' : own.status;
}

function sameForGate(a: StoredSubject, b: StoredSubject): boolean {
  const text = ({ verdict, open, validUntil, goneAt }: StoredSubject) =>
    JSON.stringify([verdict, open, validUntil ?? null, goneAt ?? null]);
  return text(a) === text(b);
}

/** Facts by their hash: their text is long. What was read has its fields in another order than what was made. */
function sameAbout(before: StoredSubject | undefined, after: StoredSubject): boolean {
  const text = ({
    subject: { key, entityRef, environment, title, view },
    facts,
    version,
    judgedAt,
    nextChangeAt,
    changedVersion,
    goneAt,
    ...rest
  }: StoredSubject) =>
    JSON.stringify([
      [key, entityRef, environment, title, view],
      Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]);
  return before !== undefined && text(before) === text(after);
}
