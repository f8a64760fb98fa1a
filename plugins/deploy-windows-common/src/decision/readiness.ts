import type { TargetKey } from '../schedule';
import type { Instant } from '../time';

/** What readiness found, as this gate needs it. */
export interface ReadinessVerdict {
  readonly subject: TargetKey;
  readonly verdict: 'ready' | 'ready-with-waivers' | 'not-ready' | 'not-assessed';
  readonly openMust: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: string;
    /** Which ask for it. */
    readonly checklists?: readonly string[];
  }[];
  readonly evaluatedAt: Instant;
  readonly validUntil: Instant;
}
