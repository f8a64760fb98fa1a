import type {
  Instant,
  ObservedPart,
  ObservedSubject,
} from 'backstage-plugin-infra-overview-common';

/** What one run says of one subject; parts that are not here keep what they have. */
export interface SubjectNews {
  readonly source: string;
  readonly subject: string;
  readonly group?: string;
  readonly environment?: string;
  readonly entityRef?: string;
  readonly parts: readonly ObservedPart[];
  /** `some`: parts that are not here are still there. */
  readonly reach: 'all' | 'some';
}

/** Where to look for the subjects of a page. */
export interface SubjectsAsked {
  readonly apps: readonly string[];
  readonly entityRefs: readonly string[];
}

export interface ObservationStore {
  /** Writes one subject as a whole; says whether a value is another one than before. */
  save(
    news: SubjectNews,
    run: { readonly id: string; readonly at: Instant },
  ): Promise<'changed' | 'same'>;
  /** Subjects named by app or entity, and those that belong together with them. Two queries. */
  find(asked: SubjectsAsked): Promise<readonly ObservedSubject[]>;
  /** Forgets what no run knew of since then. */
  forget(source: string, before: Instant): Promise<number>;
  forgetChanges(before: Instant): Promise<number>;
  /** By configuration: entities that subjects of these sources name. */
  entityRefs(): Promise<readonly string[]>;
}
