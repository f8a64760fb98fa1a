import type { JsonValue } from '@backstage/types';
import type { Origin } from '../../effective';
import type { Freshness } from '../../freshness';
import type { FieldRow } from '../fields/fieldRow';

/** Something of the document that speaks of an element. */
export interface Mention {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/** Everything the document says about one thing. */
export interface ElementDetail {
  readonly path: string;
  readonly title: string;
  /** What kind of thing it is, in words: "database", "procedure", "environment". */
  readonly kind: string;
  readonly oneSentence: string;
  readonly item: JsonValue;
  readonly fields: readonly FieldRow[];
  readonly origin?: Origin;
  readonly freshness: Freshness;
  readonly usedBy: readonly Mention[];
  readonly uses: readonly Mention[];
  readonly backups: readonly Mention[];
  readonly credentials: readonly Mention[];
  readonly alerts: readonly Mention[];
  readonly improvements: readonly Mention[];
  readonly risks: readonly Mention[];
  readonly questions: readonly Mention[];
  readonly notes: readonly Mention[];
}
