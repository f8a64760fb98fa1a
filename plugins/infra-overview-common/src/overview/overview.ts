import type { JsonValue } from '@backstage/types';
import type { Problem } from '../document';
import type { ChainLink, EffectiveInfra } from '../effective';
import type { Instant } from '../time';

export type DocumentOutcome = 'absent' | 'refused' | 'read';

export interface OverviewLink {
  readonly url: string;
  readonly title?: string;
}

/** The catalog entity the page is about. */
export interface OverviewEntity {
  readonly ref: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly owner?: string;
  readonly lifecycle?: string;
  readonly type?: string;
  readonly system?: string;
  readonly domain?: string;
  readonly sourceUrl?: string;
  readonly editUrl?: string;
  readonly links?: readonly OverviewLink[];
}

/** A document the page is made of: above the entity (`chain`) or below it (`parts`). */
export interface OverviewSource {
  readonly entityRef: string;
  readonly title?: string;
  readonly outcome: DocumentOutcome;
}

export interface OverviewChainLink extends OverviewSource {
  readonly level: ChainLink['level'];
}

export interface NotUnderstoodAt {
  readonly path: string;
  readonly value: JsonValue;
  readonly entityRef?: string;
}

/** Everything one page needs, in one answer. Views, answers and drawings follow from it. */
export interface Overview {
  readonly entity: OverviewEntity;
  /** Of the entity's own document. */
  readonly outcome: DocumentOutcome;
  readonly refusal?: Problem;
  readonly problems: readonly Problem[];
  readonly notUnderstood: readonly NotUnderstoodAt[];
  readonly chain: readonly OverviewChainLink[];
  readonly parts: readonly OverviewSource[];
  /** Absent when no document of chain or parts could be read. */
  readonly effective?: EffectiveInfra;
  readonly computedAt: Instant;
}
