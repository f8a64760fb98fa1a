import {
  bindSubjects,
  countsAsDrift,
  driftOf,
  environmentViews,
  observedFacts,
  observedProcedures,
  type BoundSubject,
  type DriftFinding,
  type DriftNote,
  type Instant,
  type ObservedFact,
  type ObservedProcedure,
  type ObservedSubject,
  type SourceLook,
} from 'backstage-plugin-infra-overview-common';
import type { Page } from './page';

export interface LookInput {
  readonly page: Page;
  /** All that may belong to it. */
  readonly subjects: readonly ObservedSubject[];
  readonly sources: readonly SourceLook[];
  readonly notes: readonly DriftNote[];
}

export interface Look {
  readonly bound: readonly BoundSubject[];
  readonly drift: readonly DriftFinding[];
  /** Findings that count. */
  readonly driftCount: number;
  readonly facts: readonly ObservedFact[];
  readonly procedures: readonly ObservedProcedure[];
}

/** Declared against observed for one page, from what is stored. */
export function lookAt({ page, notes, ...input }: LookInput, now: Instant): Look {
  const { entityRef, effective, relatedRefs, only } = page;
  const { sources } = input;
  // A source that is no longer configured says nothing any more.
  const subjects = input.subjects.filter(({ source }) => sources.some(({ id }) => id === source));
  const views = environmentViews(effective);
  const bound = bindSubjects({ entityRef, relatedRefs, effective, sources }, subjects);
  const drift = driftOf(
    { entityRef, effective, relatedRefs, subjects, sources, notes, only, views },
    now,
  );
  return {
    bound,
    drift,
    driftCount: drift.filter(finding => countsAsDrift(finding, now)).length,
    facts: observedFacts({ effective, bound, sources, views }, now),
    procedures: observedProcedures(bound),
  };
}
