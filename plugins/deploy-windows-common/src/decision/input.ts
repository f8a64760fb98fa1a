import type { Deployment } from '../log';
import type { Lock, WaitingRun } from '../locks';
import type { Notice } from '../notices';
import type { Exemption } from '../schedule';
import type { Instant } from '../time';
import type { CompiledPolicy } from './compile';
import type { Override } from './override';
import type { ReadinessVerdict } from './readiness';
import type { DecisionRequest } from './request';

/** All that a decision depends on. Nothing else is asked, no clock and no zone of the host. */
export interface DecisionInput {
  readonly request: DecisionRequest;
  readonly policy: CompiledPolicy;
  readonly exemptions: readonly Exemption[];
  readonly overrides: readonly Override[];
  readonly notices: readonly Notice[];
  readonly locks: readonly Lock[];
  readonly waiting: readonly WaitingRun[];
  /** Of the target. */
  readonly recentDeployments: readonly Deployment[];
  readonly readiness?: ReadinessVerdict;
  readonly problems: readonly InputProblem[];
  readonly stamp: InputStamp;
}

/** What was wrong while the input was gathered. */
export interface InputProblem {
  readonly code:
    | 'INPUT_INVALID'
    | 'INPUT_UNAVAILABLE'
    | 'CATALOG_STALE'
    | 'FEED_STALE'
    | 'TZDATA_DISPUTED'
    | 'RELATED_DEPLOY';
  /** The document, feed or source. */
  readonly source: string;
  /** One sentence for people. */
  readonly text: string;
}

/** Where the answer comes from, so that it can be judged later by its own data. */
export interface InputStamp {
  /** Version of the zone data. */
  readonly tzdata: string;
  readonly inputsHash: string;
  readonly declaredAsOf: Instant;
  /** How far ahead to look, in milliseconds. */
  readonly horizon: number;
}
