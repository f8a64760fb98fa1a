import type { Lock, LockKey } from '../locks';
import type { AudienceKey, ChangeType, PrincipalRef, TargetKey } from '../schedule';
import type { Instant } from '../time';
import type { NoticeProgress } from './noticeProgress';
import type { Reason, ReasonCode } from './reason';
import type { RuleKey } from './rule';
import type { Warning } from './warning';

/** May it start now? Plain JSON, without words: those are added for a reader's zone and language. */
export type Decision = DecisionFacts &
  (
    | {
        readonly outcome: 'allowed';
        readonly grounds: readonly Ground[];
        /** When the opening closes; running past it is an overrun. */
        readonly finishBy?: Instant;
      }
    | { readonly outcome: 'blocked'; readonly reasons: readonly Reason[] }
  );

export interface DecisionFacts {
  readonly target: TargetKey;
  readonly changeType: ChangeType;
  readonly principal: PrincipalRef;
  readonly at: Instant;
  /** Milliseconds that were checked against the opening. */
  readonly duration?: number;
  readonly warnings: readonly Warning[];
  /** Reasons that hold now and that no schedule can foresee the end of. `nextOpen` assumes they are gone. */
  readonly assumes: readonly ReasonCode[];
  /** First instant at which windows, notices and fit let it start. Absent: none up to the horizon. */
  readonly nextOpen?: NextOpen;
  /** End of the opening that `nextOpen` begins. */
  readonly nextClose?: NextClose;
  /** The same, if every audience that is not free were told now; where that makes it earlier. */
  readonly nextIfNotifiedNow?: NextIfNotified;
  readonly horizon: Instant;
  readonly horizonExceeded: boolean;
  /** The outcome cannot change before this, while the inputs stay the same. */
  readonly validUntil: Instant;
  /** When it is blocked: ask again then. */
  readonly retryAt?: Instant;
  readonly notices: readonly NoticeState[];
  readonly lock: { readonly key: LockKey; readonly held?: Lock };
  /** Overrides without which it would be blocked. */
  readonly overrides: readonly string[];
  readonly zone?: string;
  readonly tzdata: string;
  readonly evaluator: string;
  readonly declaredAsOf: Instant;
  readonly inputsHash: string;
}

export interface NextOpen {
  readonly at: Instant;
  readonly latestStart?: Instant;
  readonly because: readonly Cause[];
}

export interface NextClose {
  readonly at: Instant;
  readonly because: Cause;
}

export interface NextIfNotified {
  readonly at: Instant;
  readonly latestStart?: Instant;
  readonly tell: readonly AudienceKey[];
  readonly closes?: Instant;
  readonly because?: Cause;
}

/** The gate that opens or closes, and what of it: a window, a notice, an override. */
export interface Cause {
  readonly gate: 'freeze' | 'allow' | 'default' | 'notice';
  readonly rule: RuleKey;
  readonly by?: string;
}

export type Ground =
  | {
      readonly code: 'ALLOW' | 'AGREED_TIME' | 'NOTICE';
      readonly rule: RuleKey;
      readonly by: string;
    }
  | { readonly code: 'OVERRIDE'; readonly override: string }
  | { readonly code: 'OPEN_BY_DEFAULT'; readonly rule: RuleKey }
  | { readonly code: 'PASSES_WINDOWS'; readonly rule: ChangeType };

export interface NoticeState {
  readonly audience: AudienceKey;
  readonly lead?: string;
  readonly state: 'free' | NoticeProgress;
}
