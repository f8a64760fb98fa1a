import type { JsonObject } from '@backstage/types';
import type { Instant } from '../../time';
import type { VerdictWord } from '../effective/status';
import type { Subject, SubjectKey } from '../subject';
import type { FormatInstant } from '../words/dayWords';
import type { Gate } from '../words/gateWords';
import type { Titles } from '../words/valueWords';

/** What every answer needs to know besides what was judged. */
export interface PresentContext {
  readonly now: Instant;
  /** Who may be named to this reader, and other titles, by lower-case ref. Absent: nobody is named, people are counted. */
  readonly titles?: Titles;
  /** How days are written; `3 Dec 2026` in UTC unless told. */
  readonly format?: FormatInstant;
  /** SHA-256 of canonical JSON, where hashing is at hand. */
  readonly fingerprint?: (boundFacts: JsonObject) => string;
}

/** What is known of a subject around its verdict. */
export interface SubjectContext extends PresentContext {
  readonly subject: Subject;
  readonly owner?: string;
  readonly system?: string;
  readonly domain?: string;
  readonly factsReadAt: Instant;
  /** Milliseconds; facts read longer ago are said to be old. 24 hours unless told. */
  readonly maxFactsAge?: number;
  readonly gate: Gate;
}

/** What the page of a subject shows besides. */
export interface PageContext extends SubjectContext {
  /** Since when each check has its status, by check id. */
  readonly since?: ReadonlyMap<string, Instant>;
  readonly packs?: readonly {
    readonly pack: string;
    readonly title?: string;
    readonly because: string;
  }[];
  readonly siblings?: readonly {
    readonly subject: SubjectKey;
    readonly environment: string;
    readonly verdict: VerdictWord;
  }[];
  /** Behind the alerts, for readers who may see them. */
  readonly people?: readonly { readonly ref: string; readonly title: string }[];
  /** Of the entity itself. */
  readonly document?: 'absent' | 'read' | 'refused';
  readonly sourceUrl?: string;
  readonly problems?: readonly { readonly source: string; readonly text: string }[];
}
