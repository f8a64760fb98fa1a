import type {
  CalendarImportAnswer,
  CalendarImportText,
  CalendarScope,
  CalendarToken,
  DecisionAnswer,
  DecisionQueryText,
  DecisionsAnswer,
  DecisionsWishText,
  DeploymentAnswer,
  DeploymentWishText,
  DeploymentsAnswer,
  ExemptionAnswer,
  ExemptionWishText,
  ExplainAnswer,
  FeedAnswer,
  FinishWishText,
  HolidaySetAnswer,
  IncidentFreezeAskedText,
  LockAnswer,
  LoggedDecisions,
  NewCalendarToken,
  NextAnswer,
  NextQueryText,
  NoticeAnswer,
  NoticePreview,
  NoticeRecordText,
  NoticesAnswer,
  NoticeWishText,
  OverrideAnswer,
  OverrideAskedText,
  PermitOutcome,
  PermitAnswer,
  PermitWishText,
  PlanAnswer,
  PlanWishText,
  PreviewAnswer,
  StatusAnswer,
  TimelineAnswer,
  TimelineQueryText,
  WindowAnswer,
  WindowsAnswer,
  WindowsFleet,
  WindowsFleetQueryText,
  WindowWishText,
} from '../wire';

export interface CallOptions {
  /** Of a service that calls another; browsers sign their own calls. */
  readonly token?: string;
  readonly signal?: AbortSignal;
  /** The same key answers with the first result. */
  readonly idempotencyKey?: string;
}

/** In which zone and language times are written as well. */
export interface DisplayAsked {
  readonly zone?: string;
  readonly locale?: string;
}

export interface TargetAsked {
  readonly entity: string;
  readonly environment: string;
  readonly zone?: string;
  readonly locale?: string;
}

export interface LogQuery {
  readonly entity?: string;
  readonly environment?: string;
  readonly owner?: string;
  readonly unpermitted?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

export type ExportName = 'decisions' | 'deployments' | 'overrides' | 'windows';

/** What can be asked of, and told to, deploy windows. Times sent are RFC 3339; durations ISO 8601. */
export interface DeployWindowsApi {
  decision(query: DecisionQueryText, options?: CallOptions): Promise<DecisionAnswer>;
  decisions(wish: DecisionsWishText, options?: CallOptions): Promise<DecisionsAnswer>;
  /** What was decided, newest first. */
  decisionLog(query: LogQuery, options?: CallOptions): Promise<LoggedDecisions>;
  explain(query: DecisionQueryText, options?: CallOptions): Promise<ExplainAnswer>;
  next(query: NextQueryText, options?: CallOptions): Promise<NextAnswer>;
  plan(wish: PlanWishText, options?: CallOptions): Promise<PlanAnswer>;
  timeline(query: TimelineQueryText, options?: CallOptions): Promise<TimelineAnswer>;
  fleet(query: WindowsFleetQueryText, options?: CallOptions): Promise<WindowsFleet>;
  status(options?: CallOptions): Promise<StatusAnswer>;

  windows(query: TargetAsked, options?: CallOptions): Promise<WindowsAnswer>;
  previewWindow(
    wish: WindowWishText,
    options?: CallOptions,
    display?: DisplayAsked,
  ): Promise<PreviewAnswer>;
  previewIncidentFreeze(
    wish: IncidentFreezeAskedText,
    options?: CallOptions,
    display?: DisplayAsked,
  ): Promise<PreviewAnswer>;
  createWindow(wish: WindowWishText, options?: CallOptions): Promise<WindowAnswer>;
  changeWindow(
    id: string,
    change: { window: WindowWishText; version: number; why: string },
    options?: CallOptions,
  ): Promise<WindowAnswer>;
  withdrawWindow(id: string, why: string, options?: CallOptions): Promise<WindowAnswer>;
  createIncidentFreeze(wish: IncidentFreezeAskedText, options?: CallOptions): Promise<WindowAnswer>;
  exemptions(query: LogQuery, options?: CallOptions): Promise<readonly ExemptionAnswer[]>;
  grantExemption(wish: ExemptionWishText, options?: CallOptions): Promise<ExemptionAnswer>;
  revokeExemption(id: string, why: string, options?: CallOptions): Promise<ExemptionAnswer>;
  overrides(query: LogQuery, options?: CallOptions): Promise<readonly OverrideAnswer[]>;
  requestOverride(wish: OverrideAskedText, options?: CallOptions): Promise<OverrideAnswer>;
  approveOverride(id: string, options?: CallOptions): Promise<OverrideAnswer>;
  revokeOverride(id: string, why: string, options?: CallOptions): Promise<OverrideAnswer>;
  reviewOverride(id: string, why: string, options?: CallOptions): Promise<OverrideAnswer>;

  takePermit(wish: PermitWishText, options?: CallOptions): Promise<PermitOutcome>;
  permit(id: string, options?: CallOptions): Promise<PermitAnswer>;
  renewPermit(
    id: string,
    renewal: { token: number; ttl?: string },
    options?: CallOptions,
  ): Promise<PermitAnswer>;
  releasePermit(id: string, token: number, options?: CallOptions): Promise<PermitAnswer>;
  locks(query: LogQuery, options?: CallOptions): Promise<readonly LockAnswer[]>;
  holdLock(
    wish: { entity: string; environment: string; reason: string },
    options?: CallOptions,
  ): Promise<LockAnswer>;
  releaseLock(id: string, options?: CallOptions): Promise<LockAnswer>;
  breakLock(id: string, reason: string, options?: CallOptions): Promise<LockAnswer>;
  deployments(query: LogQuery, options?: CallOptions): Promise<DeploymentsAnswer>;
  recordDeployment(wish: DeploymentWishText, options?: CallOptions): Promise<DeploymentAnswer>;
  finishDeployment(
    id: string,
    wish: FinishWishText,
    options?: CallOptions,
  ): Promise<DeploymentAnswer>;

  notices(query: LogQuery, options?: CallOptions): Promise<NoticesAnswer>;
  previewNotice(wish: NoticeWishText, options?: CallOptions): Promise<NoticePreview>;
  sendNotice(wish: NoticeWishText, options?: CallOptions): Promise<NoticeAnswer>;
  recordNotice(wish: NoticeRecordText, options?: CallOptions): Promise<NoticeAnswer>;
  /** Settles one of which nobody knows whether it arrived. */
  confirmNotice(id: string, evidence: string, options?: CallOptions): Promise<NoticeAnswer>;
  withdrawNotice(id: string, why: string, options?: CallOptions): Promise<NoticeAnswer>;

  feeds(options?: CallOptions): Promise<readonly FeedAnswer[]>;
  refreshFeed(id: string, options?: CallOptions): Promise<FeedAnswer>;
  holidays(options?: CallOptions): Promise<readonly HolidaySetAnswer[]>;
  /** An .ics text as windows; with `dryRun` it only shows them. */
  importCalendar(wish: CalendarImportText, options?: CallOptions): Promise<CalendarImportAnswer>;
  calendarTokens(options?: CallOptions): Promise<readonly CalendarToken[]>;
  createCalendarToken(scope: CalendarScope, options?: CallOptions): Promise<NewCalendarToken>;
  revokeCalendarToken(id: string, options?: CallOptions): Promise<void>;
  /** RFC 4180 text. */
  csv(name: ExportName, query: LogQuery, options?: CallOptions): Promise<string>;
}
