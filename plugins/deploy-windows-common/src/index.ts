/**
 * Types and words of deploy windows. The evaluator has an entry of its own and is not for browsers.
 *
 * @packageDocumentation
 */
export type {
  Audience,
  AudienceKey,
  ChangeType,
  DeployWindow,
  EffectivePolicy,
  Exemption,
  Level,
  LevelKey,
  PolicyProblem,
  PrincipalRef,
  Target,
  TargetKey,
  WindowKey,
  WindowKind,
  WindowProblem,
  WindowProblemCode,
  WindowSchedule,
} from './schedule';
export type { Instant, TimeRange } from './time';
export type { Deployment, DeploymentResult, Permit } from './log';
export type { Lock, LockKey, WaitingRun } from './locks';
export type { Notice } from './notices';
export type {
  ApprovalProblem,
  Cause,
  Cure,
  Decision,
  DecisionFacts,
  DecisionRequest,
  Explanation,
  Ground,
  IncidentFreezeProblem,
  IncidentFreezeWish,
  NextClose,
  NextIfNotified,
  NextOpen,
  NoticeState,
  Override,
  OverrideProblem,
  OverrideWish,
  ReadinessVerdict,
  Reason,
  ReasonCode,
  RuleKey,
  Segment,
  SegmentState,
  Slot,
  SlotOrder,
  SlotPlan,
  Step,
  StepEffect,
  UpcomingOpening,
  Warning,
  WarningCode,
} from './decision';
export { describeSchedule } from './schedule/describeSchedule';
export { parseSchedule, type ParsedSchedule } from './schedule/parseSchedule';
export { describeDecision, describeReason, type FormatInstant } from './decision/describeDecision';
export { REASON_CODES } from './decision/reason';
export { WARNING_CODES } from './decision/warning';
export * from './wire';
export * from './permissions';
export * from './client';
