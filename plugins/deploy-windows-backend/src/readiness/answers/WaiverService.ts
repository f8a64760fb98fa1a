import type {
  BreakGlassAnswer,
  BreakGlassWish,
  CarryOverAnswer,
  CarryOverWish,
  WaiverAnswer,
  WaiversAnswer,
  WaiversQuery,
  WaiverWish,
} from 'backstage-plugin-deploy-windows-common';
import type { SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { CallOptions } from '../../api/route';
import type { AnswerPlace } from './AttestationService';

/** Opens the gate for one check of one subject, with a reason and an end. */
export interface WaiverService {
  /** @throws NotFoundError UNKNOWN_WAIVER */
  placeOf(id: string): Promise<AnswerPlace>;
  /** Of the places given, newest first. */
  list(
    query: WaiversQuery,
    seen: readonly SubjectKey[],
    options: CallOptions,
  ): Promise<WaiversAnswer>;
  /** @throws ConflictError ALREADY_WAIVED, DOES_NOT_APPLY; InputError END_TOO_LATE, … */
  ask(subject: SubjectKey, wish: WaiverWish, options: CallOptions): Promise<WaiverAnswer>;
  /** @throws ConflictError SAME_PERSON, ALREADY_APPROVED, ALREADY_DENIED, WAIVER_REVOKED, … */
  approve(id: string, options: CallOptions): Promise<WaiverAnswer>;
  /** @throws as approve */
  deny(id: string, why: string, options: CallOptions): Promise<WaiverAnswer>;
  /** @throws ConflictError WAIVER_REVOKED */
  revoke(id: string, why: string, options: CallOptions): Promise<WaiverAnswer>;
  /** One act: a waiver of 24 hours for each must-have that is open. @throws ConflictError NOTHING_OPEN */
  breakGlass(wish: BreakGlassWish, options: CallOptions): Promise<BreakGlassAnswer>;
}

/** Answers of an environment that was renamed. */
export interface CarryOverService {
  /** @throws ConflictError STILL_THERE, NOTHING_TO_CARRY_OVER */
  carryOver(
    subject: SubjectKey,
    wish: CarryOverWish,
    options: CallOptions,
  ): Promise<CarryOverAnswer>;
}
