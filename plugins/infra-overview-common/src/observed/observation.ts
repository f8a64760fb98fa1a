import type { Instant } from '../time';

/** A value as a source saw it, in the vocabulary of the document: words, ISO durations, ISO dates. */
export type ObservedValue = string | number | boolean | readonly string[];

/**
 * Fields by their path below what they belong to: `plan`, `tls.expires`, `hosting.region`. Names that begin with `observed.`
 * have no declared twin (`observed.lastBackup`): they are shown with date and source and never compared.
 */
export type ObservedFields = Readonly<Record<string, ObservedValue>>;

/** Lists of the document that a source can see items of. */
export const OBSERVED_LISTS = [
  'processes',
  'addons',
  'backups',
  'domains',
  'observability.logs',
  'credentialLocations',
  'jobs',
] as const;
export type ObservedList = (typeof OBSERVED_LISTS)[number];

/** Something a source saw that the document holds as an item of a list. */
export interface ObservedItem {
  readonly list: ObservedList;
  /** The source's own name, shown when the document has no twin: `postgresql-curved-12345`. Unique in its list and part. */
  readonly name: string;
  /** What its twin is found by is among them: `product`, `host`, a process name. */
  readonly fields: ObservedFields;
  /** Fields of the twin that the source would have seen: absent here means absent there. */
  readonly sees: readonly string[];
  /** Only suggested to authors, never compared (credential locations, request paths). */
  readonly suggestion?: true;
  readonly deepLink?: string;
}

/** What one question to a source brought; each has its own date, so that a failing question leaves the others alone. */
export interface ObservedPart {
  /** The source's word for it, such as `addons` or `backups`. */
  readonly part: string;
  /** Of the environment. */
  readonly fields: ObservedFields;
  /** Fields of the environment the source would have seen: absent above means absent there. */
  readonly sees: readonly string[];
  readonly items: readonly ObservedItem[];
  /** Lists of which every item the source is able to see is here: a declared one without a twin is missing. */
  readonly complete: readonly ObservedList[];
  readonly at: Instant;
  /** Page where a person sees it; built from names, never taken from an answer. */
  readonly deepLink?: string;
}

/** Something a source looks at as a whole: an app, the part of a state that belongs to one environment, a pipeline file. */
export interface ObservedSubject {
  readonly source: string;
  /** As documents name it (`environments[].hosting.app`), else the source's own name. */
  readonly subject: string;
  /** Subjects that belong together: a pipeline, a state, a repository. */
  readonly group?: string;
  /** The environment by the source's own grouping: stage of a pipeline, tag, job. */
  readonly environment?: string;
  /** By configuration: the entity it belongs to. */
  readonly entityRef?: string;
  readonly parts: readonly ObservedPart[];
}
