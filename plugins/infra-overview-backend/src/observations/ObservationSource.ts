import type { ObservedPart } from 'backstage-plugin-infra-overview-common';

/** An app or the like that documents name; a source looks only at what is wanted and at what belongs together with it. */
export interface Wanted {
  /** `environments[].hosting.app` of documents whose platform is one of the source's. */
  readonly subject: string;
}

/** What a source says of one subject. Values are in the vocabulary of the document. */
export type SubjectReport = {
  readonly subject: string;
  readonly group?: string;
  readonly environment?: string;
  readonly entityRef?: string;
} & (
  | {
      /** `partial`: some parts could not be read, or values were dropped; what is not here keeps its last value. */
      readonly outcome: 'ok' | 'partial';
      readonly parts: readonly ObservedPart[];
      /** Names of parts that could not be read, and paths of dropped values. */
      readonly dropped: readonly string[];
    }
  | {
      readonly outcome: 'failed';
      /** In our words, never text of the remote side. */
      readonly reason: string;
    }
);

export type Readiness =
  { readonly state: 'ready' } | { readonly state: 'disabled'; readonly reason: string };

/** Something outside that knows what really runs. Adding one: a folder beside this file and a line in `sources/index.ts`. */
export interface ObservationSource {
  /** `heroku`; stays as it is for ever: stored rows know it. */
  readonly id: string;
  readonly title: string;
  /** Values of `hosting.platform` whose apps it can look at; none for sources that are told what to read. */
  readonly platforms: readonly string[];
  /** Fact paths it can see, with `[]` for items. */
  readonly covers: readonly string[];
  /** From a file that says what is intended, not what is. */
  readonly intent?: true;
  /** Proof of scope and the like, once at start; a source that says `disabled` is never asked. */
  prepare(signal: AbortSignal): Promise<Readiness>;
  /**
   * Looks, one subject at a time, so that memory is bounded by one of them. Throws only when nothing at all could be read,
   * with an error whose message is in our words.
   */
  observe(wanted: readonly Wanted[], signal: AbortSignal): AsyncIterable<SubjectReport>;
}
