import type { Instant, TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { OpenMust } from '../readiness/assessment/rows';
import type { VerdictWord } from 'backstage-plugin-deploy-windows-common/readiness';

/** What a gate asks for of a subject. */
export interface GateVerdict {
  readonly verdict: VerdictWord;
  readonly open: readonly OpenMust[];
  readonly judgedAt: Instant;
  /** When time alone makes it another one; absent: never. */
  readonly validUntil?: Instant;
}

/** Of everything that is judged, by lower-case key of its target. */
export type ReadinessTable = ReadonlyMap<TargetKey, GateVerdict>;
