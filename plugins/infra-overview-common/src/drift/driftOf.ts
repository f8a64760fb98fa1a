import { itemPath } from '../document';
import { environmentNames, type EffectiveInfra, type InfraView } from '../effective';
import {
  bindSubjects,
  wantedApps,
  type BoundSubject,
  type DriftFinding,
  type DriftNote,
  type DriftPatch,
  type ObservedSubject,
} from '../observed';
import type { Instant } from '../time';
import { findingId } from './findingId';
import { environmentViews, type EnvironmentViews } from './environmentViews';
import { titleOfEnvironment } from './findingTitle';
import { judgeEnvironment } from './judge/judgeEnvironment';
import { judgeLists, type FoundItem } from './judge/judgeLists';
import { judgeUndeclared } from './judge/judgeUndeclared';
import { sightingsOf } from './judge/sightings';
import { judged, reasonOf, type Verdict } from './judge/verdict';
import { inOrder } from './order';
import { environmentPatch } from './patch/environmentPatch';
import { fieldPatch } from './patch/fieldPatch';
import { itemPatch } from './patch/itemPatch';
import { withFirstSource } from './secondOpinion';
import type { SourceLook } from './sourceLook';
import { withNotes } from './withNotes';

export interface DriftInput {
  readonly entityRef: string;
  readonly effective: EffectiveInfra;
  /** Its parts and its System. */
  readonly relatedRefs: readonly string[];
  /** All that may belong to the page; the others are left out by binding. */
  readonly subjects: readonly ObservedSubject[];
  /** In the order of the configuration: where two disagree, the first is believed. Subjects of others are not looked at. */
  readonly sources: readonly SourceLook[];
  readonly notes: readonly DriftNote[];
  /** `declared-items`: a part of a System, where things nobody declared are shown at the System only. */
  readonly only: 'whole-project' | 'declared-items';
  /** Shared with observedFacts, so that each environment is looked at once. */
  readonly views?: EnvironmentViews;
}

/** Declared against observed, path by path. Undeclared environments come first, then as the document has them. */
export function driftOf(input: DriftInput, now: Instant): readonly DriftFinding[] {
  const { effective, sources } = input;
  const views = input.views ?? environmentViews(effective);
  const bound = bindSubjects(input, input.subjects);
  const findings: DriftFinding[] = [];
  for (const source of sources) {
    const seen = bound.filter(({ subject }) => subject.source === source.id);
    for (const environment of environmentNames(effective)) {
      const here = seen.filter(each => each.declared && each.environment === environment);
      if (here.length > 0)
        findings.push(...findingsIn(input, source, here, views(environment), now));
    }
    findings.push(...neverSeen(input, source, seen, now));
    if (input.only === 'declared-items') continue;
    for (const each of seen) {
      const found = each.declared ? undefined : undeclared(input, source, each, now);
      if (found !== undefined) findings.push(found);
    }
  }
  const believed = withFirstSource(once(findings), sources);
  return inOrder(withNotes(believed, input.notes, now), effective, sources);
}

function findingsIn(
  input: DriftInput,
  source: SourceLook,
  bound: readonly BoundSubject[],
  view: InfraView,
  now: Instant,
): readonly DriftFinding[] {
  const sightings = sightingsOf(bound);
  const context = { entityRef: input.entityRef, effective: input.effective, view };
  const environment = itemPath('environments', view.environment);
  const ofField = (verdict: Verdict, owner: string) => (): DriftPatch | undefined => {
    const value = verdict.seenValue;
    return value === undefined ? undefined : fieldPatch(context, owner, verdict.path, value);
  };
  const ofItem = (found: FoundItem) => () => itemPatch(context, found);
  return [
    ...judgeEnvironment(view, sightings.fields).map(verdict =>
      finding(verdict, source, now, ofField(verdict, environment)),
    ),
    ...judgeLists({ view, source, sightings, only: input.only }).map(({ verdict, owner, found }) =>
      finding(
        verdict,
        source,
        now,
        found === undefined ? ofField(verdict, owner ?? verdict.path) : ofItem(found),
      ),
    ),
  ];
}

/** A patch is worked out only where there is something to change. */
function finding(
  verdict: Verdict,
  source: SourceLook,
  now: Instant,
  patchOf: () => DriftPatch | undefined,
): DriftFinding {
  const { path, environment, title, declared, observed, observedValue, sighting } = verdict;
  const { status, words } = judged(verdict, source, now);
  const patch = status === 'different' || status === 'only-observed' ? patchOf() : undefined;
  return {
    id: findingId(source.id, environment, path),
    path,
    environment,
    source: source.id,
    status,
    title,
    words,
    ...(declared !== undefined && { declared }),
    ...(observed !== undefined && { observed }),
    ...(observedValue !== undefined && { observedValue }),
    at: sighting.at,
    ...(sighting.deepLink !== undefined && { deepLink: sighting.deepLink }),
    ...(verdict.undeclaredEnvironment && { undeclaredEnvironment: true as const }),
    ...(verdict.unstated && { unstated: true as const }),
    ...(source.intent && { intent: true as const }),
    ...(patch !== undefined && { patch }),
  };
}

function undeclared(
  { entityRef }: DriftInput,
  source: SourceLook,
  bound: BoundSubject,
  now: Instant,
): DriftFinding | undefined {
  const { environment, subject } = bound;
  const sightings = sightingsOf([bound]);
  const verdict = judgeUndeclared(environment, subject.subject, sightings);
  const [platform] = source.platforms;
  const app = platform === undefined ? undefined : { name: subject.subject, platform };
  return (
    verdict &&
    finding(verdict, source, now, () => environmentPatch(entityRef, environment, sightings, app))
  );
}

/** An app that a failing source should have looked at and never did: silence would read as agreement. */
function neverSeen(
  { effective }: DriftInput,
  source: SourceLook,
  seen: readonly BoundSubject[],
  now: Instant,
): readonly DriftFinding[] {
  if (source.failed === undefined && source.failedSubjects === undefined) return [];
  const reasonFor = (app: string) => source.failed ?? reasonOf(source, app);
  return wantedApps(effective).flatMap(({ platform, app, environment }) => {
    const reason = reasonFor(app);
    const isSeen = seen.some(each => each.environment === environment);
    if (reason === undefined || isSeen || !source.platforms.includes(platform)) return [];
    const path = itemPath('environments', environment);
    return {
      id: findingId(source.id, environment, path),
      path,
      environment,
      source: source.id,
      status: 'failed' as const,
      title: titleOfEnvironment(environment),
      words: `could not look: ${reason}`,
      at: now,
    };
  });
}

/** Two subjects may show one thing: the newest word about it. */
function once(findings: readonly DriftFinding[]): readonly DriftFinding[] {
  const byId = new Map<string, DriftFinding>();
  for (const each of findings) {
    const known = byId.get(each.id);
    if (known === undefined || each.at > known.at) byId.set(each.id, each);
  }
  return [...byId.values()];
}
