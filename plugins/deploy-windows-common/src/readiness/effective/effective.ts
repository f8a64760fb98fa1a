import type { Instant } from '../../time';
import type { Attestation } from '../answers/attestation';
import type { Waiver } from '../answers/waiver';
import type { EvidenceKind } from '../facts/fact';
import type { RequirementLevel } from '../pack/pack';
import { applicabilityAt } from './applicabilityAt';
import { judge } from './judge';
import type { Layers } from './layers';
import { levelAt } from './levelAt';
import type { Finding } from './outcome';
import type { Status } from './status';
import { waiverInForce } from './waiverInForce';

/** What a check is worth by itself, a waiver aside. */
export interface Own {
  readonly status: Exclude<Status, 'waived' | 'not-applicable'>;
  readonly findings: readonly Finding[];
  /** Best kind of evidence behind it; absent where nothing is known. */
  readonly evidence?: EvidenceKind;
  /** The confirmation that counts, or counted last. */
  readonly confirmation?: Attestation;
  /** When it stops being so by time alone. */
  readonly until?: Instant;
}

export interface LevelNow {
  readonly value: RequirementLevel;
  /** When it becomes another one, and which. */
  readonly next?: { readonly value: RequirementLevel; readonly from: Instant };
}

export type Effective =
  | {
      readonly status: 'not-applicable';
      readonly level: LevelNow;
      readonly why: 'off' | 'rule' | 'declared' | 'confirmed';
      readonly reason?: string;
      readonly findings: readonly Finding[];
      readonly until?: Instant;
    }
  | {
      readonly status: 'waived';
      readonly level: LevelNow;
      readonly waiver: Waiver;
      readonly underlying: Own;
      readonly until: Instant;
    }
  | (Own & {
      readonly level: LevelNow;
      /** It passes, and a waiver is still in force: it can go. */
      readonly waiverNotNeeded?: Waiver;
    });

/**
 * What a check is worth at an instant. The only place where readiness compares a date with `now`: page, command, gate and
 * export all come here, so an end anywhere is an end everywhere. Ranges are half-open: at `validUntil` a confirmation is out
 * of date, at `expiresAt` a waiver is over.
 */
export function effective(layers: Layers, now: Instant): Effective {
  const level = levelAt(layers.asked.requirement, now);
  const applicability = applicabilityAt(layers, level, now);
  if (applicability.state === 'not-applicable')
    return { ...applicability.why, status: 'not-applicable', level };
  const own = judge(layers, applicability, now);
  const waiver = waiverInForce(layers, now);
  if (own.status === 'pass') return { ...own, level, ...(waiver && { waiverNotNeeded: waiver }) };
  if (waiver) return { status: 'waived', level, waiver, underlying: own, until: waiver.expiresAt };
  return { ...own, level };
}
