import type { Deploy, GateMode } from 'backstage-plugin-infra-overview-common';
import type { Instant } from '../time';
import type { Audience } from './audience';
import type { Level, LevelKey } from './level';
import type { Target } from './target';
import type { DeployWindow, PrincipalRef } from './window';

/** What holds for one target, from all levels and the database. Plain JSON: a decision keeps it and can be replayed. */
export interface EffectivePolicy {
  readonly target: Target;
  /** Outermost first. */
  readonly levels: readonly Level[];
  /** All of them, also those that do not govern the target. */
  readonly windows: readonly DeployWindow[];
  readonly audiences: readonly Audience[];
  /** Asked only where no level constrains. */
  readonly openByDefault: { readonly open: boolean; readonly level: LevelKey | 'configuration' };
  readonly mustFit: Exclude<GateMode, 'report'>;
  /** The strictest that has begun counts. */
  readonly readiness: readonly ReadinessDemand[];
  readonly limits: Limits;
  readonly onUnavailable: 'block' | 'allow';
  /** Milliseconds. */
  readonly expectedDuration?: number;
  readonly impact?: NonNullable<Deploy['impact']>;
  readonly procedure?: string;
  readonly lock: LockRule;
  readonly override: OverrideRule;
  readonly emergency: EmergencyRule;
  /** Nearest one that is stated; for display and for calendar days. */
  readonly timeZone?: string;
  /** What could not be read and holds therefore. */
  readonly problems: readonly PolicyProblem[];
}

export interface ReadinessDemand {
  readonly mode: GateMode;
  readonly from?: Instant;
  /** Only must-haves that these checklists ask for; absent: all. */
  readonly checklists?: readonly string[];
  readonly level: LevelKey | 'configuration';
}

export interface Limits {
  readonly maxPerOpening?: number;
  /** Milliseconds from the end of one to the start of the next. */
  readonly minGap?: number;
}

export interface LockRule {
  readonly key: string;
  readonly policy: 'runLatest' | 'sequential' | 'reject';
  /** Milliseconds. */
  readonly ttl: number;
}

export interface OverrideRule {
  /** Absent: whoever has the permission. */
  readonly by?: readonly PrincipalRef[];
  readonly twoPerson: boolean;
  /** Milliseconds. */
  readonly maxDuration: number;
}

export interface EmergencyRule {
  /** Absent: nobody is on call, and no override is an emergency. */
  readonly by?: readonly PrincipalRef[];
  /** Milliseconds. */
  readonly maxDuration: number;
  /** Milliseconds within which audiences are told afterwards. */
  readonly noticeWithin: number;
}

export interface PolicyProblem {
  readonly level: LevelKey;
  /** The field that could not be read. */
  readonly field: string;
  readonly message: string;
}

/** What the configuration says where no document does. */
export interface PolicyDefaults {
  readonly openByDefault: boolean;
  readonly mustFit: EffectivePolicy['mustFit'];
  readonly readiness: GateMode;
  /** Milliseconds before the start of `enforce` in which it already warns. */
  readonly readinessWarnAhead?: number;
  readonly onUnavailable: 'block' | 'allow';
  readonly lead: string;
  readonly lockTtl: number;
  readonly override: OverrideRule;
  readonly emergency: Pick<EmergencyRule, 'maxDuration' | 'noticeWithin'>;
}
