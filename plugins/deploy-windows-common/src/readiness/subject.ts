/**
 * What is judged: an entity in an environment (`component:default/web#production`), an entity as a whole for what holds
 * in all of them, or a group for what only its people can answer. Entity refs are lower case, as the catalog writes them.
 */
export type SubjectKey = string;

/** The environment of an entity that declares none: nothing is known of it, and it is shown as that. */
export const UNDECLARED = 'undeclared';

/**
 * What predicates of packs may ask about a subject. Every key is always there and what nobody states is the word
 * `undeclared`, so that a predicate is true or false and a missing tier gets the strict row.
 */
export interface SubjectView {
  readonly kind: string;
  readonly type: string;
  readonly lifecycle: string;
  /** `1` (most critical) to `4`, as text. */
  readonly tier: string;
  readonly stage: string;
  readonly environment: string;
  readonly platform: string;
  /** `exposure.level`. */
  readonly exposure: string;
  /** `yes` for a site of files, `no`, or `undeclared`. */
  readonly static: string;
  readonly owner: string;
  readonly system: string;
  readonly domain: string;
  readonly tags: readonly string[];
}

export interface Subject {
  readonly key: SubjectKey;
  readonly entityRef: string;
  readonly title: string;
  /** Absent for a group. */
  readonly environment?: string;
  readonly view: SubjectView;
}

/** What `scope: service` checks are answered under: the entity itself. */
export function serviceKey({ entityRef }: Pick<Subject, 'entityRef'>): SubjectKey {
  return entityRef;
}
