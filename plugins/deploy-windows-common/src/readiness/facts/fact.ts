/** How a value is known. */
export type EvidenceKind = 'declared' | 'observed' | 'inherited' | 'attested';

export type Scalar = string | number | boolean;

/** What a source saw by which a value is known, and when that happened or will. */
export interface Sight {
  readonly what: 'backup' | 'failed-backup' | 'late-backup' | 'restore' | 'certificate';
  /** ISO instant. */
  readonly at: string;
}

/** Where a value comes from: the entity and the path in its document, and when that was last known to be true. */
export interface FactOrigin {
  readonly entityRef?: string;
  readonly path: string;
  readonly kind: EvidenceKind;
  /** ISO day or instant of the document, the check or the observation. */
  readonly at?: string;
  /** Who says so: a source of observations, a platform, a document. */
  readonly by?: string;
  /** How they know: read in a document, checked by a person, seen by a source. */
  readonly method?: 'document' | 'human' | 'observed';
  /** ISO duration: older than this it is to be looked at again. */
  readonly cadence?: string;
  /** Of what a source saw. */
  readonly seen?: Sight;
  /** With `seen`: what the document states of the same; absent where it states nothing. */
  readonly declared?: Scalar;
}

/** The four states of the document, never merged, and values that were read from it. Durations and days are ISO text. */
export type Fact =
  | { readonly state: 'stated'; readonly value: Scalar; readonly origin: FactOrigin }
  | { readonly state: 'texts'; readonly values: readonly string[]; readonly origin: FactOrigin }
  | { readonly state: 'list'; readonly items: readonly FactItem[]; readonly origin: FactOrigin }
  /** Said to be none: `none`, or an empty list is `texts`/`list` without entries. */
  | { readonly state: 'none'; readonly origin: FactOrigin }
  | { readonly state: 'not-needed'; readonly reason: string; readonly origin: FactOrigin }
  /** `wanted` is the path below `spec.infra` where it would be written. */
  | {
      readonly state: 'not-stated';
      readonly wanted: string;
      readonly why?: 'STALE' | 'SOURCE_FAILED';
      /** With `why`: what the document states, and a source last saw otherwise. */
      readonly declared?: Scalar;
    };

/** One item of a list, with the lists it is joined with already in it. */
export interface FactItem {
  /** Name for people: an id, a host, a process. */
  readonly name: string;
  /** Path below `spec.infra`, such as `addons[db]`. */
  readonly path: string;
  readonly fields: Readonly<Record<string, Fact>>;
}

/** All facts of one subject by their names in `FACT_TYPES`; what is missing is not stated. */
export interface Facts {
  readonly fields: Readonly<Record<string, Fact>>;
}
